import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { cache, type ReactNode } from 'react'
import { Drawn } from '../../../components/ui/drawn.tsx'
import { searchParamsFrom } from '../../../lib/ads/search-address.ts'
import { headOf, type PageKind, registerPageKind } from '../../../lib/http/drawn-page.ts'
import { pageLocale } from '../../../lib/http/page-locale.ts'
import { pageMetadata } from '../../../lib/http/page-metadata.ts'
import type { Locale } from '../../../lib/i18n/locales.ts'
import { findSlots } from '../../../lib/text/drawn-markup.ts'
import { html } from '../../../lib/text/markup.ts'

type Props = Readonly<{
  params: Promise<Readonly<Record<string, string | string[] | undefined>> & Readonly<{ locale: string }>>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}>

/**
 * The page of a file of the framework whose content is markup: for one address, or, when the server asks for the frame
 * that its kind has in common, with slots for what the server fills in.
 *
 * @param options `className` is the content's; `controls` work on what was drawn, and take nothing from it.
 */
export function drawnPage(
  kind: PageKind,
  { className, controls }: Readonly<{ className: string; controls?: ReactNode }>,
) {
  registerPageKind(kind)
  const drawOnce = cache((locale: Locale, segments: string, query: string) =>
    kind.draw({
      locale,
      segments: segments === '' ? [] : segments.split('/'),
      query: new URLSearchParams(query),
    }),
  )
  const drawnFor = async ({ params, searchParams }: Props) => {
    const locale = await pageLocale(params)
    const { locale: _, ...rest } = await params
    const segments = Object.values(rest).flatMap((segment) => segment ?? [])
    return drawOnce(locale, segments.join('/'), searchParamsFrom(await searchParams).toString())
  }
  const generateMetadata = async (props: Props): Promise<Metadata> => {
    const slots = findSlots()
    if (slots) return pageMetadata(headOf(await pageLocale(props.params), slots))
    const drawn = await drawnFor(props)
    return drawn.kind === 'page' ? pageMetadata(drawn.head) : {}
  }
  const contentFor = async (props: Props) => {
    const slots = findSlots()
    if (slots) return html`${slots['content']}`
    const drawn = await drawnFor(props)
    if (drawn.kind === 'moved') permanentRedirect(drawn.path)
    return drawn.kind === 'page' ? drawn.content : notFound()
  }
  const Page = async (props: Props) => (
    <>
      <Drawn name="drawn" className={className} markup={await contentFor(props)} />
      {controls}
    </>
  )
  return { generateMetadata, Page }
}

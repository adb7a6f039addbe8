import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { cache, type ReactNode } from 'react'
import { Drawn } from '../../../components/ui/drawn.tsx'
import type { DrawnTag } from '../../../components/ui/drawn-part.tsx'
import { searchParamsFrom } from '../../../lib/ads/search-address.ts'
import { headOf, type PageKind, registerPageKind } from '../../../lib/http/drawn-page.ts'
import { pageLocale } from '../../../lib/http/page-locale.ts'
import { pageMetadata } from '../../../lib/http/page-metadata.ts'
import type { Locale } from '../../../lib/i18n/locales.ts'
import { findSlots } from '../../../lib/text/drawn-markup.ts'
import { html, type Markup } from '../../../lib/text/markup.ts'

type Props = Readonly<{
  params: Promise<Readonly<Record<string, string | string[] | undefined>> & Readonly<{ locale: string }>>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}>

type Options = Readonly<{
  /** Of the element around the content, which is a `div` unless `as` says otherwise. */
  className: string
  as?: DrawnTag
  /** What works on the content once it is in the browser, and takes nothing from it. */
  controls?: ReactNode
  /** A page of this kind that is not markup. */
  whole?: (locale: Locale) => ReactNode
}>

/**
 * The page of a file of the framework whose content is markup: for one address, or, when the server asks for the frame
 * that its kind has in common, with slots for what the server fills in.
 */
export function drawnPage(kind: PageKind, { className, as, controls, whole }: Options) {
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
    return 'head' in drawn ? pageMetadata(drawn.head) : {}
  }
  const around = (content: Markup) => (
    <>
      <Drawn name="drawn" {...(as ? { as } : {})} className={className} markup={content} />
      {controls}
    </>
  )
  const Page = async (props: Props) => {
    const slots = findSlots()
    if (slots) return around(html`${slots['content']}`)
    const drawn = await drawnFor(props)
    if (drawn.kind === 'moved') permanentRedirect(drawn.path)
    if (drawn.kind === 'whole') return whole?.(drawn.head.locale)
    return drawn.kind === 'page' ? around(drawn.content) : notFound()
  }
  return { generateMetadata, Page }
}

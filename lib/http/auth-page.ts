import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { translate } from '../i18n/translator.ts'
import { findMemberSession, type MemberSession } from '../members/find-member.ts'
import { currentTime } from '../time/time.ts'
import { type Flash, readFlash } from './flash.ts'
import { pageLocale } from './page-locale.ts'
import type { PrivatePageProps } from './page-visitor.ts'
import { ownPath } from './request-guard.ts'

/** What a page about getting in knows of whoever looks at it. For pages only: it reads the request's cookies. */
export async function authPage({ params, searchParams }: PrivatePageProps) {
  const locale = await pageLocale(params)
  const search = await searchParams
  const query = (key: string) => [search[key]].flat()[0]
  const cookies = (await headers()).get('cookie')
  const now = currentTime()
  const found: MemberSession | undefined = await findMemberSession(cookies, now)
  const flash: Flash | undefined = readFlash(cookies, query('e'))
  /** The page's own address with the given part of its query, for forms that come back. */
  const withQuery = (path: string, keys: readonly string[]) => {
    const kept = new URLSearchParams(keys.flatMap((key) => (query(key) === undefined ? [] : [[key, query(key) ?? '']])))
    return kept.size === 0 ? path : `${path}?${kept}`
  }
  return { locale, now, cookies, found, flash, query, next: ownPath(query('next')), withQuery }
}

/** The title of such a page; it is nobody's search result. */
export async function authMetadata(
  props: PrivatePageProps,
  titleOf: (t: ReturnType<typeof translate<'account'>>) => string,
): Promise<Metadata> {
  const { locale, flash } = await authPage(props)
  const title = titleOf(translate(locale, 'account'))
  const error = translate(locale, 'common')('error')
  const isRefused = flash !== undefined && flash.code !== 'confirmed' && flash.code !== 'backup_codes'
  const shown = isRefused ? `${error}${locale === 'fr' ? ' : ' : ': '}${title}` : title
  return { title: shown, robots: { index: false, follow: false } }
}

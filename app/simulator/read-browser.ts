import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { isDemo } from '../../lib/config/env.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { handsetOfBrowser, localeOfBrowser } from '../../lib/simulator/simulator-route.ts'

export type Query = Readonly<Record<string, string | string[] | undefined>>

export function queryText(query: Query, name: string): string {
  const value = query[name]
  return typeof value === 'string' ? value.slice(0, 300) : ''
}

/**
 * The telephone and the language of this browser. One that holds no telephone yet is sent to fetch one, once; without
 * cookies it goes on with a number that everybody shares.
 */
export async function readBrowser(path: string, query: Query): Promise<Readonly<{ msisdn: string; locale: Locale }>> {
  if (!isDemo()) notFound()
  const sent = await headers()
  const held = handsetOfBrowser(sent.get('cookie'))
  if (held === undefined && queryText(query, 'started') === '') {
    const search = new URLSearchParams(Object.entries(query).map(([name]) => [name, queryText(query, name)]))
    redirect(`/simulator/api/start?next=${encodeURIComponent(search.size > 0 ? `${path}?${search}` : path)}`)
  }
  return {
    msisdn: held ?? '+33639981000',
    locale: localeOfBrowser(sent.get('cookie'), sent.get('accept-language')),
  }
}

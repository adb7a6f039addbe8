import { headers } from 'next/headers'
import { cache } from 'react'
import type { Locale } from '../i18n/locales.ts'
import type { Payer } from '../payers/payers.ts'
import { type Device, deviceOf } from '../providers/routing.ts'
import { currentTime } from '../time/time.ts'
import { type Flash, readFlash } from './flash.ts'
import { pageLocale } from './page-locale.ts'
import { findPayer } from './payer.ts'

export type PrivatePageProps<Params = unknown> = Readonly<{
  params: Promise<Readonly<{ locale: string }> & Params>
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}>

export type Visitor = Readonly<{
  locale: Locale
  now: number
  payer: Payer
  /** What the browser says it runs on. */
  device: Device | undefined
  /** The form that was refused, when the address names one. */
  flash: Flash | undefined
  /** One value of the address's query; the first where a key is repeated. */
  query: (key: string) => string | undefined
}>

/** Who looks at a private page, and how they came. For pages only: it reads the request's cookies. */
export async function pageVisitor({ params, searchParams }: PrivatePageProps): Promise<Visitor> {
  const locale = await pageLocale(params)
  const search = await searchParams
  const query = (key: string) => [search[key]].flat()[0]
  const { cookies, ...asker } = await askerOfRequest()
  return { locale, ...asker, flash: readFlash(cookies, query('e')), query }
}

/** Found once for each request, since the head of a page wants to know it too. */
const askerOfRequest = cache(async () => {
  const asked = await headers()
  const cookies = asked.get('cookie')
  const now = currentTime()
  return { cookies, now, device: deviceOf(asked.get('user-agent')), payer: await findPayer(cookies, now) }
})

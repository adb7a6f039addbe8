import { equalInConstantTime } from '../config/keys.ts'
import type { Millis } from '../time/time.ts'
import { fictionNumber } from './handset.ts'
import { findMerchantOfShortCode, isFreeClass } from './merchants.ts'
import { insertMessage } from './message-store.ts'
import { sendReports } from './send-reports.ts'

export type Accepted = Readonly<{ status: number; body: string }>

/** Kannel's sendsms, with its own statuses and words. */
export async function acceptSendsms(query: URLSearchParams, now: Millis): Promise<Accepted> {
  const of = (name: string) => query.get(name) ?? ''
  const settings = findMerchantOfShortCode(of('from'))?.account.settings
  const isKnown =
    equalInConstantTime(settings?.['username'] ?? '', of('username')) &&
    equalInConstantTime(settings?.['password'] ?? '', of('password'))
  if (!settings || !isKnown) return { status: 403, body: 'Authorization failed for sendsms' }
  if (of('to') === '') return { status: 400, body: 'Empty receiver number not allowed, rejected' }
  const msisdn = fictionNumber(of('to'))
  if (msisdn === undefined) return { status: 202, body: '3: Queued for later delivery' }
  const message = insertMessage({
    msisdn,
    peer: of('from'),
    direction: 'in',
    text: of('text').replace(/\s+/g, ' ').trim(),
    state: 'received',
    at: now,
  })
  const mask = Number(of('dlr-mask'))
  const isBilled = !isFreeClass(of('from'), query.get('binfo'))
  if (mask > 0) await sendReports({ messageId: message.id, url: of('dlr-url'), mask, isBilled, now })
  return { status: 202, body: '0: Accepted for delivery' }
}

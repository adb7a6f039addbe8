import { createHmac } from 'node:crypto'
import { localeOr } from '../../../i18n/locales.ts'
import { translate } from '../../../i18n/translator.ts'
import { type Millis, second } from '../../../time/time.ts'
import { announcementMs } from '../../call-script.ts'
import { type Call, findCall } from '../../call-store.ts'
import { cancelDue, schedule } from '../../due-store.ts'
import { findMerchantOfNumber, insideUrl, type Merchant } from '../../merchants.ts'
import { speak } from '../../traffic.ts'
import { findRecord, saveRecord } from '../company-records.ts'
import { type HeardLine, readVoiceScript } from './voice-script.ts'

/** A call to a merchant's own number, as the carrier keeps it. */
export type VoiceCall = Readonly<{
  lines: readonly HeardLine[]
  gather: string | null
  next: string | null
  isAnnounced: boolean
}>

const company = 'voice'
const longestCall = 180 * second
const gatherTimeout = 30 * second

export const findVoiceCall = (id: string) => findRecord<VoiceCall>(company, id)

/** The merchant whose own script answers this call, where it has one. */
export function scriptOwnerOf(call: Call): Merchant | undefined {
  const merchant = findMerchantOfNumber(call.number)
  return merchant?.account.kind === 'voice' ? merchant : undefined
}

/** A call comes in: the merchant is asked what the voice says, and the caller hears its announcement. */
export async function answerVoiceCall(call: Call, now: Millis): Promise<void> {
  const merchant = scriptOwnerOf(call)
  if (!merchant || call.refusal !== null) return
  cancelDue('end_call', call.id)
  schedule('end_call', call.id, now + longestCall)
  await take(call, { merchant, url: merchant.callbackUrl, before: [], isAnnounced: false, now })
  schedule('voice_step', call.id, now + announcementMs)
}

/** What was said is over: on to where the script leads. */
export async function continueVoiceCall(id: string, now: Millis): Promise<void> {
  const { call, merchant, kept } = goingOn(id)
  if (!call || !merchant || !kept?.next) return
  cancelDue('voice_step', id)
  await take(call, { merchant, url: kept.next, before: kept.lines, isAnnounced: true, now })
}

/** The caller keys in digits. */
export async function keyIntoVoiceCall(id: string, digits: string, now: Millis): Promise<void> {
  const { call, merchant, kept } = goingOn(id)
  if (!call || !merchant || !kept?.gather) return
  cancelDue('voice_step', id)
  const pressed = digits.replace(/\D/g, '')
  const before: HeardLine[] = [...kept.lines, { kind: 'digits', text: [...pressed].join(' ') }]
  await take(call, { merchant, url: kept.gather, before, isAnnounced: true, now, digits: pressed })
}

/** The carrier's last word on a call. */
export async function reportVoiceCall(id: string, now: Millis): Promise<void> {
  const call = findCall(id)
  const merchant = call && scriptOwnerOf(call)
  if (!call || !merchant || !findVoiceCall(id)) return
  cancelDue('voice_step', id)
  const seconds = Math.round((now - call.startedAt + call.skippedMs) / 1000)
  const more = { CallStatus: 'completed', CallDuration: String(seconds) }
  await ask(call, { merchant, url: `${merchant.callbackUrl}?step=status`, more })
}

function goingOn(id: string) {
  const found = findCall(id)
  const call = found?.endedAt === null ? found : undefined
  return { call, merchant: call && scriptOwnerOf(call), kept: findVoiceCall(id) }
}

type Taken = Readonly<{
  merchant: Merchant
  url: string
  before: readonly HeardLine[]
  isAnnounced: boolean
  now: Millis
  digits?: string
}>

async function take(call: Call, { merchant, url, before, isAnnounced, now, digits }: Taken): Promise<void> {
  const more = { CallStatus: 'in-progress', ...(digits === undefined ? {} : { Digits: digits }) }
  const xml = await ask(call, { merchant, url, more })
  const script = readVoiceScript(xml, translate(localeOr(call.locale), 'simulator')('voiceTone'))
  const { gather, next, lines } = script
  saveRecord(company, { id: call.id, body: { lines: [...before, ...lines], gather, next, isAnnounced }, at: now })
  if (isAnnounced && next !== null) schedule('voice_step', call.id, now + (gather === null ? second : gatherTimeout))
}

type Asked = Readonly<{ merchant: Merchant; url: string; more: Readonly<Record<string, string>> }>

/** A signed form, as Twilio sends it. */
async function ask(call: Call, { merchant, url, more }: Asked): Promise<string> {
  const { settings } = merchant.account
  const fields: Record<string, string> = {
    AccountSid: settings['carrierAccount'] ?? 'ACdemonstration',
    ApiVersion: '2010-04-01',
    CallSid: `CA${call.id.replaceAll('-', '')}`,
    Direction: 'inbound',
    From: call.msisdn,
    To: `+33${call.number.replace(/\D/g, '').replace(/^0/, '')}`,
    ...more,
  }
  const names = Object.keys(fields).sort()
  const signature = createHmac('sha1', settings['secret'] ?? '')
    .update(url + names.map((name) => name + fields[name]).join(''))
    .digest('base64')
  const spoken = await speak({
    party: 'company',
    method: 'POST',
    url: insideUrl(url),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
    body: new URLSearchParams(fields).toString(),
  })
  return spoken.status === 200 ? spoken.body : '<Response><Hangup/></Response>'
}

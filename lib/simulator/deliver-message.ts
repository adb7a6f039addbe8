import { type Millis, second } from '../time/time.ts'
import { fortumoQuery, longestFortumoAnswer } from './companies/fortumo/fortumo-wire.ts'
import { reportToFortumoMerchant } from './companies/fortumo/report-billing.ts'
import { cancelDue, schedule } from './due-store.ts'
import { has } from './handset.ts'
import { handsetOf } from './handset-store.ts'
import { findMerchantOfShortCode, insideUrl, isFreeClass, type Merchant } from './merchants.ts'
import { countAttempt, findMessage, insertMessage, type Message, setMessageState } from './message-store.ts'
import { sendReports } from './send-reports.ts'
import { type Spoken, speak } from './traffic.ts'

const mostAttempts = 4
const retryAfter = 2 * second
const longestReply = 3 * 153

/**
 * Hands a text to the site as Kannel's get-url does, or as the company of its short code does, and brings its answer to the telephone. A site that fails is
 * asked again with the same message id; after four times the gateway apologises by itself, as Kannel does.
 */
export async function deliverMessage(id: string, now: Millis): Promise<void> {
  const message = findMessage(id)
  const merchant = message && findMerchantOfShortCode(message.peer)
  if (!message || !merchant || message.direction !== 'out' || message.state === 'refused') return
  cancelDue('deliver_message', id)
  const attempt = countAttempt(id)
  const isFortumo = merchant.account.kind === 'fortumo'
  const words = deliveryOf(message, merchant)
  const spoken = await speak(words)
  if (spoken.status < 200 || spoken.status > 299) return failed(message, { attempt, now })
  setMessageState(id, 'sent')
  if (attempt === 1 && has(handsetOf(message.msisdn), 'repeated')) await speak(words)
  showReply(message, { text: isFortumo ? spoken.body.slice(0, longestFortumoAnswer) : spoken.body, now })
  if (isFortumo) await reportToFortumoMerchant(message, merchant, now)
  else await report(message, { spoken, now })
}

function deliveryOf(message: Message, { account, callbackUrl }: Merchant) {
  const isFortumo = account.kind === 'fortumo'
  const query = isFortumo
    ? fortumoQuery(message, account, account.settings['billing'] === 'mt' ? 'pending' : 'ok')
    : textQuery(message, account.settings)
  const headers = { 'user-agent': isFortumo ? 'Fortumo' : 'Kannel/1.4.5' }
  return { party: 'gateway', method: 'GET', url: insideUrl(`${callbackUrl}?${query}`), headers } as const
}

/** The parameters and the encoding of a get-url, `+` for a space included. */
function textQuery(message: Message, settings: Readonly<Record<string, string>>): URLSearchParams {
  return new URLSearchParams({
    kind: 'mo',
    from: message.msisdn,
    to: message.peer,
    ts: String(Math.floor(message.at / 1000)),
    id: message.id,
    smsc: settings['smsc'] ?? 'SIMULATOR',
    kw: message.text.trim().split(/\s+/)[0] ?? '',
    text: message.text,
    coding: /[^\p{ASCII}\p{Script=Latin}€]/u.test(message.text) ? '2' : '0',
    charset: 'UTF-8',
  })
}

function failed(message: Message, { attempt, now }: Readonly<{ attempt: number; now: Millis }>): void {
  if (attempt < mostAttempts) {
    setMessageState(message.id, 'held')
    schedule('deliver_message', message.id, now + retryAfter)
    return
  }
  setMessageState(message.id, 'failed')
  showReply(message, { text: 'Could not fetch content, sorry.', now })
}

/** Runs of white space become one space and what is too long for three messages is cut, as Kannel does. */
function showReply(message: Message, { text, now }: Readonly<{ text: string; now: Millis }>): void {
  const words = text.replace(/\s+/g, ' ').trim().slice(0, longestReply)
  if (words === '') return
  const { msisdn, peer } = message
  insertMessage({ msisdn, peer, direction: 'in', text: words, state: 'received', at: now })
}

async function report(message: Message, { spoken, now }: Readonly<{ spoken: Spoken; now: Millis }>): Promise<void> {
  const url = spoken.headers.get('x-kannel-dlr-url')
  const mask = Number(spoken.headers.get('x-kannel-dlr-mask') ?? 0)
  const isBilled = !isFreeClass(message.peer, spoken.headers.get('x-kannel-binfo'))
  if (url && mask > 0) await sendReports({ messageId: message.id, url, mask, isBilled, now })
}

import type { Locale } from '../i18n/locales.ts'
import { localeOr } from '../i18n/locales.ts'
import { translate } from '../i18n/translator.ts'
import { type Currency, isCurrency } from '../money/money.ts'
import { type Millis, minute } from '../time/time.ts'
import { deliverMessage } from './deliver-message.ts'
import { schedule } from './due-store.ts'
import { type Handset, has, refusalOf } from './handset.ts'
import { billHandset, handsetOf } from './handset-store.ts'
import { findMerchantOfShortCode, type Merchant } from './merchants.ts'
import { insertMessage, type Message } from './message-store.ts'
import { type OperatorRefusal, operatorRefusal } from './operator-words.ts'

export type TextToSend = Readonly<{ msisdn: string; to: string; text: string; locale: Locale; now: Millis }>

/**
 * Sends a text from a telephone, as its operator would: refuses it, holds it, loses it, doubles it or passes it on,
 * and bills it where the payer's own text is what is billed.
 */
export async function sendText(sent: TextToSend): Promise<readonly Message[]> {
  const handset = handsetOf(sent.msisdn)
  const merchant = findMerchantOfShortCode(sent.to)
  if (!merchant) return [refuse(sent, 'unknown_number')]
  const tariff = tariffOf(merchant, sent.text)
  const refusal = tariff.minor > 0 ? refusalOf(handset, tariff.minor) : undefined
  if (refusal) return [refuse(sent, refusal)]
  const copies = has(handset, 'duplicate') ? 2 : 1
  // Sent twice in one breath, before either is answered.
  return Promise.all(Array.from({ length: copies }, () => passOn(sent, { handset, tariff })))
}

/** `isBilledHere` when the payer's own text is what is billed; else the answer is, on its arrival. */
type Tariff = Readonly<{ minor: number; currency: Currency; isBilledHere: boolean }>

/** STOP and CONTACT are free by law; where the answer is billed, the text itself costs no more than a text. */
function tariffOf({ account }: Merchant, text: string): Tariff {
  const { billing, priceMinor, currency } = account.settings
  const isFree = billing !== 'mo' || /^\s*(stop|arr[eê]t|contact|aide|help|info)\s*$/i.test(text)
  return {
    minor: isFree ? 0 : Number(priceMinor),
    currency: isCurrency(currency) ? currency : 'EUR',
    isBilledHere: billing === 'mo',
  }
}

function refuse({ msisdn, to, text, locale, now }: TextToSend, refusal: OperatorRefusal): Message {
  const message = insertMessage({ msisdn, peer: to, direction: 'out', text, state: 'refused', at: now })
  const answer = operatorRefusal(localeOr(locale), refusal)
  insertMessage({ msisdn, peer: to, direction: 'in', text: answer, state: 'received', at: now })
  return message
}

async function passOn(
  { msisdn, to, text, locale, now }: TextToSend,
  { handset, tariff }: Readonly<{ handset: Handset; tariff: Tariff }>,
): Promise<Message> {
  const state = has(handset, 'lost') && tariff.isBilledHere ? 'lost' : has(handset, 'late') ? 'held' : 'sending'
  const message = insertMessage({ msisdn, peer: to, direction: 'out', text, state, at: now })
  if (tariff.minor > 0) {
    const label = translate(locale, 'simulator')('billText', { number: to })
    billHandset({ msisdn, label, amountMinor: tariff.minor, currency: tariff.currency, at: now })
  }
  if (state === 'held') schedule('deliver_message', message.id, now + handset.delayMinutes * minute)
  if (state === 'sending') await deliverMessage(message.id, now)
  return message
}

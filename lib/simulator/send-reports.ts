import { localeOr } from '../i18n/locales.ts'
import { translate } from '../i18n/translator.ts'
import { isCurrency } from '../money/money.ts'
import { type Millis, minute } from '../time/time.ts'
import { schedule } from './due-store.ts'
import { has, refusalOf } from './handset.ts'
import { billHandset, handsetOf } from './handset-store.ts'
import { findMerchantOfShortCode, insideUrl } from './merchants.ts'
import { findMessage } from './message-store.ts'
import { speak } from './traffic.ts'

type Asked = Readonly<{ messageId: string; url: string; mask: number; now: Millis }>

/**
 * Tells the site what became of its answer, where it asked: first that the operator has it, then whether it arrived.
 * An answer that is billed arrives only on a telephone that can be billed.
 */
export async function sendReports(asked: Asked): Promise<void> {
  const message = findMessage(asked.messageId)
  if (!message) return
  const handset = handsetOf(message.msisdn)
  await tell(asked, 8)
  if (has(handset, 'lost')) return
  if (has(handset, 'late')) {
    return schedule('send_report', JSON.stringify(asked), asked.now + handset.delayMinutes * minute)
  }
  await sendLastReport(asked)
}

/** The report that decides: 1 and a line on the bill, or 2 and none. */
export async function sendLastReport(asked: Asked): Promise<void> {
  const message = findMessage(asked.messageId)
  const merchant = message && findMerchantOfShortCode(message.peer)
  if (!message || !merchant) return
  const { priceMinor, currency } = merchant.account.settings
  const amountMinor = Number(priceMinor)
  if (refusalOf(handsetOf(message.msisdn), amountMinor)) return tell(asked, 2)
  billHandset({
    msisdn: message.msisdn,
    label: translate(localeOr(undefined), 'simulator')('billText', { number: message.peer }),
    amountMinor,
    currency: isCurrency(currency) ? currency : 'EUR',
    at: asked.now,
  })
  await tell(asked, 1)
}

async function tell({ url, mask, now }: Asked, status: 1 | 2 | 8): Promise<void> {
  if ((mask & status) === 0) return
  const filled = url.replaceAll('%d', String(status)).replaceAll('%T', String(Math.floor(now / 1000)))
  await speak({ party: 'gateway', method: 'GET', url: insideUrl(filled), headers: { 'user-agent': 'Kannel/1.4.5' } })
}

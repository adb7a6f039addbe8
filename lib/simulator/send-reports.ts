import { localeOr } from '../i18n/locales.ts'
import { translate } from '../i18n/translator.ts'
import { isCurrency } from '../money/money.ts'
import type { Millis } from '../time/time.ts'
import { has, refusalOf } from './handset.ts'
import { billHandset, handsetOf } from './handset-store.ts'
import { findMerchantOfShortCode, insideUrl } from './merchants.ts'
import { findMessage } from './message-store.ts'
import { speak } from './traffic.ts'

/** `isBilled` unless the answer went out in the tariff class of free ones. */
type Asked = Readonly<{ messageId: string; url: string; mask: number; isBilled: boolean; now: Millis }>

/**
 * Tells the site what became of its answer, where it asked: first that the operator has it, then whether it arrived.
 * An answer that is billed arrives only on a telephone that can be billed; a report that is lost was billed all the same.
 */
export async function sendReports(asked: Asked): Promise<void> {
  const message = findMessage(asked.messageId)
  const merchant = message && findMerchantOfShortCode(message.peer)
  if (!message || !merchant) return
  await tell(asked, 8)
  if (!asked.isBilled) return tell(asked, 1)
  const { priceMinor, currency } = merchant.account.settings
  const amountMinor = Number(priceMinor)
  const handset = handsetOf(message.msisdn)
  if (refusalOf(handset, amountMinor)) return tell(asked, 2)
  billHandset({
    msisdn: message.msisdn,
    label: translate(localeOr(undefined), 'simulator')('billText', { number: message.peer }),
    amountMinor,
    currency: isCurrency(currency) ? currency : 'EUR',
    at: asked.now,
  })
  if (!has(handset, 'lost')) await tell(asked, 1)
}

async function tell({ url, mask, now }: Asked, status: 1 | 2 | 8): Promise<void> {
  if ((mask & status) === 0) return
  const filled = url.replaceAll('%d', String(status)).replaceAll('%T', String(Math.floor(now / 1000)))
  await speak({ party: 'gateway', method: 'GET', url: insideUrl(filled), headers: { 'user-agent': 'Kannel/1.4.5' } })
}

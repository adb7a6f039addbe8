import { localeOr } from '../../../i18n/locales.ts'
import { translate } from '../../../i18n/translator.ts'
import { isCurrency } from '../../../money/money.ts'
import type { Millis } from '../../../time/time.ts'
import { has, refusalOf } from '../../handset.ts'
import { billHandset, handsetOf } from '../../handset-store.ts'
import { insideUrl, type Merchant } from '../../merchants.ts'
import type { Message } from '../../message-store.ts'
import { speak } from '../../traffic.ts'
import { fortumoQuery } from './fortumo-wire.ts'

/**
 * Where the merchant's answer is what is billed: bills it once it is on the telephone, and sends the billing report. A
 * report that is lost was billed all the same.
 */
export async function reportToFortumoMerchant(message: Message, merchant: Merchant, now: Millis): Promise<void> {
  const { billing, priceMinor, currency } = merchant.account.settings
  if (billing !== 'mt') return
  const handset = handsetOf(message.msisdn)
  const amountMinor = Number(priceMinor)
  const isRefused = refusalOf(handset, amountMinor) !== undefined
  if (!isRefused) {
    billHandset({
      msisdn: message.msisdn,
      label: translate(localeOr(undefined), 'simulator')('billText', { number: message.peer }),
      amountMinor,
      currency: isCurrency(currency) ? currency : 'EUR',
      at: now,
    })
  }
  if (!isRefused && has(handset, 'lost')) return
  const query = fortumoQuery(message, merchant.account, isRefused ? 'failed' : 'ok')
  const url = insideUrl(`${merchant.callbackUrl}?${query}`)
  await speak({ party: 'gateway', method: 'GET', url, headers: { 'user-agent': 'Fortumo' } })
}

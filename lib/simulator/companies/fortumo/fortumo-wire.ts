import { createHash } from 'node:crypto'
import { decimalAmount, isCurrency, money, splitVat } from '../../../money/money.ts'
import type { ProviderAccount } from '../../../providers/accounts.ts'
import type { Message } from '../../message-store.ts'

export type BillingStatus = 'ok' | 'pending' | 'failed'

/** How much of an answer is passed on to the telephone. */
export const longestFortumoAnswer = 120

/** What Fortumo sends for a payer's text, signed: the query of a GET. */
export function fortumoQuery(message: Message, account: ProviderAccount, status: BillingStatus): string {
  const { settings, mode } = account
  const currency = isCurrency(settings['currency']) ? settings['currency'] : 'EUR'
  const price = money(Number(settings['priceMinor']), currency)
  const keyword = settings['keyword'] ?? ''
  const parameters: Record<string, string> = {
    message: afterKeyword(message.text, keyword),
    sender: message.msisdn.replace('+', ''),
    country: 'FR',
    operator: 'Onde Mobile',
    shortcode: message.peer,
    keyword,
    price: decimalAmount(price),
    price_wo_vat: decimalAmount(splitVat(price, 2000).net),
    currency,
    service_id: settings['serviceId'] ?? '',
    message_id: message.id,
    billing_type: settings['billing'] === 'mt' ? 'MT' : 'MO',
    status,
    ...(mode === 'test' ? { test: 'true' } : {}),
  }
  return new URLSearchParams({ ...parameters, sig: sign(parameters, settings['secret'] ?? '') }).toString()
}

function afterKeyword(text: string, keyword: string): string {
  const words = text.trim()
  return words.toUpperCase().startsWith(keyword.toUpperCase()) ? words.slice(keyword.length).trim() : words
}

function sign(parameters: Readonly<Record<string, string>>, secret: string): string {
  const digest = createHash('md5')
  for (const name of Object.keys(parameters).sort()) digest.update(`${name}=${parameters[name]}`)
  return digest.update(secret).digest('hex')
}

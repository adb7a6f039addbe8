import { z } from 'zod'
import { type Currency, isCurrency, type Money, money, parseDecimalAmount } from '../../../money/money.ts'
import type { ChargeState, FailureCode } from '../../../money/rails.ts'
import { asList, readXml } from '../../safe-xml.ts'
import { ProviderSilent } from '../../talk.ts'

const price = z.object({ '@currency': z.string(), '@amount': z.string() })
const optionalPrice = price.optional().or(z.literal('').transform(() => undefined))
const code = z.object({ paid: optionalPrice, price: optionalPrice, payout: optionalPrice })
const answer = z.object({
  response: z.object({
    '@code': z.string(),
    '@message': z.string().optional(),
    status: z.string().optional(),
    transaction_id: z.string().optional(),
    price: optionalPrice,
    paid: optionalPrice,
    payout: optionalPrice,
    codes: z.union([z.literal(''), z.object({ code: z.union([code, z.array(code)]).optional() })]).optional(),
    merchant_transaction_id: z.string().optional(),
  }),
})

/** What the company says of a transaction; amounts as it states them. */
export type AllopassTransaction = Readonly<{
  status: string
  transactionId: string
  paid: Money | undefined
  payoutMinor: number | undefined
  correlator: string | undefined
}>

/**
 * Reads an answer about codes or a transaction.
 *
 * Source: `AllopassOnetimeValidateCodesResponse` and `AllopassTransactionDetailResponse` of the vendor's kit.
 * @throws ProviderSilent for an error of the interface, or what is none of its answers.
 */
export function readAllopassAnswer(body: string): AllopassTransaction {
  const read = answer.safeParse(readXml(body))
  if (!read.success) throw new ProviderSilent('The answer is not understood')
  const { response } = read.data
  if (response['@code'] !== '0') throw new ProviderSilent(`The company answered with error ${response['@code']}`)
  const codes = response.codes === '' || response.codes === undefined ? [] : asList(response.codes.code)
  const parts = codes.map((one) => one.paid ?? one.price).filter((part) => part !== undefined)
  const payouts = codes.map((one) => one.payout).filter((part) => part !== undefined)
  const merchant = response.merchant_transaction_id
  const paid = sumOf(parts.length > 0 ? parts : [response.paid ?? response.price].filter((part) => part !== undefined))
  const paidOut = payouts.length > 0 ? payouts : [response.payout].filter((part) => part !== undefined)
  return {
    status: response.status ?? '',
    transactionId: response.transaction_id ?? '',
    paid,
    payoutMinor: paid && payoutOf(paidOut, paid.currency),
    correlator: merchant === '' ? undefined : merchant,
  }
}

type Price = z.output<typeof price>

function sumOf(prices: readonly Price[]): Money | undefined {
  let minor = 0
  const currency = prices[0]?.['@currency']
  if (!isCurrency(currency)) return undefined
  for (const part of prices) {
    const amount = parseDecimalAmount(part['@amount'], currency)
    if (!amount || part['@currency'] !== currency) return undefined
    minor += amount.minor
  }
  return money(minor, currency)
}

/**
 * Payouts have fractions of a cent; what may not arrive is not counted. One in another currency than the price is not
 * known in ours: the account's terms then say what to expect.
 */
function payoutOf(payouts: readonly Price[], currency: Currency): number | undefined {
  if (payouts.length === 0) return undefined
  let thousandths = 0
  for (const payout of payouts) {
    const match = /^(\d{1,9})(?:\.(\d{1,6}))?$/.exec(payout['@amount'])
    if (!match || payout['@currency'] !== currency) return undefined
    thousandths += Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0').slice(0, 3))
  }
  return Math.floor(thousandths / 10)
}

const states: Readonly<Record<string, ChargeState>> = {
  '-1': 'pending',
  '0': 'paid',
  '1': 'failed',
  '2': 'expired',
  '3': 'cancelled',
  '4': 'failed',
}
const failures: Readonly<Record<string, FailureCode>> = {
  '1': 'insufficient_funds',
  '2': 'expired',
  '3': 'cancelled',
  '4': 'declined',
}

/** Undefined for a status that the company does not document. */
export const stateOfTransaction = (status: string): ChargeState | undefined => states[status]
export const failureOfTransaction = (status: string): FailureCode | undefined => failures[status]

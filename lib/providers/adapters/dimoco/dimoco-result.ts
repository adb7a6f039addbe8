import { z } from 'zod'
import { sha256Hex } from '../../../config/keys.ts'
import { isCurrency, type Money, money, parseDecimalAmount } from '../../../money/money.ts'
import type { ChargeState, FailureCode } from '../../../money/rails.ts'
import { asList, readXml } from '../../safe-xml.ts'

const transaction = z.object({
  id: z.string().optional(),
  status: z.string(),
  amount: z.string().optional(),
  billed_amount: z.string().optional(),
  currency: z.string().optional(),
})
const document = z.object({
  result: z.object({
    action: z.string(),
    action_result: z.object({
      status: z.string(),
      code: z.string().optional(),
      redirect: z.object({ url: z.string() }).optional(),
    }),
    reference: z.string().optional(),
    request_id: z.string().optional(),
    customer: z
      .union([z.literal(''), z.object({ msisdn: z.string().optional(), operator: z.string().optional() })])
      .optional(),
    payment_parameters: z.union([z.literal(''), z.object({ order: z.string().optional() })]).optional(),
    transactions: z
      .union([z.literal(''), z.object({ transaction: z.union([transaction, z.array(transaction)]).optional() })])
      .optional(),
  }),
})

/** A result as DIMOCO sends it in answers and in callbacks, as far as we read it. */
export type DimocoResult = Readonly<{
  action: string
  status: string
  code: string
  redirectUrl: string | undefined
  reference: string | undefined
  requestId: string | undefined
  order: string | undefined
  msisdn: string | undefined
  operator: string | undefined
  /** Of the first that was billed: the one a refund gives back. */
  transactionId: string | undefined
  /** The sum of what was billed by the transactions that say so; undefined when none does, or in two currencies. */
  billed: Money | undefined
}>

/** @returns undefined for what is no result. */
export function readDimocoResult(xml: string): DimocoResult | undefined {
  const read = document.safeParse(readXml(xml))
  if (!read.success) return undefined
  const { action, action_result, customer, payment_parameters, transactions, ...rest } = read.data.result
  const payer = customer === '' ? undefined : customer
  const list = transactions === '' || transactions === undefined ? [] : asList(transactions.transaction)
  return {
    action,
    status: action_result.status,
    code: action_result.code ?? '',
    redirectUrl: action_result.redirect?.url,
    reference: rest.reference || undefined,
    requestId: rest.request_id || undefined,
    order: payment_parameters === '' ? undefined : payment_parameters?.order,
    msisdn: payer?.msisdn || undefined,
    operator: payer?.operator || undefined,
    transactionId: (list.find(isBilled) ?? list[0])?.id || undefined,
    billed: billedBy(list),
  }
}

type Transaction = z.output<typeof transaction>

function isBilled({ status }: Transaction): boolean {
  return status === '4' || status === '5'
}

function billedBy(transactions: readonly Transaction[]): Money | undefined {
  const billed = transactions.filter(isBilled)
  const currency = billed[0]?.currency
  if (!isCurrency(currency)) return undefined
  let minor = 0
  for (const one of billed) {
    const amount = one.currency === currency ? parseDecimalAmount(one.billed_amount ?? '', currency) : undefined
    if (!amount) return undefined
    minor += amount.minor
  }
  return minor > 0 ? money(minor, currency) : undefined
}

/** Paid only when the result says success and money was billed. */
export function stateOf(result: DimocoResult): ChargeState {
  if (result.status === '3') return 'awaiting_payer'
  if (result.status === '5') return 'pending'
  if (result.status !== '0') return 'failed'
  return result.billed ? 'paid' : 'pending'
}

/** Codes of results that say more than "refused"; the others are nowhere published. */
const failures: Readonly<Record<string, FailureCode>> = { '210': 'declined' }
export const failureOf = (result: DimocoResult): FailureCode => failures[result.code] ?? 'declined'

/** A UUID for each of our correlators, always the same one: DIMOCO knows a repeated request by it. */
export function requestIdOf(correlator: string): string {
  const hex = sha256Hex(`dimoco ${correlator}`)
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

/** The sandbox's operators end so. */
export function isSandbox(result: DimocoResult): boolean | undefined {
  return result.operator === undefined ? undefined : /_SANDBOX$/.test(result.operator)
}

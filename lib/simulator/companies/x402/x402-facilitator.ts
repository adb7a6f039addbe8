import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { equalInConstantTime } from '../../../config/keys.ts'
import { listMerchantsOf, type Merchant } from '../../merchants.ts'
import { type CompanyAnswer, type CompanyRequest, jsonAnswer } from '../company-message.ts'
import { addRecord, findRecord } from '../company-records.ts'
import { findWallet, isSignedBy, spendUnits, unitsLeft, type Wallet } from './program-wallets.ts'

const company = 'x402'
const question = z.object({
  x402Version: z.literal(2),
  paymentPayload: z.object({
    x402Version: z.literal(2),
    accepted: z.record(z.string(), z.unknown()),
    payload: z.object({
      signature: z.string(),
      authorization: z.object({
        from: z.string(),
        to: z.string(),
        value: z.string().regex(/^\d{1,15}$/),
        validAfter: z.string().regex(/^\d{1,15}$/),
        validBefore: z.string().regex(/^\d{1,15}$/),
        nonce: z.string(),
      }),
    }),
  }),
  paymentRequirements: z.looseObject({
    scheme: z.literal('exact'),
    network: z.string(),
    amount: z.string(),
    asset: z.string(),
    payTo: z.string(),
  }),
})
type Question = z.output<typeof question>

/** A facilitator: it says whether a program's payment is right, and makes the transfer. */
export function answerX402(request: CompanyRequest): CompanyAnswer {
  const key = (request.headers.get('authorization') ?? '').replace(/^Bearer /, '')
  const merchant = listMerchantsOf(company).find(({ account }) =>
    equalInConstantTime(account.settings['apiKey'] ?? '', key),
  )
  if (request.path === 'supported' && request.method === 'GET') return jsonAnswer(200, supported())
  if (!merchant) return jsonAnswer(401, { error: 'unauthorized' })
  const read = question.safeParse(jsonIn(request.body))
  if (!read.success) return jsonAnswer(400, { error: 'invalid_payload' })
  const reason = reasonAgainst(read.data, { merchant, seconds: Math.floor(request.now / 1000) })
  const { from } = read.data.paymentPayload.payload.authorization
  if (request.path === 'verify') {
    return jsonAnswer(
      200,
      reason ? { isValid: false, invalidReason: reason, payer: from } : { isValid: true, payer: from },
    )
  }
  return request.path === 'settle' ? settle(read.data, { reason, now: request.now }) : jsonAnswer(404, {})
}

function supported() {
  const networks = [...new Set(listMerchantsOf(company).map(({ account }) => account.settings['network'] ?? ''))]
  const kinds = networks.map((network) => ({ x402Version: 2, scheme: 'exact', network }))
  return { kinds, extensions: [], signers: {} }
}

type Now = Readonly<{ merchant: Merchant; seconds: number }>

/** Why a payment cannot be made; undefined when it can. The words are those of the protocol. */
function reasonAgainst(asked: Question, { merchant, seconds }: Now): string | undefined {
  const { paymentRequirements: wanted, paymentPayload } = asked
  const { authorization, signature } = paymentPayload.payload
  const wallet = findWallet(authorization.from)
  if (wanted.network !== merchant.account.settings['network']) return 'invalid_network'
  if (!isDeepStrictEqual(paymentPayload.accepted, { ...wanted })) return 'invalid_payment_requirements'
  if (!wallet || !isSignedBy(signature, { authorization, network: wanted.network, asset: wanted.asset })) {
    return 'invalid_exact_evm_payload_signature'
  }
  if (authorization.to.toLowerCase() !== wanted.payTo.toLowerCase())
    return 'invalid_exact_evm_payload_recipient_mismatch'
  if (authorization.value !== wanted.amount) return 'invalid_exact_evm_payload_authorization_value'
  if (Number(authorization.validAfter) > seconds) return 'invalid_exact_evm_payload_authorization_valid_after'
  if (Number(authorization.validBefore) <= seconds) return 'invalid_exact_evm_payload_authorization_valid_before'
  if (findRecord(company, nonceOf(asked))) return 'invalid_exact_evm_nonce_already_used'
  return unitsLeft(wallet) < Number(wanted.amount) ? 'insufficient_funds' : undefined
}

type Verdict = Readonly<{ reason: string | undefined; now: number }>

/** Makes the transfer once: its nonce is then used, whatever becomes of the answer. */
function settle(asked: Question, { reason, now }: Verdict): CompanyAnswer {
  const { network, amount } = asked.paymentRequirements
  const { from, nonce } = asked.paymentPayload.payload.authorization
  const wallet = findWallet(from)
  if (reason !== undefined || !wallet) {
    return jsonAnswer(200, { success: false, errorReason: reason, transaction: '', network, payer: from })
  }
  const transaction = `0x${createHash('sha256').update(`${from} ${nonce}`.toLowerCase()).digest('hex')}`
  addRecord(company, { id: nonceOf(asked), body: { transaction, amount }, at: now })
  spendUnits(wallet, { units: Number(amount), at: now })
  if (isLost(wallet)) return jsonAnswer(504, { error: 'gateway_timeout' })
  return jsonAnswer(200, { success: true, transaction, network, payer: from })
}

function isLost({ trouble }: Wallet): boolean {
  return trouble === 'lost'
}

function nonceOf({ paymentPayload }: Question): string {
  const { from, nonce } = paymentPayload.payload.authorization
  return `nonce:${from}:${nonce}`.toLowerCase()
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

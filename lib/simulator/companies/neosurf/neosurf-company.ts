import { z } from 'zod'
import { equalInConstantTime } from '../../../config/keys.ts'
import { type CompanyCharge, findChargeByCorrelator } from '../../company-store.ts'
import { listMerchantsOf, type Merchant } from '../../merchants.ts'
import type { CompanyAnswer, CompanyRequest } from '../company-message.ts'
import { pageOf } from '../company-page.ts'
import { addCharge } from '../new-charge.ts'
import { hashOf } from './neosurf-hash.ts'

const form = z.object({
  amount: z.string().regex(/^[1-9]\d{0,8}$/),
  currency: z.string(),
  language: z.string(),
  merchantId: z.string(),
  merchantTransactionId: z.string().regex(/^[\w-]{1,80}$/),
  prohibitedForMinors: z.enum(['yes', 'no']),
  test: z.enum(['yes', 'no']),
  urlCallback: z.url(),
  urlKo: z.url(),
  urlOk: z.url(),
  urlPending: z.url(),
  version: z.literal('3'),
  hash: z.string(),
})

/** Neosurf's payment page: the payer's own browser posts the signed form and is led to where a code is typed. */
export function answerNeosurf({ method, path, body, now }: CompanyRequest): CompanyAnswer {
  if (method !== 'POST' || path !== 'pay') return refused(404, 'Not found')
  const fields = Object.fromEntries(new URLSearchParams(body))
  const read = form.safeParse(fields)
  if (!read.success) return refused(400, 'Fields not understood')
  const merchant = listMerchantsOf('neosurf').find(({ account }) => isSigned(fields, account.settings))
  if (!merchant || !isOurs(read.data, merchant)) return refused(403, 'Hash refused')
  const charge = chargeFor(merchant, { asked: read.data, now })
  if (charge.amountMinor !== Number(read.data.amount)) return refused(409, 'Transaction known with another amount')
  return { status: 303, headers: { location: pageOf(charge) }, body: '' }
}

function isSigned(fields: Readonly<Record<string, string>>, settings: Readonly<Record<string, string>>): boolean {
  const isNamed = fields['merchantId'] === settings['merchantId']
  return isNamed && equalInConstantTime(hashOf(fields, settings['secret'] ?? ''), fields['hash'] ?? '')
}

type Asked = z.output<typeof form>

function isOurs(asked: Asked, { account, callbackUrl }: Merchant): boolean {
  const isTest = account.mode === 'test'
  return (
    asked.urlCallback === callbackUrl &&
    asked.currency === account.currency.toLowerCase() &&
    asked.test === (isTest ? 'yes' : 'no')
  )
}

/** A form posted once more is the same transaction. */
function chargeFor(merchant: Merchant, { asked, now }: Readonly<{ asked: Asked; now: number }>): CompanyCharge {
  const correlator = asked.merchantTransactionId
  return (
    findChargeByCorrelator(merchant.account.id, correlator) ??
    addCharge({
      merchant,
      product: 'prepaid_card',
      prefix: 'neo',
      correlator,
      amountMinor: Number(asked.amount),
      // This company is not told what is bought.
      description: '',
      locale: asked.language,
      returnUrl: asked.urlOk,
      now,
    })
  )
}

function refused(status: number, words: string): CompanyAnswer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: words }
}

import { randomUUID } from 'node:crypto'
import { localeOr } from '../../i18n/locales.ts'
import type { Millis } from '../../time/time.ts'
import { chargeLifetime } from '../charge-lifetime.ts'
import { type CompanyCharge, insertCharge, type Product } from '../company-store.ts'
import { schedule } from '../due-store.ts'
import type { Merchant } from '../merchants.ts'

type New = Readonly<{
  merchant: Merchant
  product: Product
  /** What the company's own ids begin with. */
  prefix: string
  correlator: string
  amountMinor: number
  description: string
  locale: string | undefined
  returnUrl: string
  now: Millis
}>

/** Keeps a new charge, which ends by itself when nobody pays it in time. */
export function addCharge({ merchant, prefix, locale, now, ...asked }: New): CompanyCharge {
  const { account, callbackUrl } = merchant
  const charge: CompanyCharge = {
    ...asked,
    id: `${prefix}${randomUUID().replaceAll('-', '')}`,
    accountId: account.id,
    merchant: account.id,
    mode: account.mode,
    status: 'open',
    reason: null,
    currency: account.currency,
    reversedMinor: 0,
    payer: null,
    msisdn: null,
    pin: null,
    number: null,
    locale: localeOr(locale),
    callbackUrl,
    createdAt: now,
    updatedAt: now,
  }
  insertCharge(charge)
  schedule('expire_charge', charge.id, now + chargeLifetime)
  return charge
}

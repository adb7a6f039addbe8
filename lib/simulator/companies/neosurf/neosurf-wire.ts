import type { ChargeStatus } from '../../company-store.ts'
import type { Told, Wire } from '../wire.ts'
import { hashOf } from './neosurf-hash.ts'

type Result = Readonly<{ status: string; errorCode: string; errorMessage: string }>

const results: Partial<Record<ChargeStatus, Result>> = {
  confirming: { status: 'pending', errorCode: '', errorMessage: '' },
  paid: { status: 'ok', errorCode: '', errorMessage: '' },
  cancelled: { status: 'ko', errorCode: '10', errorMessage: 'Cancelled by the customer' },
}

/** A signed form; undefined for what Neosurf tells nobody: a page that was left, for one. */
export function neosurfWire({ charge, merchant, status }: Told): Wire | undefined {
  const result = results[status]
  if (!result) return undefined
  const { account } = merchant
  const serial = (charge.payer ?? '').split(':')[1] ?? ''
  const { subMerchantId } = account.settings
  const fields = {
    ...result,
    amount: String(charge.amountMinor),
    created: new Date(charge.createdAt).toISOString().slice(0, 19).replace('T', ' '),
    currency: charge.currency.toLowerCase(),
    merchantId: account.settings['merchantId'] ?? '',
    merchantTransactionId: charge.correlator,
    methodChargedAmount: status === 'paid' ? String(charge.amountMinor) : '',
    methodCurrency: charge.currency,
    methodExpiry: '01/01/2036',
    methodId: serial,
    methodLabel: serial,
    methodName: 'neosurf',
    ...(subMerchantId ? { subMerchantId } : {}),
    transaction3d: '',
    transactionId: charge.id,
  }
  const body = new URLSearchParams({ ...fields, hash: hashOf(fields, account.settings['secret'] ?? '') })
  return {
    url: charge.callbackUrl,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  }
}

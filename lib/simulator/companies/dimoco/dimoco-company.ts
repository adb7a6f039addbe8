import { createHmac, randomUUID } from 'node:crypto'
import { config } from '../../../config/env.ts'
import { equalInConstantTime } from '../../../config/keys.ts'
import { localeOr } from '../../../i18n/locales.ts'
import { parseDecimalAmount } from '../../../money/money.ts'
import { type CompanyCharge, findCharge, findChargeByCorrelator, insertCharge } from '../../company-store.ts'
import { fictionNumber } from '../../handset.ts'
import { listMerchantsOf, type Merchant } from '../../merchants.ts'
import { refundCharge } from '../../settle-charge.ts'
import type { CompanyAnswer, CompanyRequest } from '../company-message.ts'
import { resultXml } from './dimoco-result.ts'

/** DIMOCO pay:smart: signed forms in, XML out; the payer confirms on a page of the operator. */
export function answerDimoco({ path, body, method, now }: CompanyRequest): CompanyAnswer {
  if (path !== 'smart/payment' || method !== 'POST') return { status: 404, body: '' }
  const form = new URLSearchParams(body)
  const of = (name: string) => form.get(name) ?? ''
  const merchant = listMerchantsOf('dimoco').find(({ account }) => account.settings['merchant'] === of('merchant'))
  if (!merchant || !isSigned(form, merchant)) return failed(of('action'), of('request_id'), '100')
  if (of('action') === 'start') return start(merchant, form, now)
  if (of('action') === 'refund') return refund(merchant, form)
  return failed(of('action'), of('request_id'), '101')
}

function isSigned(form: URLSearchParams, { account }: Merchant): boolean {
  const names = [...form.keys()].filter((name) => name !== 'digest').sort()
  const own = createHmac('sha256', account.settings['secret'] ?? '')
  for (const name of names) own.update(form.get(name) ?? '')
  return equalInConstantTime(own.digest('hex'), form.get('digest') ?? '')
}

function start(merchant: Merchant, form: URLSearchParams, now: number): CompanyAnswer {
  const of = (name: string) => form.get(name) ?? ''
  const { account } = merchant
  const amount = parseDecimalAmount(of('amount'), account.currency)
  const isOurs = of('url_callback') === merchant.callbackUrl
  if (!amount || !isOurs || of('order') === '') return failed('start', of('request_id'), '102')
  const known = findChargeByCorrelator(account.id, of('order'))
  const charge = known ?? newCharge(merchant, { form, amountMinor: amount.minor, now })
  if (!known) insertCharge(charge)
  const url = `${config().origin}/simulator/company/${charge.id}`
  return xml(resultXml(charge, { status: '3', code: '0', requestId: of('request_id'), redirectUrl: url }))
}

type New = Readonly<{ form: URLSearchParams; amountMinor: number; now: number }>

function newCharge({ account, callbackUrl }: Merchant, { form, amountMinor, now }: New): CompanyCharge {
  const msisdn = form.get('msisdn')
  return {
    id: `dim${randomUUID().replaceAll('-', '')}`,
    accountId: account.id,
    product: 'carrier_billing',
    correlator: form.get('order') ?? '',
    merchant: form.get('merchant') ?? '',
    mode: account.mode,
    status: 'open',
    reason: null,
    amountMinor,
    currency: account.currency,
    reversedMinor: 0,
    payer: null,
    msisdn: msisdn === null ? null : (fictionNumber(`+${msisdn}`) ?? null),
    pin: null,
    number: null,
    description: form.get('service_name') ?? '',
    locale: localeOr(form.get('language') ?? undefined),
    returnUrl: form.get('url_return') ?? '',
    callbackUrl,
    createdAt: now,
    updatedAt: now,
  }
}

function refund({ account }: Merchant, form: URLSearchParams): CompanyAnswer {
  const charge = findCharge((form.get('transaction') ?? '').replace(/^tx-/, ''))
  const requestId = form.get('request_id') ?? ''
  if (!charge || charge.accountId !== account.id) return failed('refund', requestId, '103')
  const isDone = refundCharge(charge, { id: requestId, amountMinor: charge.amountMinor }) === 'done'
  if (!isDone) return failed('refund', requestId, '104')
  return xml(resultXml(charge, { action: 'refund', status: '0', code: '0', requestId }))
}

function failed(action: string, requestId: string, code: string): CompanyAnswer {
  return xml(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><result version="2" sync="true"><action>${action.replace(/\W/g, '')}</action><action_result><status>9</status><code>${code}</code><detail>rejected</detail></action_result><request_id>${requestId.replace(/[^\w-]/g, '')}</request_id></result>`,
  )
}

function xml(body: string): CompanyAnswer {
  return { status: 200, headers: { 'content-type': 'application/xml; charset=utf-8' }, body }
}

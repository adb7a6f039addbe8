import { decimalAmount, money } from '../../../money/money.ts'
import type { CompanyCharge } from '../../company-store.ts'

type Told = Readonly<{
  action?: string
  status: string
  code: string
  requestId: string
  redirectUrl?: string
  isBilled?: boolean
  isSync?: boolean
}>

/** DIMOCO's result, as its answers and callbacks carry it. */
export function resultXml(charge: CompanyCharge, told: Told): string {
  const { action = 'start', status, code, requestId, redirectUrl, isBilled = false, isSync = true } = told
  const amount = decimalAmount(money(charge.amountMinor, charge.currency))
  const redirect = redirectUrl === undefined ? '' : `<redirect><url>${redirectUrl}</url></redirect>`
  const msisdn = charge.msisdn === null ? '' : `<msisdn>${charge.msisdn.replace('+', '')}</msisdn>`
  const operator = charge.mode === 'test' ? 'FR_SANDBOX' : 'FR_ONDE'
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><result version="2" sync="${isSync}">`,
    `<action>${action}</action>`,
    `<action_result><status>${status}</status><code>${code}</code><detail>${isBilled ? 'OK' : 'detail'}</detail>${redirect}</action_result>`,
    `<reference>ref-${charge.id}</reference><request_id>${requestId}</request_id>`,
    `<customer>${msisdn}<country>FR</country><operator>${operator}</operator></customer>`,
    `<payment_parameters><channel>web</channel><method>operator</method><order>${charge.correlator}</order></payment_parameters>`,
    `<transactions><transaction><id>tx-${charge.id}</id><status>${isBilled ? 4 : 0}</status><amount>${amount}</amount>`,
    `<billed_amount>${isBilled ? amount : '0.00'}</billed_amount><currency>${charge.currency}</currency></transaction></transactions>`,
    '</result>',
  ].join('')
}

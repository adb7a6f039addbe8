import { DomainError } from '../../../../../lib/errors/domain-error.ts'
import { outcomesOf, payAsChosen } from '../../../../../lib/simulator/chosen-outcome.ts'
import { type CompanyCharge, findCharge } from '../../../../../lib/simulator/company-store.ts'
import { answerBank, payByPrepaidCard, presentCard } from '../../../../../lib/simulator/pay-charge.ts'
import { closeCharge, consentToCharge } from '../../../../../lib/simulator/settle-charge.ts'
import { type PhoneCall, phoneRoute, textOf } from '../../../../../lib/simulator/simulator-route.ts'

/** The payer's answer on a page of the payment company. */
export const POST = phoneRoute(async (call) => {
  const charge = findCharge(call.params['id'] ?? '')
  if (!charge) throw new DomainError('not_found')
  const result = await answer(charge, call)
  const page = `/simulator/company/${charge.id}`
  if (typeof result === 'string') return { location: `${page}?e=${result}`, json: { error: result }, status: 422 }
  const isWaitingForBank = result.status === 'reserved' && result.product === 'card'
  return {
    location: isWaitingForBank ? page : result.returnUrl,
    json: { id: result.id, status: result.status, reason: result.reason, returnUrl: result.returnUrl },
  }
})

async function answer(charge: CompanyCharge, { fields, msisdn, now }: PhoneCall) {
  const action = textOf(fields, 'action')
  if (action === 'cancel') return closeCharge(charge, { status: 'cancelled', reason: 'cancelled_by_payer', now })
  if (outcomesOf(charge)) return payAsChosen(charge, { outcome: textOf(fields, 'outcome'), now })
  if (charge.product === 'carrier_billing') {
    return consentToCharge(charge, { msisdn, pin: textOf(fields, 'pin') || undefined, now })
  }
  if (charge.product === 'prepaid_card') return payByPrepaidCard(charge, { code: textOf(fields, 'card'), now })
  if (charge.status === 'reserved') return answerBank(charge, { isApproved: action === 'approve', now })
  return presentCard(charge, { number: textOf(fields, 'card'), now })
}

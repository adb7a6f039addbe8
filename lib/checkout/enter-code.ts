import { commit } from '../../db/commit.ts'
import { DomainError } from '../errors/domain-error.ts'
import { money } from '../money/money.ts'
import { accountContext } from '../providers/accounts.ts'
import { findAccount } from '../providers/accounts-queries.ts'
import type { Observation } from '../providers/provider.ts'
import { recordCalls } from '../providers/record-calls.ts'
import { providerOf } from '../providers/registry.ts'
import type { Charge } from '../purchases/purchases.ts'
import { findCharge, findPurchase, listCharges } from '../purchases/purchases-queries.ts'
import { consumeLimit } from '../rate-limit/rate-limit.ts'
import { type Applied, applyObservation } from './apply-observation.ts'
import { checkCharge } from './check-charge.ts'
import type { CheckoutContext } from './checkout-context.ts'
import type { EnterCodeInput } from './checkout-input.ts'
import { noteUnansweredCode, wasUnanswered } from './unanswered-code.ts'

export type CodeEntered = Readonly<{ purchaseId: string; outcome: Applied['outcome'] }>

/**
 * Takes the code that a payer heard on the telephone, for a purchase of this browser: five tries for a charge.
 *
 * A code whose check was never answered may be spent: refused afterwards, it is asked about where the company can be
 * asked; elsewhere the payer is told that it is in doubt and not to pay for another, and the journal has it.
 *
 * @throws DomainError not_found, code_refused, rate_limited, provider_unavailable.
 */
export async function enterCode(input: EnterCodeInput, context: CheckoutContext): Promise<CodeEntered> {
  const purchase = findPurchase(input.id)
  if (!purchase || !context.actor.payerIds.includes(purchase.payerId)) throw new DomainError('not_found')
  const charge = listCharges(purchase.id).findLast((candidate) => providerOfCharge(candidate)?.redeemCode)
  const account = charge && findAccount(charge.accountId)
  const redeemCode = charge && providerOfCharge(charge)?.redeemCode
  if (!charge || !account || !redeemCode) throw new DomainError('not_found')
  if (charge.state === 'paid') return { purchaseId: purchase.id, outcome: 'already_settled' }
  await consumeLimit('code_charge', charge.id)
  await consumeLimit('code_address', context.address)
  await consumeLimit('code_global', 'all')
  const code = input.code.replace(/[\s.-]/g, '')
  let observation: Observation
  try {
    const request = {
      account: accountContext(account),
      reference: charge.providerReference ?? '',
      correlator: charge.correlator,
      code,
      amount: money(charge.billedMinor, charge.currency),
      now: context.now,
    }
    const about = { accountId: account.id, chargeId: charge.id, now: context.now }
    observation = await recordCalls(about, () => redeemCode(request))
  } catch {
    await commit([noteUnansweredCode(charge, code, context.now)])
    throw new DomainError('provider_unavailable')
  }
  if (observation.state === 'awaiting_payer' && observation.failure !== undefined) {
    if (!wasUnanswered(charge, code)) throw refused(observation.failure)
    const asked = await checkCharge(charge, context.now)
    if (findCharge(charge.id)?.state !== 'paid') throw refused('code_unanswered')
    return { purchaseId: purchase.id, outcome: asked?.outcome ?? 'already_settled' }
  }
  const message = {
    method: 'ASK',
    url: `charge:${charge.id}/code`,
    headers: {},
    body: new Uint8Array(),
    receivedAt: context.now,
  }
  const applied = await applyObservation(account, observation, message)
  // The provider honours it, but it has bought something already.
  const boughtBy = applied.purchaseId ?? applied.charge?.purchaseId
  if (applied.outcome === 'already_settled' && boughtBy !== purchase.id) {
    throw refused('code_already_used')
  }
  return { purchaseId: purchase.id, outcome: applied.outcome }
}

function refused(code: string): DomainError {
  return new DomainError('code_refused', { fields: [{ field: 'code', code }] })
}

function providerOfCharge(charge: Charge) {
  const account = findAccount(charge.accountId)
  return account && providerOf(account.kind)
}

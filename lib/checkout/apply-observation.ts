import { commit, type Step, withRetries } from '../../db/commit.ts'
import { isDemo } from '../config/env.ts'
import { isConflict } from '../errors/conflict.ts'
import { newId } from '../ids/ids.ts'
import type { Money } from '../money/money.ts'
import type { SettlementNote } from '../money/rails.ts'
import type { ProviderAccount } from '../providers/accounts.ts'
import { markAccountTested } from '../providers/accounts-store.ts'
import type { CallbackMessage, Decision, Observation } from '../providers/provider.ts'
import { recordInbox } from '../purchases/inbox-store.ts'
import { type Charge, isFinal, nextCheckAfter } from '../purchases/purchases.ts'
import {
  findChargeByCode,
  findChargeByCorrelator,
  findChargeByReference,
  findInboxEvent,
} from '../purchases/purchases-queries.ts'
import { moveCharge } from '../purchases/purchases-store.ts'
import { reverseSettlement } from './reverse-settlement.ts'
import { keepInSuspense, settlePurchase } from './settle-purchase.ts'

export type Applied = Readonly<{
  outcome: Decision['outcome']
  note?: SettlementNote | undefined
  purchaseId?: string | undefined
  charge?: Charge | undefined
}>

/** A message as it is kept: secrets and telephone numbers already masked by the caller. */
export type KeptMessage = Pick<CallbackMessage, 'method' | 'url' | 'headers' | 'body' | 'receivedAt'>

/**
 * Applies what a provider said, once for ever: the event's id is kept in the commit of its effect.
 *
 * Only a believed observation may come here: one whose message was verified, or that the provider itself answered.
 */
export async function applyObservation(
  account: ProviderAccount,
  observation: Observation,
  message: KeptMessage,
): Promise<Applied> {
  const inbox = (outcome: string, chargeId: string | null): Step[] => [
    inboxStep({ account, observation, message, outcome, chargeId }),
  ]
  try {
    return await withRetries(() => applyOnce({ account, observation, inbox }))
  } catch (error) {
    // The same event, taken in by somebody else at the same moment.
    if (!isConflict(error) || !findInboxEvent(account.id, observation.eventId)) throw error
    return { outcome: 'already_settled', charge: findObserved(account, observation) }
  }
}

type Application = Readonly<{
  account: ProviderAccount
  observation: Observation
  inbox: (outcome: string, chargeId: string | null) => Step[]
}>

async function applyOnce({ account, observation, inbox }: Application): Promise<Applied> {
  const charge = findObserved(account, observation)
  if (findInboxEvent(account.id, observation.eventId))
    return { outcome: 'already_settled', purchaseId: charge?.purchaseId, charge }
  if (observation.isTest !== (account.mode === 'test')) {
    await commit(inbox('ignored', charge?.id ?? null))
    return { outcome: 'ignored' }
  }
  if (account.mode === 'test' && !isDemo()) return rehearse({ account, observation, inbox }, charge)
  if (observation.state === 'paid' && observation.amount) {
    const paid = { ...observation, amount: observation.amount }
    if (!charge) return keepInSuspense(account, paid, inbox('suspense', null))
    if ((observation.reversedMinor ?? 0) > 0) {
      const booked = await bookFirst(account, paid, charge)
      return { ...(await reverseSettlement({ charge: booked, observation: paid, inbox })), charge: booked }
    }
    const settled = await settlePurchase({ account, charge, observation: paid, inbox })
    return { ...settled, charge }
  }
  if (!charge) {
    await commit(inbox('unknown', null))
    return { outcome: 'unknown' }
  }
  return moveTo({ account, observation, inbox }, charge)
}

/**
 * What was taken back was paid before, even if that is the first we hear of it: the payment is booked in a commit of its
 * own, and the message, which is not yet kept, may come again in between.
 */
async function bookFirst(
  account: ProviderAccount,
  paid: Observation & { readonly amount: Money },
  charge: Charge,
): Promise<Charge> {
  const { reference, amount } = paid
  const isOther = reference !== undefined && ![null, reference].includes(charge.providerReference)
  const isBooked = charge.state === 'paid' && !isOther && amount.minor <= charge.paidMinor
  if (isBooked || amount.currency !== charge.currency) return charge
  await settlePurchase({ account, charge, observation: paid, inbox: () => [] })
  return findObserved(account, paid) ?? charge
}

/** A test account of a live site moves no money: a payment through it proves that it works, and is booked nowhere. */
async function rehearse({ account, observation, inbox }: Application, charge: Charge | undefined): Promise<Applied> {
  const isPaid = observation.state === 'paid' && charge !== undefined && !isFinal(charge.state)
  const { at } = observation
  await commit([
    ...inbox(isPaid ? 'rehearsed' : 'ignored', charge?.id ?? null),
    ...(isPaid
      ? [
          moveCharge({ id: charge.id, state: 'cancelled', nextCheckAt: null, now: at }),
          markAccountTested(account.id, at),
        ]
      : []),
  ])
  return { outcome: 'ignored', purchaseId: charge?.purchaseId, charge }
}

async function moveTo({ observation, inbox }: Application, charge: Charge): Promise<Applied> {
  const { state, failure, reference, at } = observation
  const outcome = state === 'failed' || state === 'expired' || state === 'cancelled' ? 'failed' : 'pending'
  const isNews = !isFinal(charge.state) && charge.state !== state
  const move = moveCharge({
    id: charge.id,
    state,
    failure: failure ?? (state === 'failed' ? 'unknown' : undefined),
    reference: charge.providerReference === null ? reference : undefined,
    nextCheckAt: outcome === 'failed' ? null : nextCheckAfter(charge.checks, at),
    now: at,
  })
  await commit([...inbox(isNews ? outcome : 'ignored', charge.id), ...(isNews ? [move] : [])])
  if (isNews) return { outcome, purchaseId: charge.purchaseId, charge }
  return { outcome: charge.state === 'paid' ? 'already_settled' : outcome, purchaseId: charge.purchaseId, charge }
}

/** The charge an observation is about, of this account only: another account's reference finds nothing. */
export function findObserved(account: ProviderAccount, observation: Observation): Charge | undefined {
  const { reference, correlator, payerCode } = observation
  const found =
    (reference === undefined ? undefined : findChargeByReference(account.id, reference)) ??
    (correlator === undefined ? undefined : findChargeByCorrelator(correlator)) ??
    (payerCode === undefined ? undefined : findChargeByCode(payerCode))
  return found?.accountId === account.id ? found : undefined
}

type Keeping = Readonly<{
  account: ProviderAccount
  observation: Observation
  message: KeptMessage
  outcome: string
  chargeId: string | null
}>

function inboxStep({ account, observation, message, outcome, chargeId }: Keeping): Step {
  // A card that is kept is in its own sealed row only.
  const { payerAlias: _, instrument: __, ...kept } = observation
  return recordInbox({
    id: newId(),
    accountId: account.id,
    eventId: observation.eventId,
    chargeId,
    method: message.method,
    url: message.url,
    headers: message.headers,
    body: Buffer.from(message.body),
    observation: kept,
    outcome,
    receivedAt: message.receivedAt,
  })
}

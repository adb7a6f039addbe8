import { commit, type Step, withRetries } from '../../db/commit.ts'
import { isForSale, revealPriceAt } from '../ads/ads.ts'
import { type AdForSale, findAdForSaleById } from '../ads/sale-queries.ts'
import { invariant } from '../errors/invariant.ts'
import { newId } from '../ids/ids.ts'
import { accounts } from '../ledger/ledger.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { type Money, money } from '../money/money.ts'
import type { SettlementNote } from '../money/rails.ts'
import type { ProviderAccount } from '../providers/accounts.ts'
import { keepInstrument } from '../providers/instruments-store.ts'
import type { Observation } from '../providers/provider.ts'
import { providerOf } from '../providers/registry.ts'
import { withTermsAt } from '../providers/terms-queries.ts'
import { aliasHashOf, type Charge, type Purchase } from '../purchases/purchases.ts'
import { findCharge, findInboxEvent, findPurchase, isKeepingAgreed } from '../purchases/purchases-queries.ts'
import { addTelcoSpend, insertCharge, unpaidColumns } from '../purchases/purchases-store.ts'
import { incomingEntries, planSettlement } from '../purchases/settlement.ts'
import { findUnlock } from '../reveals/reveals-queries.ts'
import { monthOf } from '../time/time.ts'
import { isAdService, serviceState } from './ad-services.ts'
import { growthSteps, settlementSteps } from './settlement-steps.ts'

export type Settled = Readonly<{
  outcome: 'settled' | 'already_settled' | 'credited' | 'suspense'
  note?: SettlementNote | undefined
  purchaseId?: string | undefined
}>

/** A believed `paid` observation about a charge of this account; `inbox` keeps the message in the same commit. */
export type PaidObservation = Readonly<{
  account: ProviderAccount
  charge: Charge
  observation: Observation & { readonly amount: Money }
  inbox: (outcome: string, chargeId: string) => readonly Step[]
}>

/**
 * The one place where paid money becomes ledger entries and what was bought; once.
 *
 * Safe to repeat and to run at the same time: the purchase, the charge, the unlock and the ledger's source are each
 * claimed by a unique row in one commit. Money that comes again, late, short, in parts or for an ad that is gone is kept
 * for the payer and said; it is never dropped and never buys twice.
 */
export function settlePurchase(paid: PaidObservation): Promise<Settled> {
  return withRetries(() => settleOnce(paid))
}

async function settleOnce(given: PaidObservation): Promise<Settled> {
  const { account, observation } = given
  const seen = findInboxEvent(account.id, observation.eventId)
  if (seen) return { outcome: 'already_settled', purchaseId: given.charge.purchaseId }
  const charge = findCharge(given.charge.id)
  invariant(charge, 'a charge is never deleted')
  if (charge.state !== 'paid') return settleCharge({ ...given, charge }, [])
  if (isSamePayment(charge, observation)) {
    if (hasGrown(charge, observation)) return growPayment({ ...given, charge })
    await commit(given.inbox('already_settled', charge.id))
    return { outcome: 'already_settled', purchaseId: charge.purchaseId }
  }
  const extra = extraCharge(charge, observation)
  return settleCharge({ ...given, charge: extra }, [
    insertCharge({ ...extra, quoteId: null, ...unpaidColumns(observation.at) }),
  ])
}

async function settleCharge(given: PaidObservation, before: readonly Step[]): Promise<Settled> {
  const { charge, observation } = given
  const found = findPurchase(charge.purchaseId)
  invariant(found, 'a purchase is never deleted')
  const now = observation.at
  const account = withTermsAt(given.account, now)
  const { facts } = providerOf(account.kind)
  const purchase = { ...found, vatBp: facts.providerOwesVat ? 0 : found.vatBp }
  const ad = purchase.adId === null ? undefined : findAdForSaleById(purchase.adId, purchase.locale)
  const plan = planSettlement({
    purchase,
    charge,
    paid: observation.amount,
    ...saleFacts(purchase, ad, now),
  })
  if (plan.kind === 'suspense') return keepInSuspense(account, observation, given.inbox('suspense', charge.id))
  const aliasHash = observation.payerAlias === undefined ? undefined : aliasHashOf(observation.payerAlias)
  const payment = {
    purchase,
    charge,
    account,
    paid: observation.amount,
    reference: observation.reference,
    payoutMinor: observation.payoutMinor,
    aliasHash,
    now,
  }
  const outcome = plan.kind === 'credit' ? 'credited' : 'settled'
  await commit([
    ...given.inbox(outcome, charge.id),
    ...before,
    ...settlementSteps(payment, plan),
    ...keepSteps({ payerId: purchase.payerId, charge, observation }),
    ...telcoSteps(account, aliasHash, { added: observation.amount, now }),
  ])
  return { outcome, note: plan.note, purchaseId: purchase.id }
}

type Keeping = Readonly<{ payerId: string; charge: Charge; observation: Observation }>

/** The card that was just used, where its provider keeps it and the payer ticked the box for it. */
function keepSteps({ payerId, charge, observation }: Keeping): Step[] {
  const { instrument, at: now } = observation
  if (!instrument || !isKeepingAgreed(charge.id)) return []
  return keepInstrument({ payerId, accountId: charge.accountId, instrument, now })
}

/** Whether what was paid for was given already, and whether it can still be given. */
function saleFacts(purchase: Purchase, ad: AdForSale | undefined, now: number) {
  if (isAdService(purchase.kind)) {
    const state = serviceState(ad, purchase.kind, now)
    return { isUnlocked: state === 'given', isAdForSale: state === 'open' }
  }
  return {
    isUnlocked: purchase.adId !== null && findUnlock([purchase.payerId], purchase.adId) !== undefined,
    isAdForSale: ad !== undefined && isForSale(ad, now) && revealPriceAt(ad, now).kind !== 'unconfirmed',
  }
}

/** More came for a payment that is booked: what was added goes to the payer's balance, and buys nothing by itself. */
async function growPayment(given: PaidObservation): Promise<Settled> {
  const { charge, observation } = given
  const purchase = findPurchase(charge.purchaseId)
  invariant(purchase, 'a purchase is never deleted')
  const { amount: total, payoutMinor, reference, payerAlias, at: now } = observation
  const account = withTermsAt(given.account, now)
  const aliasHash = payerAlias === undefined ? undefined : aliasHashOf(payerAlias)
  const added = money(total.minor - charge.paidMinor, total.currency)
  await commit([
    ...given.inbox('credited', charge.id),
    ...growthSteps({ purchase, charge, account, paid: total, reference, payoutMinor, aliasHash, now }),
    ...telcoSteps(given.account, aliasHash, { added, now }),
  ])
  return { outcome: 'credited', note: charge.note ?? 'over', purchaseId: purchase.id }
}

function telcoSteps(
  { kind }: ProviderAccount,
  aliasHash: string | undefined,
  { added, now }: Readonly<{ added: Money; now: number }>,
): Step[] {
  return providerOf(kind).facts.isTelco && aliasHash ? [addTelcoSpend(aliasHash, monthOf(now), added)] : []
}

/** A provider says the same thing more than once; only another reference is another payment. */
function isSamePayment(charge: Charge, observation: Observation): boolean {
  return observation.reference === undefined || observation.reference === charge.providerReference
}

/** Some are paid in parts under one reference, and each time the provider names the whole. What is less is old news. */
function hasGrown(charge: Charge, { reference, amount }: PaidObservation['observation']): boolean {
  return reference !== undefined && amount.currency === charge.currency && amount.minor > charge.paidMinor
}

/** Money that came again for a charge already paid: a charge of its own, so that it too is counted once. */
function extraCharge(charge: Charge, observation: Observation): Charge {
  const id = newId()
  return {
    ...charge,
    id,
    correlator: id,
    payerCode: null,
    providerReference: observation.reference ?? null,
    opening: null,
    state: 'created',
    paidMinor: 0,
    commissionMinor: null,
    reversedMinor: 0,
    note: null,
    failureCode: null,
    checks: 0,
    nextCheckAt: null,
    createdAt: observation.at,
  }
}

/** Believed money that matches nothing we sold, or not in its currency: it waits for a person, in the books. */
export async function keepInSuspense(
  account: ProviderAccount,
  observation: Observation & { readonly amount: Money },
  inbox: readonly Step[],
): Promise<Settled> {
  const { amount, eventId, at } = observation
  const { terms } = withTermsAt(account, at)
  await commit([
    ...inbox,
    ...postTransaction({
      kind: 'suspense',
      sourceId: `${account.id}:${eventId}`,
      purchaseId: undefined,
      currency: amount.currency,
      at,
      entries: [
        ...incomingEntries(account.id, amount, terms),
        { account: accounts.suspense, amountMinor: -amount.minor },
      ],
    }),
  ])
  return { outcome: 'suspense' }
}

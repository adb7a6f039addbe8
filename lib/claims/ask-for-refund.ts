import { commit, type Step, withRetries } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { isConflict } from '../errors/conflict.ts'
import { eachAlone } from '../errors/each-alone.ts'
import { invariant } from '../errors/invariant.ts'
import { newId } from '../ids/ids.ts'
import { accounts, type Entry, withoutZeros } from '../ledger/ledger.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { money } from '../money/money.ts'
import { recordCalls } from '../providers/record-calls.ts'
import type { Purchase } from '../purchases/purchases.ts'
import { countRefunds, findCharge, findPurchase } from '../purchases/purchases-queries.ts'
import { insertRefund } from '../purchases/purchases-store.ts'
import { reversedEntries, saleEntries } from '../purchases/settlement.ts'
import { walletIdOf } from '../wallet/wallet.ts'
import { creditWallet } from '../wallet/wallet-store.ts'
import { nextRefundTry, type Refunded } from './claims.ts'
import { findRefundAttempt, listRefundsDue, type RefundAttempt } from './claims-queries.ts'
import { closeClaimsOfPurchase, delayRefundAttempt, endRefundAttempt } from './claims-store.ts'
import { refundableMinor, refundPort, walletRefundSteps } from './refund-steps.ts'

type Answer = Readonly<
  | { state: 'done' | 'refused'; reference: string | null }
  | { state: 'pending'; reference: string }
  | { state: 'unknown' }
>

/**
 * Asks the provider for a refund that was decided, under an id of its own, so that asking again is the same refund. No
 * answer is no answer, and one that is pending may still fail: it is asked again until the provider says what became of
 * it, and nothing is given back in another way meanwhile.
 */
export async function askForRefund(attemptId: string, now: number): Promise<Refunded> {
  const attempt = findRefundAttempt(attemptId)
  invariant(attempt, 'a refund is kept before it is asked for')
  if (attempt.state !== 'asking') return answerOf(attempt)
  const answer = await ask(attempt, now)
  if (answer.state === 'unknown' || answer.state === 'pending') {
    await commit([putOff(attempt, { now, reference: answer.state === 'pending' ? answer.reference : null })])
    return { state: 'asking' }
  }
  try {
    await withRetries(() => finish(attempt, { ...answer, now }))
  } catch (error) {
    // Another run asked at the same moment and kept the same answer.
    if (!isConflict(error, 'state_changed')) throw error
  }
  return answerOf(findRefundAttempt(attemptId) ?? attempt)
}

/**
 * Asks again for every refund whose time has come. One that fails is put off like one without an answer, so that those
 * behind it have their turn.
 *
 * @returns The purchases they belong to.
 * @throws AggregateError of what failed, after all were asked for.
 */
export async function askForRefunds(now: number): Promise<readonly string[]> {
  const due = listRefundsDue(now)
  await eachAlone(due, async (attempt) => {
    try {
      await askForRefund(attempt.id, now)
    } catch (error) {
      await commit([putOff(attempt, { now, reference: null })])
      throw error
    }
  })
  return due.map(({ purchaseId }) => purchaseId)
}

/** @param answer.reference What the provider calls the refund that it has taken and not made; null where it said nothing. */
function putOff(attempt: RefundAttempt, { now, reference }: Readonly<{ now: number; reference: string | null }>): Step {
  const { tries, at } = nextRefundTry(attempt, { now, isPending: reference !== null })
  return delayRefundAttempt(attempt.id, { tries, nextTryAt: at, reference })
}

function answerOf(attempt: RefundAttempt): Refunded {
  if (attempt.state === 'asking') return { state: 'asking' }
  const destination = attempt.state === 'done' ? 'provider' : 'wallet'
  return { state: 'done', sequence: countRefunds(attempt.purchaseId), destination }
}

async function ask(attempt: RefundAttempt, now: number): Promise<Answer> {
  const charge = findCharge(attempt.chargeId)
  const port = charge && refundPort(charge)
  if (!charge || !port || charge.providerReference === null) return { state: 'refused', reference: null }
  try {
    const request = {
      account: port.account,
      reference: charge.providerReference,
      amount: money(attempt.amountMinor, charge.currency),
      paid: money(charge.paidMinor, charge.currency),
      refundId: attempt.id,
      isRepeated: attempt.tries > 0,
      now,
    }
    const about = { accountId: charge.accountId, chargeId: charge.id, now }
    const { state, reference } = await recordCalls(about, () => port.refundCharge(request))
    return { state, reference }
  } catch {
    return { state: 'unknown' }
  }
}

type Ended = Readonly<{ state: 'done' | 'refused'; reference: string | null; now: number }>

async function finish(attempt: RefundAttempt, ended: Ended): Promise<void> {
  await commit(refundEndSteps(attempt, ended))
}

/** What ends a refund that was asked of its provider: `done` books that it made it, `refused` gives it to the balance. */
export function refundEndSteps(attempt: RefundAttempt, ended: Ended): readonly Step[] {
  const purchase = findPurchase(attempt.purchaseId)
  invariant(purchase, 'a purchase is never deleted')
  const steps = ended.state === 'done' ? givenBack(attempt, purchase, ended) : keptOnBalance(attempt, purchase, ended)
  return [endRefundAttempt(attempt.id, ended), ...steps]
}

/** The provider takes it from what it owes us; what the bank took back meanwhile has left twice and is our loss. */
function givenBack(attempt: RefundAttempt, purchase: Purchase, { now }: Ended): Step[] {
  const charge = findCharge(attempt.chargeId)
  invariant(charge, 'a charge is never deleted')
  const isSale = attempt.source === 'sale'
  const room = isSale ? refundableMinor(purchase) : purchase.paidMinor - purchase.refundedMinor - purchase.reversedMinor
  const undone = Math.max(0, Math.min(attempt.amountMinor, room))
  const lost = attempt.amountMinor - undone
  const sequence = countRefunds(purchase.id) + 1
  const row = { purchaseId: purchase.id, sequence, destination: 'provider', reason: attempt.reason, at: now } as const
  const from: Entry[] = isSale
    ? [
        ...(undone > 0 ? reversedEntries(saleEntries(purchase, money(undone, purchase.currency))) : []),
        ...withoutZeros([{ account: accounts.clawbacks, amountMinor: lost }]),
      ]
    : [{ account: accounts.refundsOwed, amountMinor: attempt.amountMinor }]
  return [
    ...(undone > 0 ? insertRefund({ ...row, id: newId(), amountMinor: undone }, purchase.refundedMinor) : []),
    ...postTransaction({
      kind: 'refund',
      sourceId: attempt.id,
      purchaseId: purchase.id,
      currency: purchase.currency,
      at: now,
      entries: [...from, { account: accounts.receivable(charge.accountId), amountMinor: -attempt.amountMinor }],
    }),
    ...(isSale && undone === room ? [closeClaimsOfPurchase(purchase.id, attempt.actor, now)] : []),
    auditOf(attempt, 'purchase_refunded', now),
  ]
}

function keptOnBalance(attempt: RefundAttempt, purchase: Purchase, { now }: Ended): Step[] {
  const { amountMinor, reason, actor } = attempt
  if (attempt.source === 'sale') {
    const left = Math.min(amountMinor, refundableMinor(purchase))
    return left > 0 ? walletRefundSteps(purchase, { amountMinor: left, reason, actor, now }) : []
  }
  const walletId = walletIdOf(purchase.payerId, purchase.currency)
  return [
    creditWallet(walletId, amountMinor),
    ...postTransaction({
      kind: 'refund',
      sourceId: attempt.id,
      purchaseId: purchase.id,
      currency: purchase.currency,
      at: now,
      entries: [
        { account: accounts.refundsOwed, amountMinor },
        { account: accounts.wallet(walletId), amountMinor: -amountMinor },
      ],
    }),
    auditOf(attempt, 'purchase_refund_refused', now),
  ]
}

function auditOf(attempt: RefundAttempt, action: string, now: number): Step {
  const { amountMinor, reason, actor, purchaseId } = attempt
  const detail = { amountMinor, reason, through: 'provider' }
  return recordAudit({ actor, action, subject: `purchase:${purchaseId}`, detail }, now)
}

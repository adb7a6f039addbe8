import { commit } from '../../db/commit.ts'
import { config } from '../config/env.ts'
import { isConflict } from '../errors/conflict.ts'
import type { Locale } from '../i18n/locales.ts'
import { pathTo } from '../i18n/paths.ts'
import { money } from '../money/money.ts'
import { accountContext, type ProviderAccount } from '../providers/accounts.ts'
import { recordAccountFailure, recordAccountSuccess } from '../providers/accounts-store.ts'
import type { ChargeOpening, ChargeRequest } from '../providers/provider.ts'
import { beginRecord } from '../providers/record-calls.ts'
import { providerOf } from '../providers/registry.ts'
import { type Charge, nextCheckAfter, type Purchase } from '../purchases/purchases.ts'
import { moveCharge } from '../purchases/purchases-store.ts'
import { applyObservation } from './apply-observation.ts'

export type Opening = Readonly<{
  purchase: Purchase
  charge: Charge
  account: ProviderAccount
  pricePointId: string | null
  adRef: string | undefined
  msisdn: string | undefined
  /** What a program sent to pay at once. */
  paymentProof?: string | undefined
  /** What the provider knows the payer's kept card by. */
  savedInstrument?: string | undefined
  /** The payer wants the card kept that she is about to use. */
  saveInstrument?: boolean
  locale: Locale
  now: number
}>

export type Opened = Readonly<{ kind: 'opened'; opening: ChargeOpening } | { kind: 'unreachable' }>

/**
 * Asks the provider to begin, after our own row is safe, and keeps what it answered.
 *
 * A provider that cannot be reached may still have heard us: the charge stays open and the sweeper asks later, so
 * nothing is said about money here. After five failures in a row the account rests, and is not offered meanwhile.
 */
export async function openCharge(request: Opening): Promise<Opened> {
  const { charge, account, now } = request
  const about = { accountId: account.id, chargeId: charge.id, now }
  const { outcome, kept } = await beginRecord(about, () => providerOf(account.kind).openCharge(questionOf(request)))
  const [opened] = await Promise.all([keepOutcome(request, outcome), kept])
  return opened
}

function questionOf(request: Opening): ChargeRequest {
  const { purchase, charge, account, now } = request
  return {
    account: accountContext(account),
    correlator: charge.correlator,
    amount: money(charge.billedMinor, charge.currency),
    pricePoint: account.ladder?.find((point) => point.id === request.pricePointId),
    country: purchase.country,
    locale: request.locale,
    payerCode: charge.payerCode ?? '',
    description: describe(purchase.kind, request.adRef),
    returnUrl: config().origin + pathTo(request.locale, 'pay', purchase.id),
    msisdn: request.msisdn,
    paymentProof: request.paymentProof,
    savedInstrument: request.savedInstrument,
    saveInstrument: request.saveInstrument ?? false,
    now,
  }
}

async function keepOutcome(
  { charge, account, now }: Opening,
  outcome: PromiseSettledResult<ChargeOpening>,
): Promise<Opened> {
  if (outcome.status === 'rejected') {
    await commit([recordAccountFailure(account, now)])
    return { kind: 'unreachable' }
  }
  const opening = outcome.value
  const isDown = opening.kind === 'refused' && opening.failure === 'provider_down'
  if (isDown) await commit([recordAccountFailure(account, now)])
  else if (account.failures > 0) await commit([recordAccountSuccess(account.id, now)])
  if (opening.kind === 'observed') await applyObservation(account, opening.observation, openedMessage(charge, now))
  else await keepOpening(charge, opening, now)
  return { kind: 'opened', opening }
}

/** What the provider answered at once is kept like any other news of it. */
function openedMessage(charge: Charge, now: number) {
  return { method: 'ASK', url: `charge:${charge.id}/open`, headers: {}, body: new Uint8Array(), receivedAt: now }
}

type Kept = Exclude<ChargeOpening, { kind: 'observed' }>

/** What the provider prints beside the amount. */
function describe(kind: Purchase['kind'], ref: string | undefined): string {
  if (ref === undefined) return 'Solde'
  return kind === 'reveal' ? `Contact ${ref}` : `Annonce ${ref}`
}

async function keepOpening(charge: Charge, opening: Kept, now: number): Promise<void> {
  const move =
    opening.kind === 'refused'
      ? moveCharge({ id: charge.id, state: 'failed', failure: opening.failure, nextCheckAt: null, now })
      : moveCharge({
          id: charge.id,
          state: 'awaiting_payer',
          reference: opening.reference,
          opening,
          nextCheckAt: nextCheckAfter(0, now),
          now,
        })
  try {
    await commit([move])
  } catch (error) {
    // The provider's callback was faster than our own second commit: what it said stands.
    if (!isConflict(error, 'state_changed')) throw error
  }
}

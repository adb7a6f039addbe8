import { commit } from '../../db/commit.ts'
import { config } from '../config/env.ts'
import { isConflict } from '../errors/conflict.ts'
import type { Locale } from '../i18n/locales.ts'
import { pathTo } from '../i18n/paths.ts'
import { money } from '../money/money.ts'
import { accountContext, type ProviderAccount } from '../providers/accounts.ts'
import type { ChargeOpening } from '../providers/provider.ts'
import { providerOf } from '../providers/registry.ts'
import { type Charge, nextCheckAfter, type Purchase } from '../purchases/purchases.ts'
import { moveCharge } from '../purchases/purchases-store.ts'

type Opening = Readonly<{
  purchase: Purchase
  charge: Charge
  account: ProviderAccount
  pricePointId: string | null
  adRef: string | undefined
  msisdn: string | undefined
  locale: Locale
  now: number
}>

export type Opened = Readonly<{ kind: 'opened'; opening: ChargeOpening } | { kind: 'unreachable' }>

/**
 * Asks the provider to begin, after our own row is safe, and keeps what it answered.
 *
 * A provider that cannot be reached may still have heard us: the charge stays open and the sweeper asks later, so
 * nothing is said about money here.
 */
export async function openCharge(request: Opening): Promise<Opened> {
  const { purchase, charge, account, now } = request
  let opening: ChargeOpening
  try {
    opening = await providerOf(account.kind).openCharge({
      account: accountContext(account),
      correlator: charge.correlator,
      amount: money(charge.billedMinor, charge.currency),
      pricePoint: account.ladder?.find((point) => point.id === request.pricePointId),
      country: purchase.country,
      locale: request.locale,
      payerCode: charge.payerCode ?? '',
      description: request.adRef === undefined ? 'Solde' : `Contact ${request.adRef}`,
      returnUrl: config().origin + pathTo(request.locale, 'pay', purchase.id),
      msisdn: request.msisdn,
      now,
    })
  } catch {
    return { kind: 'unreachable' }
  }
  await keepOpening(charge, opening, now)
  return { kind: 'opened', opening }
}

async function keepOpening(charge: Charge, opening: ChargeOpening, now: number): Promise<void> {
  if (opening.kind === 'observed') return
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

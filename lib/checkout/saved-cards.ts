import { DomainError } from '../errors/domain-error.ts'
import type { Payer } from '../payers/payers.ts'
import { listPayersOfMember } from '../payers/payers-queries.ts'
import type { ProviderAccount } from '../providers/accounts.ts'
import { isExpired, type SavedInstrument, type UsableInstrument } from '../providers/instruments.ts'
import { findInstrument, listInstruments } from '../providers/instruments-queries.ts'
import { providerOf } from '../providers/registry.ts'
import { type Charge, isFinal } from '../purchases/purchases.ts'
import { listCharges } from '../purchases/purchases-queries.ts'

/**
 * The member whose cards may be kept and used: somebody signed in who buys as her own account. A guest has none, and
 * neither has a member whose browser buys as somebody else.
 */
export function cardHolderOf({ memberId, payerIds: [own] }: Payer): string | undefined {
  if (memberId === undefined) return undefined
  return own === undefined || listPayersOfMember(memberId).includes(own) ? memberId : undefined
}

/** The cards a member may pay with now, where their accounts take payments. */
export function listUsableCards(memberId: string, now: number): readonly SavedInstrument[] {
  return listInstruments(memberId).filter((card) => !isExpired(card, now))
}

/** True where the company of an account can keep a card for a later payment. */
export function canKeepCards({ kind }: Pick<ProviderAccount, 'kind'>): boolean {
  return providerOf(kind).forgetInstrument !== undefined
}

type Asked = Readonly<{ actor: Payer; account: ProviderAccount; now: number }>

/**
 * The kept card a payer named, hers and of the account whose price she answers; undefined when she named none.
 *
 * @throws DomainError `instrument_refused`, the same for another member's card and for one that is gone.
 */
export function requireCard(
  instrumentId: string | undefined,
  { actor, account, now }: Asked,
): UsableInstrument | undefined {
  if (instrumentId === undefined) return undefined
  const holder = cardHolderOf(actor)
  const card = holder === undefined ? undefined : findInstrument(holder, instrumentId)
  if (!card || card.accountId !== account.id || isExpired(card, now)) throw new DomainError('instrument_refused')
  return card
}

/** The charge of a purchase to a kept card that may still collect, so that none is begun beside it. */
export function findOpenCardCharge(purchaseId: string, instrumentId: string): Charge | undefined {
  return listCharges(purchaseId).findLast(
    (charge) =>
      charge.instrumentId !== null &&
      !isFinal(charge.state) &&
      (charge.instrumentId === instrumentId || charge.state !== 'awaiting_payer'),
  )
}

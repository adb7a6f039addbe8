import type { Millis } from '../time/time.ts'
import { type CompanyCharge, updateCharge } from './company-store.ts'
import { type Trouble, troubles } from './handset.ts'
import { closeCharge, collectCharge, isOver } from './settle-charge.ts'
import { findTestCard, onlyDigits, type PrepaidCard, prepaidCards } from './test-cards.ts'
import { world } from './world.ts'

/** What is left on each prepaid card. */
export function listPrepaidCards(): readonly PrepaidCard[] {
  const left = new Map(
    world()
      .prepare<[], { code: string; balance_minor: number }>('select code, balance_minor from prepaid_cards')
      .all()
      .map(({ code, balance_minor }) => [code, balance_minor]),
  )
  return prepaidCards.map((card) => ({ ...card, balanceMinor: left.get(onlyDigits(card.code)) ?? card.balanceMinor }))
}

export type PaidOrWhyNot = CompanyCharge | 'wrong_code' | 'too_little'

/** Pays with the code of a prepaid card; a wrong code or too small a balance lets the payer try another. */
export async function payByPrepaidCard(
  charge: CompanyCharge,
  { code, now }: Readonly<{ code: string; now: Millis }>,
): Promise<PaidOrWhyNot> {
  if (isOver(charge)) return charge
  const card = listPrepaidCards().find((known) => onlyDigits(known.code) === onlyDigits(code))
  if (!card) return 'wrong_code'
  if (card.balanceMinor < charge.amountMinor) return 'too_little'
  const paid = await collectCharge({ charge, payer: `prepaid:${onlyDigits(card.code).slice(-4)}`, troubles: [], now })
  if (paid.status === 'paid') {
    world()
      .prepare('insert or replace into prepaid_cards (code, balance_minor) values (?, ?)')
      .run(onlyDigits(card.code), card.balanceMinor - charge.amountMinor)
  }
  return paid
}

/** Takes a card's number and asks its holder's bank; the number itself is not kept, only how the card behaves. */
export async function presentCard(
  charge: CompanyCharge,
  { number, now }: Readonly<{ number: string; now: Millis }>,
): Promise<CompanyCharge> {
  if (isOver(charge)) return charge
  const card = findTestCard(number)
  if (!card || card.outcome === 'refused')
    return closeCharge(charge, { status: 'declined', reason: 'refused_by_bank', now })
  if (card.outcome === 'no_credit') return closeCharge(charge, { status: 'declined', reason: 'no_credit', now })
  return updateCharge(charge, { status: 'reserved', payer: `card:${card.outcome}`, now })
}

/** The holder's answer in the bank's own application. */
export async function answerBank(
  charge: CompanyCharge,
  { isApproved, now }: Readonly<{ isApproved: boolean; now: Millis }>,
): Promise<CompanyCharge> {
  if (charge.status !== 'reserved') return charge
  if (!isApproved) return closeCharge(charge, { status: 'declined', reason: 'refused_by_bank', now })
  return collectCharge({ charge, payer: charge.payer ?? 'card', troubles: troublesOfCard(charge), now })
}

/** How the card that was presented behaves. */
export function troublesOfCard({ payer }: CompanyCharge): readonly Trouble[] {
  return troubles.filter((trouble) => payer === `card:${trouble}`)
}

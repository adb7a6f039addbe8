import type { Millis } from '../time/time.ts'
import { type CompanyCharge, findCharge, updateCharge } from './company-store.ts'
import { type Trouble, troubles } from './handset.ts'
import { companyOf } from './merchants.ts'
import { closeCharge, collectCharge, isOver, refundCharge } from './settle-charge.ts'
import { findTestCard, type PrepaidCard, plainCode, prepaidCards } from './test-cards.ts'
import { world } from './world.ts'

/** What is left on each prepaid card. */
export function listPrepaidCards(): readonly PrepaidCard[] {
  const left = new Map(
    world()
      .prepare<[], { code: string; balance_minor: number }>('select code, balance_minor from prepaid_cards')
      .all()
      .map(({ code, balance_minor }) => [code, balance_minor]),
  )
  return prepaidCards.map((card) => ({ ...card, balanceMinor: left.get(plainCode(card.code)) ?? card.balanceMinor }))
}

export type PaidOrWhyNot = CompanyCharge | 'wrong_code' | 'too_little'

/** Pays with the code of a company's prepaid card; a wrong one or too small a balance lets the payer try another. */
export async function payByPrepaidCard(
  charge: CompanyCharge,
  { code, now }: Readonly<{ code: string; now: Millis }>,
): Promise<PaidOrWhyNot> {
  if (charge.status !== 'open') return charge
  const seller = companyOf(charge)
  const card = listPrepaidCards().find((known) => known.seller === seller && plainCode(known.code) === plainCode(code))
  if (!card) return 'wrong_code'
  if (card.balanceMinor < charge.amountMinor) return 'too_little'
  const payer = `prepaid:${plainCode(card.code).slice(-4)}`
  moveBalance(card, -charge.amountMinor)
  const paid = await collectCharge({ charge, payer, troubles: card.trouble ? [card.trouble] : [], now })
  if (paid.status === 'expired') moveBalance(card, charge.amountMinor)
  return paid
}

function moveBalance(card: PrepaidCard, byMinor: number): void {
  world()
    .prepare(
      `insert into prepaid_cards (code, balance_minor) values (@code, @balanceMinor + @byMinor)
       on conflict (code) do update set balance_minor = balance_minor + @byMinor`,
    )
    .run({ code: plainCode(card.code), balanceMinor: card.balanceMinor, byMinor })
}

/** Gives money back to the card that paid. @returns false when it is more than was paid. */
export function refundToCard(charge: CompanyCharge, refund: Readonly<{ id: string; amountMinor: number }>): boolean {
  if (refundCharge(charge, refund) !== 'done') return false
  putBack(charge, refund.amountMinor)
  return true
}

/** Nobody paid in time, or its merchant did not take in time what was set aside. */
export async function expireCharge(id: string, now: Millis): Promise<void> {
  const charge = findCharge(id)
  if (charge?.status !== 'open' && charge?.status !== 'reserved') return
  if (charge.status === 'reserved') putBack(charge, charge.amountMinor)
  await closeCharge(charge, { status: 'expired', reason: 'out_of_time', now })
}

function putBack(charge: CompanyCharge, byMinor: number): void {
  const seller = companyOf(charge)
  const card = listPrepaidCards().find(
    (known) => known.seller === seller && charge.payer === `prepaid:${plainCode(known.code).slice(-4)}`,
  )
  if (card) moveBalance(card, byMinor)
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

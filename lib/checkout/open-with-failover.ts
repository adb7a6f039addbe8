import { commit } from '../../db/commit.ts'
import { isConflict } from '../errors/conflict.ts'
import { money } from '../money/money.ts'
import { newQuote, type Quote } from '../pricing/quotes.ts'
import { billingOf, type ProviderAccount } from '../providers/accounts.ts'
import { listAccounts } from '../providers/accounts-queries.ts'
import { providerOf } from '../providers/registry.ts'
import { canServe } from '../providers/routing.ts'
import { collectedSince } from '../purchases/purchases-queries.ts'
import { monthStart } from '../time/time.ts'
import { type Beginning, beginCharge, isCardKept } from './begin-charge.ts'
import { type Opened, type Opening, openCharge } from './open-charge.ts'
import { isOffered } from './quote-guard.ts'

/** Rails where nothing can be collected before the payer has followed what the provider answered. */
const railsThatWaitForThePayer: ReadonlySet<string> = new Set(['card', 'prepaid_card', 'lightning'])

type Request = Readonly<{ beginning: Beginning; opening: Opening }>

/**
 * Opens a charge, and where its provider cannot be reached tries the other accounts of the same rail that bill exactly
 * the same, each with a charge and a consent of its own under the same purchase.
 *
 * Only where the payer has been sent nowhere yet: what could collect by itself, such as a telephone bill or a kept card,
 * is never tried twice for one press of the button. A refusal is an answer, and is not shopped around.
 */
export async function openWithFailover({ beginning, opening }: Request): Promise<Opened> {
  const first = await openCharge(opening)
  // What a program signed, and a card that is kept, are for this account only.
  const isBound = opening.paymentProof !== undefined || beginning.card !== undefined
  if (isBound || isAnswered(first) || !railsThatWaitForThePayer.has(opening.account.rail)) return first
  for (const account of standbysOf(beginning)) {
    const opened = await openThrough(account, { beginning, opening })
    if (opened && isAnswered(opened)) return opened
  }
  return first
}

function isAnswered(opened: Opened): boolean {
  if (opened.kind === 'unreachable') return false
  return opened.opening.kind !== 'refused' || opened.opening.failure !== 'provider_down'
}

function standbysOf({ quote, account, now }: Beginning): readonly ProviderAccount[] {
  const serving = { now, device: undefined, collectedThisMonth: (id: string) => collectedSince(id, monthStart(now)) }
  return listAccounts().filter(
    (other) =>
      other.id !== account.id &&
      other.rail === account.rail &&
      providerOf(other.kind).facts.isForPrograms !== true &&
      isOffered(other) &&
      canServe(other, quote.billedMinor, serving) &&
      billsTheSame(other, quote),
  )
}

function billsTheSame(account: ProviderAccount, quote: Quote): boolean {
  const billing = billingOf(account, money(quote.priceMinor, quote.currency), quote.country)
  return billing?.billed.minor === quote.billedMinor && billing.pricePoint?.number === undefined
}

async function openThrough(account: ProviderAccount, { beginning, opening }: Request): Promise<Opened | undefined> {
  const { quote, now } = beginning
  const billing = billingOf(account, money(quote.priceMinor, quote.currency), quote.country)
  const pricePointId = billing?.pricePoint?.id ?? null
  const { id: _, expiresAt: __, ...terms } = quote
  const another = newQuote({ ...terms, accountId: account.id, pricePointId }, now)
  const begun = beginCharge({
    ...beginning,
    buyer: { ...beginning.buyer, newDeviceToken: undefined },
    quote: another,
    account,
    pending: opening.purchase,
    replaced: undefined,
  })
  try {
    await commit(begun.steps)
  } catch (error) {
    // Paid or closed in the meantime: there is nothing left to try.
    if (isConflict(error)) return undefined
    throw error
  }
  const saveInstrument = isCardKept({ ...beginning, account })
  return openCharge({ ...opening, charge: begun.charge, account, pricePointId, saveInstrument })
}

import { commit } from '../../db/commit.ts'
import { isForSale, revealPriceAt } from '../ads/ads.ts'
import { type AdForSale, findAdForSale } from '../ads/sale-queries.ts'
import { config } from '../config/env.ts'
import { sha256Hex } from '../config/keys.ts'
import { DomainError } from '../errors/domain-error.ts'
import { newToken } from '../ids/ids.ts'
import { newQuote, type Quote, signQuote } from '../pricing/quotes.ts'
import { accountContext, billingOf, type ProviderAccount } from '../providers/accounts.ts'
import { listAccounts } from '../providers/accounts-queries.ts'
import type { ChargeOpening } from '../providers/provider.ts'
import { providerOf } from '../providers/registry.ts'
import { canServe } from '../providers/routing.ts'
import { type Charge, isFinal } from '../purchases/purchases.ts'
import { collectedSince, findChargeByQuote } from '../purchases/purchases-queries.ts'
import type { Contact } from '../reveals/reveals.ts'
import { findUnlock, revealContact } from '../reveals/reveals-queries.ts'
import { recordReveal } from '../reveals/reveals-store.ts'
import { monthStart } from '../time/time.ts'
import { buyerOf } from './buyer.ts'
import { checkCharge } from './check-charge.ts'
import type { CheckoutContext } from './checkout-context.ts'
import type { BuyForProgramInput } from './checkout-input.ts'
import { isOffered } from './quote-guard.ts'
import { requestUnlock } from './request-unlock.ts'

/** How the program's request came: the payment it holds, and a key of its own that lets it ask for the answer again. */
export type ProgramRequest = Readonly<{ payment: string | undefined; retryKey: string | undefined }>

export type ProgramOutcome =
  | Readonly<{ kind: 'payment_required'; headers: Readonly<Record<string, string>>; body: unknown }>
  | Readonly<{ kind: 'unlocked'; ref: string; contact: Contact; headers: Readonly<Record<string, string>> }>

const longestPayment = 8000

/**
 * Sells a contact to a program within one request: without a payment it is told how to pay; with one, the contact is the
 * answer. One payment buys once: on its network it can be used once, and its event counts once here.
 *
 * The payment becomes public when it is settled, so the contact is shown again only to whoever repeats the request with
 * the same payment and the same Idempotency-Key; the payment alone is refused.
 *
 * @throws DomainError waiver_required, not_found, ad_unavailable, free_contact, contact_doubted, provider_unavailable,
 *   cap_reached, conflict while the same payment is still being settled.
 */
export async function buyForProgram(
  input: BuyForProgramInput,
  context: CheckoutContext & Readonly<{ program: ProgramRequest }>,
): Promise<ProgramOutcome> {
  if (!input.waiver) throw new DomainError('waiver_required', { fields: [{ field: 'waiver', code: 'required' }] })
  const { payment, retryKey } = context.program
  if (payment !== undefined && payment.length > longestPayment) throw new DomainError('invalid_input')
  const seed = sha256Hex(`program ${input.ref} ${payment} ${retryKey ?? newToken()}`).slice(0, 40)
  const ad = findAdForSale(input.ref, context.locale)
  if (!ad) throw new DomainError('not_found')
  const known = payment === undefined ? undefined : findChargeByQuote(seed)
  if (known) return answerAgain({ ad, charge: known, seed, context })
  const { account, quote } = offerFor(ad, seed, { ...context, country: input.country })
  if (payment === undefined) return askForPayment(ad, quote, { account, context })
  const outcome = await requestUnlock(
    { locale: input.locale, waiver: true, quote: signQuote(quote) },
    { ...context, actor: nobody, paymentProof: payment },
  )
  const opening = outcome.kind === 'open' ? outcome.opening : undefined
  const headers = opening?.kind === 'observed' ? (opening.headers ?? {}) : {}
  return (await showToBuyer(ad, seed, { context, headers })) ?? notPaid(ad, quote, { account, context, opening })
}

/** Each payment is a payer of its own: programs keep no cookies. */
const nobody = { deviceHash: undefined, payerIds: [], memberId: undefined }

type Offered = Readonly<{ account: ProviderAccount; quote: Quote }>

function offerFor(ad: AdForSale, seed: string, { now, country }: Readonly<{ now: number; country: string }>): Offered {
  if (!isForSale(ad, now)) throw new DomainError('ad_unavailable')
  const cost = revealPriceAt(ad, now)
  if (cost.kind === 'free') throw new DomainError('free_contact')
  if (cost.kind !== 'paid') throw new DomainError('contact_doubted')
  const { price } = cost
  const serving = { now, device: undefined, collectedThisMonth: (id: string) => collectedSince(id, monthStart(now)) }
  const account = listAccounts().find(
    (known) =>
      providerOf(known.kind).facts.isForPrograms === true &&
      isOffered(known) &&
      billingOf(known, price, country) !== undefined &&
      canServe(known, price.minor, serving),
  )
  if (!account) throw new DomainError('provider_unavailable')
  const terms = {
    kind: 'reveal' as const,
    adId: ad.id,
    accountId: account.id,
    country,
    currency: price.currency,
    priceMinor: price.minor,
    billedMinor: price.minor,
    pricePointId: null,
  }
  return { account, quote: { ...newQuote(terms, now), id: seed } }
}

type About = Readonly<{ account: ProviderAccount; context: CheckoutContext }>

async function askForPayment(ad: AdForSale, quote: Quote, { account, context }: About): Promise<ProgramOutcome> {
  const opening = await providerOf(account.kind).openCharge({
    account: accountContext(account),
    correlator: ad.ref,
    amount: { minor: quote.billedMinor, currency: quote.currency },
    pricePoint: undefined,
    country: quote.country,
    locale: context.locale,
    payerCode: '',
    description: `Contact ${ad.ref}`,
    returnUrl: `${config().origin}/api/v1/ads/${ad.ref}/unlocks`,
    msisdn: undefined,
    now: context.now,
  })
  if (opening.kind !== 'http402') throw new DomainError('provider_unavailable')
  return { kind: 'payment_required', headers: opening.headers, body: opening.body }
}

type Known = Readonly<{ ad: AdForSale; charge: Charge; seed: string; context: CheckoutContext }>

/** Asked again with the same payment and key: what it bought, or that it is still under way, which is asked about. */
async function answerAgain({ ad, charge, seed, context }: Known): Promise<ProgramOutcome> {
  if (!isFinal(charge.state)) await checkCharge(charge, context.now)
  const shown = await showToBuyer(ad, seed, { context, headers: {} })
  if (shown) return shown
  throw new DomainError('conflict')
}

type Showing = Readonly<{ context: CheckoutContext; headers: Readonly<Record<string, string>> }>

async function showToBuyer(ad: AdForSale, seed: string, { context, headers }: Showing) {
  const unlock = findUnlock(buyerOf(nobody, seed).payerIds, ad.id)
  if (!unlock) return undefined
  await commit([recordReveal({ payerId: unlock.payerId, adId: ad.id, now: context.now })])
  return { kind: 'unlocked' as const, ref: ad.ref, contact: revealContact(unlock), headers }
}

type Refused = About & Readonly<{ opening: ChargeOpening | undefined }>

/** Refused, or spent on something else already: the program is told so and how to pay. Unknown: that it must ask again. */
async function notPaid(ad: AdForSale, quote: Quote, { opening, ...about }: Refused): Promise<ProgramOutcome> {
  const isUnknown = opening?.kind === 'observed' && opening.observation.state === 'pending'
  if (opening === undefined || isUnknown) throw new DomainError('provider_unavailable')
  const asked = await askForPayment(ad, quote, about)
  const why = opening.kind === 'refused' ? opening.headers : undefined
  return { ...asked, headers: { ...asked.headers, ...why } }
}

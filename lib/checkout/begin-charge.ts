import type { Step } from '../../db/commit.ts'
import { keyedHash } from '../config/keys.ts'
import type { Locale } from '../i18n/locales.ts'
import { newId, newPayerCode, newPublicId } from '../ids/ids.ts'
import type { Quote } from '../pricing/quotes.ts'
import type { ProviderAccount } from '../providers/accounts.ts'
import type { UsableInstrument } from '../providers/instruments.ts'
import { providerOf } from '../providers/registry.ts'
import { type Charge, type Purchase, purchaseLifeMs, recoveryCodeOf, recoveryHashOf } from '../purchases/purchases.ts'
import {
  cancelPurchase,
  extendPurchase,
  insertCharge,
  insertConsent,
  insertPurchase,
  insertQuote,
  requireNoInstrumentCharge,
  unpaidColumns,
} from '../purchases/purchases-store.ts'
import { findSetting } from '../settings/settings-queries.ts'
import { walletIdOf } from '../wallet/wallet.ts'
import type { Buyer } from './buyer.ts'
import { buyerSteps } from './buyer.ts'
import { consentTexts } from './consent.ts'
import { canKeepCards } from './saved-cards.ts'

/** What was shown about the ad when it was bought, kept with the consent. */
export type AdSnapshot = Readonly<{
  ref: string
  hasPhone: boolean
  title: string
  priceMinor: number | null
  placeName: string
  confirmedAt: number
  phoneVerifiedAt: number | null
}>

export type Beginning = Readonly<{
  quote: Quote
  buyer: Buyer
  account: ProviderAccount
  /** A purchase of the same payer for the same ad that still waits; its charge joins it. */
  pending: Purchase | undefined
  /** One that waits at another price: it is closed, and money that still comes for it is honoured. */
  replaced?: Purchase | undefined
  ad: AdSnapshot | undefined
  /** With the wallet rail: which balance is spent. */
  walletId?: string
  /** The kept card to charge, which the payer chose by its button. */
  card?: UsableInstrument | undefined
  /** The payer ticked the box to have the card kept that she is about to use. */
  keepsCard?: boolean
  locale: Locale
  address: string
  now: number
}>

export type Begun = Readonly<{ purchase: Purchase; charge: Charge; steps: readonly Step[] }>

/** A purchase with its consent receipt and a `created` charge, ready to commit before any provider hears of it. */
export function beginCharge(beginning: Beginning): Begun {
  const { quote, buyer, pending, replaced, now } = beginning
  const purchase = pending ?? newPurchase(beginning)
  const charge = newCharge(beginning, purchase.id)
  const { pricePointId: _, ...quoteRow } = quote
  const steps = [
    ...buyerSteps(buyer, now),
    insertQuote({ ...quoteRow, payerId: buyer.payerId, createdAt: now }),
    ...(replaced ? [cancelPurchase(replaced.id)] : []),
    pending ? extendPurchase(pending.id, now + purchaseLifeMs) : insertPurchase(purchaseRow(purchase, quote)),
    ...(beginning.card ? [requireNoInstrumentCharge(purchase.id, beginning.card.id)] : []),
    insertCharge({ ...charge, quoteId: quote.id, ...unpaidColumns(now) }),
    consentStep(beginning, { purchaseId: purchase.id, chargeId: charge.id }),
  ]
  return { purchase, charge, steps }
}

function newPurchase({ quote, buyer, locale, now }: Beginning): Purchase {
  const rates = findSetting('vatRates')
  return {
    id: newPublicId(),
    kind: quote.kind,
    payerId: buyer.payerId,
    adId: quote.adId,
    walletId: null,
    locale,
    country: quote.country,
    currency: quote.currency,
    priceMinor: quote.priceMinor,
    state: 'pending',
    note: null,
    settledChargeId: null,
    paidMinor: 0,
    refundedMinor: 0,
    reversedMinor: 0,
    vatBp: rates[quote.country] ?? rates['FR'] ?? 0,
    createdAt: now,
    expiresAt: now + purchaseLifeMs,
    settledAt: null,
  }
}

function purchaseRow(purchase: Purchase, quote: Quote) {
  return { ...purchase, clientKey: quote.id, recoveryHash: recoveryHashOf(recoveryCodeOf(purchase.id)) }
}

function newCharge({ quote, account, walletId, card, buyer, now }: Beginning, purchaseId: string): Charge {
  const id = newId()
  const isInternal = account.rail === 'wallet' || account.rail === 'voucher'
  return {
    id,
    purchaseId,
    accountId: account.id,
    rail: account.rail,
    state: 'created',
    correlator: newPublicId(),
    providerReference: isInternal ? `${walletId ?? walletIdOf(buyer.payerId, quote.currency)}/${id}` : null,
    payerCode: isInternal ? null : newPayerCode(),
    opening: null,
    currency: quote.currency,
    billedMinor: quote.billedMinor,
    paidMinor: 0,
    commissionMinor: null,
    reversedMinor: 0,
    note: null,
    failureCode: null,
    instrumentId: card?.id ?? null,
    checks: 0,
    createdAt: now,
    nextCheckAt: isInternal ? null : now + 60_000,
  }
}

/** Whether the payer's choice to have her card kept means anything at this account. */
export function isCardKept({ keepsCard = false, card, account }: Pick<Beginning, 'keepsCard' | 'card' | 'account'>) {
  return keepsCard && card === undefined && canKeepCards(account)
}

function consentStep(beginning: Beginning, ids: Readonly<{ purchaseId: string; chargeId: string }>): Step {
  const { quote, account, ad, card, locale, address, now } = beginning
  const texts = consentTexts(quote, { ad, facts: providerOf(account.kind).facts, card: card?.label, locale })
  return insertConsent({
    id: newId(),
    ...ids,
    locale,
    buttonText: texts.button,
    shownTexts: texts.notices,
    waiverText: texts.waiver ?? null,
    keepText: isCardKept(beginning) ? texts.keep : null,
    adSnapshot: ad ?? null,
    addressHash: keyedHash('addresses', address),
    at: now,
  })
}

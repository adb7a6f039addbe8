import type { Step } from '../../db/commit.ts'
import { config } from '../config/env.ts'
import { localeOr } from '../i18n/locales.ts'
import { pathTo } from '../i18n/paths.ts'
import { queueMail } from '../mail/mail-store.ts'
import { mailText } from '../mail/mail-text.ts'
import { formatMoney } from '../money/format-money.ts'
import { money } from '../money/money.ts'
import type { Purchase } from '../purchases/purchases.ts'
import { findPayerEmail, type Seller } from './claims-queries.ts'

type AdNamed = Readonly<{ ref: string; title: string }>
export type ClaimLetter = 'claimReceived' | 'claimRefunded' | 'claimRejected'

/** Tells a payer who gave an address what became of a claim; nothing for one who gave none. Never names a contact. */
export function claimLetter(
  key: ClaimLetter,
  about: Readonly<{ claimId: string; purchase: Purchase; ad: AdNamed; answer: string; now: number }>,
): Step[] {
  const { claimId, purchase, ad, answer, now } = about
  const to = findPayerEmail(purchase.payerId)
  if (to === undefined) return []
  const locale = localeOr(purchase.locale)
  const letter = mailText(key, locale, {
    ref: ad.ref,
    title: ad.title,
    amount: formatMoney(money(purchase.priceMinor, purchase.currency), locale),
    answer,
    url: config().origin + pathTo(locale, 'complaint', purchase.id),
  })
  return [queueMail({ dedupeKey: `${key}:${claimId}`, to, locale, letter }, now)]
}

/** Asks an advertiser whether a contact that a buyer doubts still stands; says nothing about the buyer. */
export function sellerLetter(
  seller: Seller,
  about: Readonly<{ claimId: string; ad: AdNamed; token: string; hours: number; now: number }>,
): Step {
  const { claimId, ad, token, hours, now } = about
  const { email: to, locale } = seller
  const url = config().origin + pathTo(locale, 'confirm-ad', token)
  const letter = mailText('claimAskSeller', locale, { ref: ad.ref, title: ad.title, hours, url })
  return queueMail({ dedupeKey: `claimAskSeller:${claimId}`, to, locale, letter }, now)
}

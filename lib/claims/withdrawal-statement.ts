import { findAdForSaleById } from '../ads/sale-queries.ts'
import type { Locale } from '../i18n/locales.ts'
import { translate } from '../i18n/translator.ts'
import { formatMoney } from '../money/format-money.ts'
import { money } from '../money/money.ts'
import type { Purchase } from '../purchases/purchases.ts'
import { findPurchase, findReceipt } from '../purchases/purchases-queries.ts'
import { formatDate } from '../time/format-time.ts'
import { readDraft } from './withdrawal-draft.ts'

export type ShownStatement = Readonly<{ purchase: Purchase; name: string; email: string; statement: string }>

/** The statement of the second step, as it is shown and, once confirmed, kept word for word. */
export function statementOf(purchase: Purchase, { name, locale }: Readonly<{ name: string; locale: Locale }>): string {
  const t = translate(locale, 'withdrawal')
  const ad = purchase.adId === null ? undefined : findAdForSaleById(purchase.adId, locale)
  const what =
    purchase.kind === 'reveal'
      ? t('contract.contact', { ref: ad?.ref ?? '', title: ad?.title ?? '' })
      : purchase.kind === 'top_up'
        ? t('contract.topUp')
        : t('contract.service', { ref: ad?.ref ?? '' })
  return t('statement', {
    name,
    what,
    number: String(findReceipt(purchase.id)?.number ?? '–'),
    amount: formatMoney(money(purchase.paidMinor, purchase.currency), locale),
    date: formatDate(purchase.settledAt ?? purchase.createdAt, locale),
  })
}

/** What the address of the second step says; undefined when it is not ours or too old. */
export function findShownStatement(
  draft: string,
  { locale, now }: Readonly<{ locale: Locale; now: number }>,
): ShownStatement | undefined {
  const read = readDraft(draft, now)
  const purchase = read && findPurchase(read.purchaseId)
  if (!read || !purchase) return undefined
  return { purchase, name: read.name, email: read.email, statement: statementOf(purchase, { name: read.name, locale }) }
}

import type { Locale } from '../i18n/locales.ts'
import { translate } from '../i18n/translator.ts'
import type { Letter } from '../mail/mail.ts'
import { formatMoney, withPlainSpaces } from '../money/format-money.ts'
import { type Money, splitVat } from '../money/money.ts'
import type { Millis } from '../time/time.ts'

/** Everything a receipt says. There is no field for a contact: mail boxes are read by others. */
export type ReceiptFacts = Readonly<{
  locale: Locale
  number: number
  issuedAt: Millis
  /** Absent when the balance was topped up. */
  ad: Readonly<{ ref: string; title: string }> | undefined
  paid: Money
  /** What of it is a price, tax included; absent when all of it became balance, whose tax is due when it is used. */
  sold: Money | undefined
  /** 0 when the operator owes the tax and states it on its own bill. */
  vatBp: number
  /** Named as the payer knows it: `SMS`, `Solde`. */
  method: string
  /** Word for word, as shown before the payment. */
  consentTexts: readonly string[]
  recoveryCode: string | undefined
  urls: Readonly<{ access: string; receipt: string; recover: string }>
  seller: Readonly<{ name: string; address: string; email: string; siret: string }>
  site: Readonly<{ name: string; origin: string }>
}>

/** The receipt as a letter in the payer's language. */
export function receiptMail(facts: ReceiptFacts): Letter {
  const { locale, ad, number, urls, seller, site } = facts
  const t = translate(locale, 'mail')
  const title = ad?.title ?? translate(locale, 'common')('wallet')
  const paragraphs = [
    [t('greeting')],
    [t(ad ? 'receiptIntro' : 'receiptTopUpIntro')],
    [t('receiptNumber', { number, date: dateOf(facts) }), ...(ad ? [t('receiptAd', ad)] : []), ...paidLines(facts)],
    [...(ad ? [t('receiptAccess', { url: urls.access })] : []), t('receiptPage', { url: urls.receipt })],
    facts.recoveryCode === undefined
      ? []
      : [t('receiptRecovery', { code: facts.recoveryCode }), t('receiptRecoveryHint', { url: urls.recover })],
    facts.consentTexts.length === 0 ? [] : [t('receiptConsent'), ...facts.consentTexts.map((text) => `- ${text}`)],
    [t('receiptSeller'), seller.name, seller.address, seller.siret && `SIRET ${seller.siret}`, seller.email],
    [t('noReply')],
    [t('signature', { site: site.name, origin: site.origin })],
  ]
  return { subject: t('receiptSubject', { number, title }), text: textOf(paragraphs) }
}

function paidLines(facts: ReceiptFacts): readonly string[] {
  const { locale, paid, method } = facts
  const t = translate(locale, 'mail')
  return [t('receiptPaid', { amount: formatMoney(paid, locale), method }), vatLine(facts), t('receiptOnce')]
}

function vatLine({ locale, sold, vatBp }: ReceiptFacts): string {
  const t = translate(locale, 'mail')
  if (!sold) return t('receiptTopUpVat')
  if (vatBp === 0) return t('receiptNoVat')
  const rate = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(vatBp / 10_000)
  return t('receiptVat', { rate, amount: formatMoney(splitVat(sold, vatBp).vat, locale) })
}

function dateOf({ locale, issuedAt }: ReceiptFacts): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Paris',
  }).format(issuedAt)
}

/** Mail readers of every age draw plain spaces; empty lines and empty paragraphs are left out. */
export function textOf(paragraphs: readonly (readonly string[])[]): string {
  const written = paragraphs.map((lines) => lines.filter((line) => line !== '').join('\n'))
  return `${withPlainSpaces(written.filter((text) => text !== '').join('\n\n'))}\n`
}

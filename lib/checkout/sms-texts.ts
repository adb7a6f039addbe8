import { findAdForSaleById } from '../ads/sale-queries.ts'
import { type Locale, localeOr } from '../i18n/locales.ts'
import { translate } from '../i18n/translator.ts'
import { groupCode } from '../ids/crockford.ts'
import { formatMoney, withPlainSpaces } from '../money/format-money.ts'
import { money } from '../money/money.ts'
import type { ProviderAccount } from '../providers/accounts.ts'
import type { CallbackReading, Observation, SmsCommand } from '../providers/provider.ts'
import { type Purchase, recoveryCodeOf } from '../purchases/purchases.ts'
import { findPurchase } from '../purchases/purchases-queries.ts'
import { findSetting } from '../settings/settings-queries.ts'
import { isAdService } from './ad-services.ts'
import type { Applied } from './apply-observation.ts'

type Told = Readonly<{
  account: ProviderAccount
  observation: Observation
  applied: Applied
  reading: Extract<CallbackReading, { kind: 'read' }>
}>

/**
 * The text that answers a payer's telephone. Never the contact: texts pass through the logs of operators and gateways;
 * the number is on the page, and the code opens it elsewhere.
 */
export function decisionText({ account, observation, applied, reading }: Told): string | undefined {
  if (account.rail !== 'premium_sms') return undefined
  const purchase = applied.purchaseId === undefined ? undefined : findPurchase(applied.purchaseId)
  const words = wordsFor(localeOr(purchase?.locale))
  if (!purchase)
    return applied.outcome === 'suspense' ? words.t('kept', words.common) : words.t('unknown', words.common)
  const minor = observation.amount?.minor ?? applied.charge?.billedMinor ?? purchase.priceMinor
  const values = {
    ...words.common,
    ref: adRefOf(purchase),
    price: formatMoney(money(minor, purchase.currency), words.locale),
    code: groupCode(recoveryCodeOf(purchase.id)),
    received: reading.understood?.received ?? '',
    as: reading.understood?.as ?? '',
  }
  return words.t(keyOf(applied, purchase, reading.understood !== undefined), values)
}

type Key =
  | 'servicePaid'
  | 'open'
  | 'openUnderstood'
  | 'openLate'
  | 'toppedUp'
  | 'credited'
  | 'already'
  | 'pending'
  | 'failed'

function keyOf(applied: Applied, purchase: Purchase, isUnderstood: boolean): Key {
  if (applied.outcome === 'settled') {
    if (purchase.kind === 'top_up') return 'toppedUp'
    if (isAdService(purchase.kind)) return 'servicePaid'
    if (applied.note === 'late') return 'openLate'
    return isUnderstood ? 'openUnderstood' : 'open'
  }
  if (applied.outcome === 'credited') return 'credited'
  if (applied.outcome === 'failed') return 'failed'
  if (applied.outcome !== 'already_settled') return 'pending'
  return isAdService(purchase.kind) ? 'servicePaid' : 'already'
}

function adRefOf(purchase: Purchase): string {
  return purchase.adId === null ? '' : (findAdForSaleById(purchase.adId, purchase.locale)?.ref ?? '')
}

/** Nothing of ours was in the text. */
export function unreadText(): string {
  const words = wordsFor('fr')
  return words.t('unknown', words.common)
}

export function commandText(word: SmsCommand): string {
  const words = wordsFor('fr')
  return words.t(word, words.common)
}

function wordsFor(locale: Locale) {
  const publisher = findSetting('publisher')
  const common = {
    site: translate(locale, 'common')('siteName'),
    publisher: [publisher.name, publisher.address].filter(Boolean).join(', '),
    help: publisher.email || publisher.phone,
  }
  const translator = translate(locale, 'sms')
  return {
    locale,
    common,
    t: (key: Parameters<typeof translator>[0], values: Record<string, string>) =>
      withPlainSpaces(translator(key, values)),
  }
}

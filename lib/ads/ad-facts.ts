import {
  type CategoryDto,
  type FieldDto,
  type FieldValue,
  type FieldValues,
  fieldOptionLabel,
} from '../categories/categories.ts'
import type { Locale } from '../i18n/locales.ts'
import { formatPrice } from '../money/format-money.ts'
import { type Currency, money } from '../money/money.ts'
import { formatDate } from '../time/format-time.ts'
import type { AdFact } from './ads.ts'

type Filled = Readonly<{ fields: FieldValues; currency: Currency }>

const yesNo: Readonly<Record<Locale, readonly [yes: string, no: string]>> = { fr: ['Oui', 'Non'], en: ['Yes', 'No'] }
const numberFormats: Readonly<Record<Locale, Intl.NumberFormat>> = {
  fr: new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }),
}
const factsOnCard = 4

/** Every filled field of an ad in the order of its category, ready to show. */
export function adFacts(category: CategoryDto, ad: Filled, locale: Locale): readonly AdFact[] {
  return category.fields.flatMap((field) => factOf(field, ad, locale) ?? [])
}

/** The facts of a list: figures and choices first, since titles already name makes and models. */
export function cardFacts(category: CategoryDto, ad: Filled, locale: Locale): readonly AdFact[] {
  const texts = category.fields.filter((field) => field.type === 'text')
  const others = category.fields.filter((field) => field.type !== 'text')
  return [...others, ...texts].flatMap((field) => factOf(field, ad, locale) ?? []).slice(0, factsOnCard)
}

function factOf(field: FieldDto, ad: Filled, locale: Locale): AdFact | undefined {
  const value = ad.fields[field.key]
  if (value === undefined || value === '') return undefined
  return { key: field.key, label: field.label[locale], value: fieldValueText(field, value, { locale, ...ad }) }
}

/** A value as people read it: `45 000 km`, `1958`, `Oui`, an option's name. */
export function fieldValueText(
  field: FieldDto,
  value: FieldValue,
  { locale, currency }: Readonly<{ locale: Locale; currency: Currency }>,
): string {
  if (typeof value === 'boolean') return yesNo[locale][value ? 0 : 1]
  if (typeof value === 'object') return value.map((chosen) => fieldOptionLabel(field, chosen, locale)).join(', ')
  if (typeof value === 'string') {
    return field.type === 'date' ? formatDate(Date.parse(value), locale) : fieldOptionLabel(field, value, locale)
  }
  if (field.type === 'money') return formatPrice(money(Math.round(value), currency), locale)
  // A number of four digits without a unit is a year more often than a quantity, and reads well either way.
  const isPlain = field.type === 'year' || (field.unit === null && value < 10_000)
  const digits = isPlain ? String(value) : numberFormats[locale].format(value)
  return field.unit === null ? digits : `${digits}\u00a0${field.unit}`
}

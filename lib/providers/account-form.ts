import type { FieldProblem } from '../errors/domain-error.ts'
import { type Currency, currencies, decimalAmount, money, parseDecimalAmount } from '../money/money.ts'
import type { PricePoint } from '../money/rails.ts'
import { unreadableAddresses } from './address-list.ts'
import type { PaymentProvider, ProviderSettings, SettingField } from './provider.ts'
import { weaknessOf } from './secret-strength.ts'

/** What the operator types about an account, as typed. Settings are named `s_<key>`. */
export type AccountFields = Readonly<Record<string, unknown>>

/** What a contract covers. */
export type AccountScope = Readonly<{
  label: string
  mode: 'test' | 'live'
  countries: readonly string[]
  currency: Currency
  minMinor: number
  maxMinor: number
  ladder: readonly PricePoint[] | null
  devices: readonly string[] | null
  monthlyCapMinor: number | null
}>

export type Read<Value> = Readonly<{ value: Value; problems: readonly FieldProblem[] }>

const highestMinor = 10_000_000

/** Reads what a contract covers, and says of each field what is wrong with it. */
export function readScope(fields: AccountFields, provider: PaymentProvider): Read<AccountScope> {
  const { facts } = provider
  const problems: FieldProblem[] = []
  const text = (name: string) => String(fields[name] ?? '').trim()
  const bad = (field: string, code: string) => problems.push({ field, code })
  const label = text('label')
  if (label === '' || label.length > 60) bad('label', label === '' ? 'required' : 'too_big')
  const currency = currencies.find((code) => code === text('currency') && facts.currencies.includes(code)) ?? 'EUR'
  if (text('currency') !== currency || !facts.currencies.includes(currency)) bad('currency', 'invalid_value')
  const countries = [
    ...new Set(
      text('countries')
        .toUpperCase()
        .split(/[\s,;]+/),
    ),
  ].filter((code) => code !== '')
  if (countries.length === 0) bad('countries', 'required')
  const isServed = (code: string) =>
    /^[A-Z]{2}$/.test(code) && (facts.countries === 'any' || facts.countries.includes(code))
  if (!countries.every(isServed)) bad('countries', 'invalid_value')
  const ladder = readLadder(text('ladder'), currency)
  if (ladder.some((point) => point === undefined)) bad('ladder', 'invalid_format')
  const points = ladder.filter((point) => point !== undefined)
  if (facts.amounts === 'ladder' && points.length === 0) bad('ladder', 'required')
  const minMinor = amountOf(text('min'), currency) ?? (points.length > 0 ? 1 : undefined)
  const maxMinor =
    amountOf(text('max'), currency) ?? (points.length > 0 ? Math.max(...points.map(({ minor }) => minor)) : undefined)
  if (minMinor === undefined || minMinor < 1) bad('min', 'invalid_format')
  if (maxMinor === undefined || maxMinor > highestMinor || maxMinor < (minMinor ?? 1)) bad('max', 'out_of_range')
  const cap = text('cap') === '' ? null : amountOf(text('cap'), currency)
  if (cap === undefined) bad('cap', 'invalid_format')
  const device = text('device')
  return {
    value: {
      label,
      mode: text('mode') === 'live' ? 'live' : 'test',
      countries,
      currency,
      minMinor: minMinor ?? 1,
      maxMinor: maxMinor ?? 1,
      ladder: points.length > 0 ? points : null,
      devices: device === 'phone' || device === 'computer' ? [device] : null,
      monthlyCapMinor: cap ?? null,
    },
    problems,
  }
}

/**
 * Reads the settings of an account. A secret left empty keeps the one it has; a new one moves the old aside, where the
 * adapter accepts both while the provider changes over.
 */
export function readAccountSettings(
  fields: AccountFields,
  provider: PaymentProvider,
  known: ProviderSettings = {},
): Read<ProviderSettings> {
  const problems: FieldProblem[] = []
  const settings: Record<string, string> = {}
  for (const field of provider.settings.fields) {
    const typed = String(fields[`s_${field.key}`] ?? '').trim()
    const kept = field.isSecret && typed === '' ? (known[field.key] ?? '') : typed
    const code = settingProblem(field, kept)
    if (code) problems.push({ field: `s_${field.key}`, code })
    if (kept !== '') settings[field.key] = kept
  }
  const takesPrevious = provider.settings.fields.some(({ key }) => key === 'previousSecret')
  const isNewSecret = known['secret'] !== undefined && settings['secret'] !== known['secret']
  if (takesPrevious && isNewSecret && String(fields['s_previousSecret'] ?? '') === '' && known['secret']) {
    settings['previousSecret'] = known['secret']
  }
  return { value: settings, problems }
}

function settingProblem(field: SettingField, value: string): string | undefined {
  if (value === '') return field.isOptional || field.key === 'previousSecret' ? undefined : 'required'
  if (field.choices && !field.choices.includes(value)) return 'invalid_value'
  if (field.pattern && !new RegExp(`^(?:${field.pattern})$`).test(value)) return 'invalid_format'
  if (field.key === 'allowedAddresses' && unreadableAddresses(value).length > 0) return 'invalid_format'
  if (!field.isSecret) return undefined
  const weakness = weaknessOf(value, field.minLength ?? 1)
  return weakness === 'short' ? 'too_short' : weakness
}

/** One step a line: country, amount, number or short code; `FR 3,00 83000`. */
function readLadder(text: string, currency: Currency): readonly (PricePoint | undefined)[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [country = '', amount = '', ...rest] = line.split(/[\s;]+/)
      const minor = amountOf(amount, currency)
      if (!/^[A-Za-z]{2}$/.test(country) || !minor) return undefined
      const code = country.toUpperCase()
      const number = rest.join(' ')
      const point = { id: `${code}-${minor}`, country: code, currency, minor }
      return number === '' ? point : { ...point, number }
    })
}

/** A ladder as {@link readScope} reads it. */
export function ladderText(ladder: readonly PricePoint[] | null): string {
  return (ladder ?? [])
    .map(({ country, currency, minor, number = '' }) => {
      return `${country} ${decimalAmount(money(minor, currency))} ${number}`.trim()
    })
    .join('\n')
}

function amountOf(text: string, currency: Currency): number | undefined {
  return parseDecimalAmount(text.replace(',', '.').replace(/\s/g, ''), currency)?.minor
}

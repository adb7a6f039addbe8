import { z } from 'zod'
import { DomainError } from '../errors/domain-error.ts'
import type { Setting, SettingKey } from '../settings/settings.ts'
import { findSetting } from '../settings/settings-queries.ts'
import { amountInput, countInput, tickInput } from './panel-input.ts'

/** How a value is typed: a line, several lines, a whole number, an amount of money, a box to tick. */
export type SettingField = Readonly<{ name: string; kind: 'text' | 'area' | 'email' | 'count' | 'amount' | 'tick' }>

/** One form of the settings page: what it asks, what is there now, and what a sent form means. */
export type SettingsForm = Readonly<{
  key: SettingKey
  fields: readonly SettingField[]
  print: () => Readonly<Record<string, string>>
  read: z.ZodType<unknown>
}>

const text = (most: number) => z.string().trim().max(most).default('')
const amount = (minor: number) => (minor / 100).toFixed(2).replace('.', ',')
const tick = (value: boolean) => (value ? 'on' : '')
const texts = (names: readonly string[]): readonly SettingField[] => names.map((name) => ({ name, kind: 'text' }))
const counts = (names: readonly string[]): readonly SettingField[] => names.map((name) => ({ name, kind: 'count' }))
const amounts = (names: readonly string[]): readonly SettingField[] => names.map((name) => ({ name, kind: 'amount' }))

function form<Key extends SettingKey>(
  key: Key,
  fields: readonly SettingField[],
  rules: Readonly<{ print: (value: Setting<Key>) => Readonly<Record<string, string>>; read: z.ZodType<Setting<Key>> }>,
): SettingsForm {
  return { key, fields, print: () => rules.print(findSetting(key)), read: rules.read }
}

const publisher = form(
  'publisher',
  [
    ...texts(['name', 'form', 'director']),
    { name: 'address', kind: 'area' },
    { name: 'email', kind: 'email' },
    ...texts(['phone', 'siret', 'vatNumber']),
    { name: 'host', kind: 'area' },
    { name: 'mediator', kind: 'area' },
  ],
  {
    print: (value) => value,
    read: z.object({
      name: z.string().trim().min(1).max(120),
      form: text(120),
      director: text(120),
      address: z.string().trim().min(1).max(300),
      email: z.string().trim().pipe(z.email().max(200)),
      phone: text(30),
      siret: text(20).refine((value) => value === '' || /^\d{14}$/.test(value.replace(/\s/g, ''))),
      vatNumber: text(20),
      host: text(300),
      mediator: text(300),
    }),
  },
)

const countryList = z
  .string()
  .transform((typed) => [
    ...new Set(
      typed
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter((code) => code !== ''),
    ),
  ])
  .pipe(
    z
      .array(z.string().regex(/^[A-Z]{2}$/))
      .min(1)
      .max(40),
  )

const site = form('site', texts(['countries', 'currency']), {
  print: ({ countries, currency }) => ({ countries: countries.join(', '), currency }),
  read: z
    .object({
      countries: countryList,
      currency: z
        .string()
        .trim()
        .toUpperCase()
        .pipe(z.enum(['EUR', 'GBP'])),
    })
    .transform((typed) => ({ ...findSetting('site'), ...typed })),
})

const vatLine = /^([A-Z]{2})\s*[:=]\s*(\d{1,2}(?:[.,]\d{1,2})?)\s*%?$/

const vatRates = form('vatRates', [{ name: 'rates', kind: 'area' }], {
  print: (value) => ({
    rates: Object.entries(value)
      .map(([country, bp]) => `${country} : ${String(bp / 100).replace('.', ',')}`)
      .join('\n'),
  }),
  read: z
    .object({
      rates: z.string().transform((typed) =>
        typed
          .split('\n')
          .map((line) => line.trim().toUpperCase())
          .filter(Boolean),
      ),
    })
    .refine(({ rates }) => rates.every((line) => vatLine.test(line)), { path: ['rates'] })
    .transform(({ rates }) =>
      Object.fromEntries(
        rates.map((line) => {
          const [, country = '', rate = '0'] = vatLine.exec(line) ?? []
          return [country, Math.round(Number(rate.replace(',', '.')) * 100)]
        }),
      ),
    ),
})

const ceiling = (most: number) => amountInput.pipe(z.int().min(1).max(most))

const caps = form('caps', amounts(['payerDayMinor', 'payerMonthMinor', 'telcoPaymentMinor', 'telcoMonthMinor']), {
  print: (value) => Object.fromEntries(Object.entries(value).map(([name, minor]) => [name, amount(minor)])),
  read: z.object({
    payerDayMinor: amountInput.pipe(z.int().min(100).max(1_000_000)),
    payerMonthMinor: amountInput.pipe(z.int().min(100).max(10_000_000)),
    telcoPaymentMinor: ceiling(5000),
    telcoMonthMinor: ceiling(30_000),
  }),
})

const posting = form(
  'posting',
  [
    { name: 'moderateFirst', kind: 'tick' },
    ...counts(['reviewHours', 'bumpDays', 'featureDays', 'urgentDays', 'sponsorDays']),
  ],
  {
    print: (value) => ({
      ...Object.fromEntries(Object.entries(value).map(([name, one]) => [name, String(one)])),
      moderateFirst: tick(value.moderateFirst),
    }),
    read: z
      .object({
        moderateFirst: tickInput,
        reviewHours: countInput(1, 240),
        bumpDays: countInput(1, 365),
        featureDays: countInput(1, 365),
        urgentDays: countInput(1, 365),
        sponsorDays: countInput(1, 365),
      })
      .transform((typed) => ({ ...findSetting('posting'), ...typed })),
  },
)

const claimRules = form(
  'claimRules',
  [
    { name: 'refundWhenSoldBeforeReveal', kind: 'tick' },
    { name: 'firstClaimFree', kind: 'tick' },
    ...counts(['payersAgree', 'sellerSilentHours', 'perPayerPerMonth', 'maxRefundPercent']),
  ],
  {
    print: (value) => ({
      refundWhenSoldBeforeReveal: tick(value.refundWhenSoldBeforeReveal),
      firstClaimFree: tick(value.firstClaimFree),
      payersAgree: String(value.payersAgree),
      sellerSilentHours: String(value.sellerSilentHours),
      perPayerPerMonth: String(value.perPayerPerMonth),
      maxRefundPercent: String(Math.round(value.maxRefundShare * 100)),
    }),
    read: z
      .object({
        refundWhenSoldBeforeReveal: tickInput,
        firstClaimFree: tickInput,
        payersAgree: countInput(2, 20),
        sellerSilentHours: countInput(1, 720),
        perPayerPerMonth: countInput(0, 1000),
        maxRefundPercent: countInput(0, 100),
      })
      .transform(({ maxRefundPercent, ...rules }) => ({ ...rules, maxRefundShare: maxRefundPercent / 100 })),
  },
)

const refunds = form('refunds', amounts(['secondPersonAboveMinor']), {
  print: ({ secondPersonAboveMinor }) => ({ secondPersonAboveMinor: amount(secondPersonAboveMinor) }),
  read: z.object({ secondPersonAboveMinor: amountInput }),
})

const freshness = form('freshness', counts(['confirmAfterDays']), {
  print: ({ confirmAfterDays }) => ({ confirmAfterDays: String(confirmAfterDays) }),
  read: z.object({ confirmAfterDays: countInput(1, 365) }),
})

const wordsIn = (typed: string) => [
  ...new Set(
    typed
      .split(/[\n,;]+/)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
]

const screening = form(
  'screening',
  [
    { name: 'country', kind: 'text' },
    { name: 'refuseRestricted', kind: 'tick' },
    { name: 'refusedWords', kind: 'area' },
    { name: 'reviewedWords', kind: 'area' },
  ],
  {
    print: ({ country, refuseRestricted, words }) => {
      const listed = (outcome: string) => words.filter((word) => word.outcome === outcome).map(({ word }) => word)
      return {
        country,
        refuseRestricted: tick(refuseRestricted),
        refusedWords: listed('refuse').join('\n'),
        reviewedWords: listed('review').join('\n'),
      }
    },
    read: z
      .object({
        country: z
          .string()
          .trim()
          .toUpperCase()
          .regex(/^[A-Z]{2}$/),
        refuseRestricted: tickInput,
        refusedWords: z.string().max(20_000).default('').transform(wordsIn),
        reviewedWords: z.string().max(20_000).default('').transform(wordsIn),
      })
      .transform(({ refusedWords, reviewedWords, ...rest }) => ({
        ...rest,
        words: [
          ...refusedWords.map((word) => ({ word, outcome: 'refuse' as const })),
          ...reviewedWords.map((word) => ({ word, outcome: 'review' as const })),
        ],
      })),
  },
)

/** The forms of the settings page, in their order, by the name of their address. */
export const settingsForms = {
  publisher,
  site,
  vat: vatRates,
  caps,
  posting,
  claims: claimRules,
  refunds,
  freshness,
  screening,
} as const satisfies Record<string, SettingsForm>
export type SettingsSection = keyof typeof settingsForms
export const settingsSections = Object.keys(settingsForms) as readonly SettingsSection[]

/**
 * What a sent form of the settings means.
 *
 * @throws DomainError `invalid_input` naming the fields; `not_found` for a section there is not.
 */
export function readSettingsForm(
  section: string,
  typed: Readonly<Record<string, unknown>>,
): Readonly<{ key: SettingKey; value: Setting<SettingKey> }> {
  const found = settingsSections.find((name) => name === section)
  if (!found) throw new DomainError('not_found')
  const { key, read } = settingsForms[found]
  const result = read.safeParse(typed)
  if (result.success) return { key, value: result.data as Setting<SettingKey> }
  const fields = result.error.issues.map(({ path, code }) => ({ field: path.join('.'), code: String(code) }))
  throw new DomainError('invalid_input', { fields })
}

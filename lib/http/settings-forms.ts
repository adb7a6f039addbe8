import { z } from 'zod'
import { DomainError } from '../errors/domain-error.ts'
import type { Setting, SettingKey } from '../settings/settings.ts'
import { findSetting } from '../settings/settings-queries.ts'
import { amountInput } from './panel-input.ts'
import { amount, amounts, form, type SettingsForm, text, texts } from './settings-form.ts'
import { claimRules, freshness, posting, refunds, screening } from './settings-rule-forms.ts'

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

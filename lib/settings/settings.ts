import { z } from 'zod'

const tokenName = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/)
/** A colour, a length or a family name; nothing that could close the declaration or fetch something. */
const tokenValue = z
  .string()
  .max(80)
  .regex(/^[a-zA-Z0-9#.,%/() -]+$/)
  .refine((value) => !/url|expression|import/i.test(value))
const tokens = z.record(tokenName, tokenValue)

/** Design tokens that replace those of the style sheet; `all` holds in both themes. */
const brand = z.object({ all: tokens, light: tokens, dark: tokens })

/** Who answers for the site: printed on legal notices, receipts and the answer to a text that says CONTACT. */
const publisher = z.object({
  name: z.string().max(120),
  address: z.string().max(300),
  email: z.union([z.email(), z.literal('')]),
  phone: z.string().max(30),
  siret: z.string().max(20),
})

/** Value added tax by country of the payer, in basis points: 2 000 is 20 %. */
const vatRates = z.record(z.string().regex(/^[A-Z]{2}$/), z.int().min(0).max(3000))

/** Ceilings in minor units of whatever currency is paid; the telecom ones may be lowered but not raised above the law's. */
const caps = z.object({
  payerDayMinor: z.int().min(100).max(1_000_000),
  payerMonthMinor: z.int().min(100).max(10_000_000),
  telcoPaymentMinor: z.int().min(1).max(5000),
  telcoMonthMinor: z.int().min(1).max(30_000),
})

export const settingSchemas = { brand, publisher, vatRates, caps } as const
export type SettingKey = keyof typeof settingSchemas
export type Setting<Key extends SettingKey> = z.infer<(typeof settingSchemas)[Key]>
export type Settings = { readonly [Key in SettingKey]: Setting<Key> }

/** What holds until the operator says otherwise. */
export const defaultSettings: Settings = {
  brand: { all: {}, light: {}, dark: {} },
  publisher: { name: '', address: '', email: '', phone: '', siret: '' },
  vatRates: { FR: 2000, BE: 2100, GB: 2000, DE: 1900, ES: 2100, CH: 810, LU: 1700 },
  caps: { payerDayMinor: 5000, payerMonthMinor: 30_000, telcoPaymentMinor: 5000, telcoMonthMinor: 30_000 },
}

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
  /** Company form and capital: `SARL au capital de 8 000 €`. */
  form: z.string().max(120).default(''),
  /** Who is answerable for what is published. */
  director: z.string().max(120).default(''),
  vatNumber: z.string().max(20).default(''),
  /** Name, address and telephone of the host. */
  host: z.string().max(300).default(''),
  /** Consumer mediator: name and address. */
  mediator: z.string().max(300).default(''),
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

/** How the methods of payment are ordered. */
const routing = z.object({ order: z.enum(['operator', 'best_net']) })

const days = z.int().min(1).max(365)
const boostPrice = z.int().min(0).max(1_000_000)

/**
 * How ads come in, and what a better place costs where no price rule says anything: minor units of the category's
 * currency; 0 takes a boost off sale. `moderateFirst`: staff looks before an ad is seen, not after.
 */
const posting = z.object({
  moderateFirst: z.boolean(),
  reviewHours: z.int().min(1).max(240),
  bumpMinor: boostPrice,
  bumpDays: days,
  featureMinor: boostPrice,
  featureDays: days,
  urgentMinor: boostPrice,
  urgentDays: days,
  sponsorMinor: boostPrice,
  sponsorDays: days,
})

/** When a payer who says that a contact is no good is refunded without a person deciding. */
const claimRules = z.object({
  /** The ad was marked sold before the contact was shown. */
  refundWhenSoldBeforeReveal: z.boolean(),
  /** So many different payers say that the contact of an ad is wrong since its advertiser last confirmed it. */
  payersAgree: z.int().min(2).max(20),
  /** The advertiser was asked and says nothing for so long. */
  sellerSilentHours: z.int().min(1).max(720),
  /** The first claim a payer ever makes is believed. */
  firstClaimFree: z.boolean(),
  /** Claims of one payer in thirty days that rules may decide; further ones go to a person. */
  perPayerPerMonth: z.int().min(0).max(1000),
  /** The largest part of what a payer bought that rules may refund, from the fourth contact on. */
  maxRefundShare: z.number().min(0).max(1),
})

/** Refunds above this need a second person of the staff; in minor units of whatever currency was paid. */
const refunds = z.object({ secondPersonAboveMinor: z.int().min(0).max(10_000_000) })

/** After how many days an advertiser is asked whether an ad still stands. */
const freshness = z.object({ confirmAfterDays: z.int().min(1).max(365) })

const addresses = z.record(z.string().max(400), z.int().positive())

/** Addresses that categories had before, by language: the slugs of the path, and the id they lead to now. */
const categoryAddresses = z.object({ fr: addresses, en: addresses })

/** Categories whose ads are to be filed anew for the search, and the ad each has come to. */
const refiling = z.array(z.object({ categoryId: z.int().positive(), after: z.int().min(0) }))

const share = z.number().min(0).max(1)

/** What the operator chose of the look; the tokens of `brand` are made from it. */
const look = z.object({
  /** Hue of everything that is neither a price nor a state, degrees. */
  seedHue: z.number().min(0).max(360),
  /** How much of that hue: 0 is grey, 1 as designed. */
  strength: z.number().min(0).max(2),
  brandLightness: share,
  quietLightness: share,
  accessHue: z.number().min(0).max(360),
  accessChroma: z.number().min(0).max(0.3),
  accessLightness: share,
  fonts: z.enum(['schibsted', 'system', 'serif', 'wide']),
  radius: z.int().min(0).max(12),
  density: z.enum(['roomy', 'compact']),
})

/** The operator's own mark: a picture re-encoded by us, and its version; null for the one that comes with the site. */
const logo = z.object({ type: z.enum(['image/svg+xml', 'image/png']), base64: z.string().max(200_000) }).nullable()

/** Whose law categories follow, and the operator's own words that an ad may not have, or only after a look. */
const screening = z.object({
  country: z.string().regex(/^[A-Z]{2}$/),
  refuseRestricted: z.boolean(),
  words: z.array(z.object({ word: z.string().min(2).max(60), outcome: z.enum(['refuse', 'review']) })).max(500),
})

/** Countries the site sells in, and what it was set up with. */
const site = z.object({
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)).min(1),
  currency: z.enum(['EUR', 'GBP']),
  /** When the first-run setup was finished; null while it goes on. */
  setupDoneAt: z.int().nullable(),
  /** Steps of the setup that were saved or skipped. */
  setupSteps: z.array(z.string().max(20)).max(20),
})

export const settingSchemas = {
  screening,
  site,
  look,
  logo,
  categoryAddresses,
  refiling,
  claimRules,
  freshness,
  refunds,
  posting,
  routing,
  brand,
  publisher,
  vatRates,
  caps,
} as const
export type SettingKey = keyof typeof settingSchemas
export type Setting<Key extends SettingKey> = z.infer<(typeof settingSchemas)[Key]>
/** A setting as it may be given: what has a default may be left out. */
export type SettingInput<Key extends SettingKey> = z.input<(typeof settingSchemas)[Key]>
export type Settings = { readonly [Key in SettingKey]: Setting<Key> }

/** What holds until the operator says otherwise. */
export const defaultSettings: Settings = {
  screening: { country: 'FR', refuseRestricted: false, words: [] },
  site: { countries: ['FR', 'BE', 'LU', 'CH', 'GB', 'DE', 'ES'], currency: 'EUR', setupDoneAt: null, setupSteps: [] },
  look: {
    seedHue: 225,
    strength: 1,
    brandLightness: 0.335,
    quietLightness: 0.525,
    accessHue: 92,
    accessChroma: 0.165,
    accessLightness: 0.865,
    fonts: 'schibsted',
    radius: 2,
    density: 'roomy',
  },
  logo: null,
  categoryAddresses: { fr: {}, en: {} },
  refiling: [],
  claimRules: {
    refundWhenSoldBeforeReveal: true,
    payersAgree: 2,
    sellerSilentHours: 72,
    firstClaimFree: false,
    perPayerPerMonth: 3,
    maxRefundShare: 0.5,
  },
  freshness: { confirmAfterDays: 21 },
  refunds: { secondPersonAboveMinor: 2000 },
  posting: {
    moderateFirst: true,
    reviewHours: 2,
    bumpMinor: 200,
    bumpDays: 7,
    featureMinor: 600,
    featureDays: 14,
    urgentMinor: 300,
    urgentDays: 14,
    sponsorMinor: 900,
    sponsorDays: 30,
  },
  routing: { order: 'operator' },
  brand: { all: {}, light: {}, dark: {} },
  publisher: {
    name: '',
    address: '',
    email: '',
    phone: '',
    siret: '',
    form: '',
    director: '',
    vatNumber: '',
    host: '',
    mediator: '',
  },
  vatRates: { FR: 2000, BE: 2100, GB: 2000, DE: 1900, ES: 2100, CH: 810, LU: 1700 },
  caps: { payerDayMinor: 5000, payerMonthMinor: 30_000, telcoPaymentMinor: 5000, telcoMonthMinor: 30_000 },
}

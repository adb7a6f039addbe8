import { z } from 'zod'
import type { PriceChange } from '../catalogue/price-change.ts'
import { rails } from '../money/rails.ts'
import { priceKinds } from '../pricing/price-rules.ts'
import { amountInput, currencyInput, dayInput } from './panel-input.ts'

const choice = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal('').transform(() => null), schema]).default(null)

/** A change of price as the form sends it; a day that is left empty means at once. */
export const priceChangeInput = z
  .object({
    kind: z.enum(priceKinds),
    category: choice(z.coerce.number().int().positive()),
    country: choice(z.string().regex(/^[A-Z]{2}$/)),
    rail: choice(z.enum(rails)),
    price: amountInput,
    currency: currencyInput,
    begins: dayInput,
    until: dayInput,
  })
  .transform(
    ({ kind, category, country, rail, price, currency, begins, until }): PriceChange => ({
      kind,
      categoryId: category,
      country,
      rail,
      priceMinor: price,
      currency,
      validFrom: begins ?? 0,
      validUntil: until,
    }),
  )

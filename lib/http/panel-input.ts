import { z } from 'zod'
import { currencies, parseDecimalAmount } from '../money/money.ts'
import { readDay, startOfDay } from '../reports/periods.ts'

/** An amount as people type it, `1,50` or `1.50`, in minor units. */
export const amountInput = z.string().transform((text, context) => {
  const amount = parseDecimalAmount(text.replace(/[\s\u00a0\u202f€£]/g, '').replace(',', '.'), 'EUR')
  if (amount) return amount.minor
  context.addIssue({ code: 'custom', message: 'not an amount' })
  return z.NEVER
})

/** A day as a date field sends it, from its first moment where the operator is; null when it was left empty. */
export const dayInput = z
  .string()
  .optional()
  .transform((text, context) => {
    if (!text) return null
    const day = readDay(text)
    if (day) return startOfDay(day)
    context.addIssue({ code: 'custom', message: 'not a day' })
    return z.NEVER
  })

/** A month as a month field sends it, `2026-11`. */
export const monthInput = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)

/** A box that was ticked, or was not sent. */
export const tickInput = z
  .string()
  .optional()
  .transform((value) => value === 'on' || value === 'true')

/** A whole number as typed. */
export function countInput(least: number, most: number) {
  return z.coerce.number().int().min(least).max(most)
}

/** A whole number, or null when nothing was typed. */
export function optionalCountInput(least: number, most: number) {
  return z.union([z.literal('').transform(() => null), countInput(least, most)]).default(null)
}

/** A choice that may be left open: the empty text is null. */
export const optionalText = z
  .string()
  .max(60)
  .default('')
  .transform((text) => (text === '' ? null : text))

export const currencyInput = z.enum(currencies)

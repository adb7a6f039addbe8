import { z } from 'zod'

const amount = z
  .string()
  .trim()
  .regex(/^\d{1,7}([.,]\d{1,2})?$/)
  .transform((text) => Math.round(Number(text.replace(',', '.')) * 100))

/** The form by which staff give money back. `amount` as typed, `3,50`. */
export const refundRequestInput = z.object({
  id: z.string().max(60),
  amount,
  destination: z.enum(['wallet', 'provider']),
  reason: z.string().trim().min(5).max(500),
  from: z.string().max(500).optional(),
})

export const refundAnswerInput = z.object({
  id: z.string().max(60),
  outcome: z.enum(['approved', 'rejected']),
  from: z.string().max(500).optional(),
})

export const refundEndInput = z.object({
  id: z.string().max(60),
  outcome: z.enum(['done', 'refused']),
  reason: z.string().trim().min(5).max(500),
  from: z.string().max(500).optional(),
})

/**
 * Whether a refund needs a second person: what was given back on the purchase before counts too, so that a large refund
 * cannot be made of small ones.
 */
export function needsSecondPerson(
  refund: Readonly<{ amountMinor: number; refundedMinor: number }>,
  aboveMinor: number,
): boolean {
  return refund.amountMinor + refund.refundedMinor > aboveMinor
}

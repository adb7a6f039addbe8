import { z } from 'zod'

/** Somebody who sells vouchers over a counter, and keeps a part of their value. */
export type Reseller = Readonly<{
  id: string
  name: string
  email: string | null
  /** What the reseller keeps, in basis points: 1 000 is 10 %. */
  commissionBp: number
  isActive: boolean
  createdAt: number
}>

export const resellerInput = z.object({
  name: z.string().trim().min(1).max(120),
  email: z
    .union([z.literal('').transform(() => null), z.email().max(254)])
    .optional()
    .transform((email) => email ?? null),
  commissionBp: z.int().min(0).max(5000),
})

/** What a reseller owes for vouchers of a value: the value less the commission, rounded to the operator's side. */
export function owedMinor(valueMinor: number, commissionBp: number): number {
  return valueMinor - Math.floor((valueMinor * commissionBp) / 10_000)
}

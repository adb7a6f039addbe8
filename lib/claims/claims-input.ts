import { z } from 'zod'
import { claimReasons } from './claims.ts'

const formFields = { locale: z.enum(['fr', 'en']).default('fr'), from: z.string().max(500).optional() }
const named = {
  purchase: z.string().max(60).optional().meta({ description: 'A purchase of this browser.' }),
  receipt: z.string().max(20).optional().meta({ description: 'Without it: the number printed on the receipt.' }),
  recovery: z.string().max(60).optional().meta({ description: 'The recovery code printed on the receipt.' }),
}

/** A payer says that a contact was no good. */
export const fileClaimInput = z
  .object({
    ...formFields,
    ...named,
    reason: z.enum(claimReasons),
    detail: z.string().trim().max(500).optional(),
    destination: z.enum(['wallet', 'provider']).default('wallet'),
  })
  .meta({ id: 'FileClaim' })
export type FileClaimInput = z.output<typeof fileClaimInput>

/** An advertiser answers whether an ad still stands. */
export const confirmAdInput = z
  .object({
    ...formFields,
    token: z.string().min(20).max(100),
    answer: z.enum(['still_good', 'no_longer']),
  })
  .meta({ id: 'ConfirmAd' })
export type ConfirmAdInput = z.output<typeof confirmAdInput>

/** The first step of a withdrawal: who withdraws from what. */
export const prepareWithdrawalInput = z
  .object({
    ...formFields,
    ...named,
    name: z.string().trim().min(1).max(120),
    email: z.email().max(200),
  })
  .meta({ id: 'PrepareWithdrawal' })
export type PrepareWithdrawalInput = z.output<typeof prepareWithdrawalInput>

/** The second step: the statement as it was shown, confirmed. */
export const confirmWithdrawalInput = z
  .object({ ...formFields, draft: z.string().min(40).max(2000) })
  .meta({ id: 'ConfirmWithdrawal' })
export type ConfirmWithdrawalInput = z.output<typeof confirmWithdrawalInput>

/** Staff decides what no rule decided. */
export const decideClaimInput = z.object({
  id: z.string().max(60),
  decision: z.enum(['refund', 'reject']),
  destination: z.enum(['wallet', 'provider']).default('wallet'),
  answer: z.string().trim().min(3).max(500),
  from: z.string().max(500).optional(),
})
export type DecideClaimInput = z.output<typeof decideClaimInput>

import { minute } from '../time/time.ts'

/** How long a charge waits for its payer, and what a payer has set aside for its merchant. */
export const chargeLifetime = 15 * minute

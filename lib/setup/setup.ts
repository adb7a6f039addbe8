import { config } from '../config/env.ts'
import { equalInConstantTime, keyedHash } from '../config/keys.ts'

/** What a new site is asked, in order; the owner comes before all of them. */
export const setupSteps = ['publisher', 'site', 'vat', 'brand', 'categories', 'prices', 'payments', 'mail'] as const
export type SetupStep = (typeof setupSteps)[number]

/** The secret that opens the setup of this installation: the same at each start, known to whoever reads its terminal. */
export function setupToken(): string {
  return keyedHash('callback-tokens', 'setup:v1').slice(0, 32)
}

export function isSetupToken(token: string): boolean {
  return equalInConstantTime(setupToken(), token)
}

/** The address to open while nobody owns the site. */
export function setupAddress(): string {
  return `${config().origin}/setup?token=${setupToken()}`
}

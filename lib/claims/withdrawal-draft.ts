import { z } from 'zod'
import { seal, unseal } from '../config/keys.ts'
import { hour } from '../time/time.ts'

const draft = z.object({
  purchaseId: z.string(),
  name: z.string(),
  email: z.email(),
  at: z.number(),
})
/** What was given in the first step; kept in the address of the second, sealed, and nowhere else. */
export type WithdrawalDraft = z.output<typeof draft>

const binding = 'withdrawal'
const lifeMs = hour

export function writeDraft(values: WithdrawalDraft): string {
  return seal('flash', binding, JSON.stringify(values)).toString('base64url')
}

/** @returns undefined for what we did not write, and after an hour. */
export function readDraft(sealed: string, now: number): WithdrawalDraft | undefined {
  try {
    const values = draft.parse(JSON.parse(unseal('flash', binding, Buffer.from(sealed, 'base64url'))))
    return now - values.at < lifeMs ? values : undefined
  } catch {
    return undefined
  }
}

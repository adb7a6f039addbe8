import { z } from 'zod'
import { groundKeys } from './grounds.ts'
import { caseReasons, decisionKinds } from './moderation.ts'

const emptyAsNothing = (value: unknown) => (value === '' ? undefined : value)

/** The form of a decision about one ad. `reason` is the list it was opened from, to go on in. */
export const decisionInput = z.object({
  id: z.string().max(60),
  kind: z.enum(decisionKinds),
  ground: z.preprocess(emptyAsNothing, z.enum(groundKeys as [string, ...string[]]).optional()),
  explanation: z.string().max(4000).default(''),
  seenAt: z.coerce.number().int().optional(),
  reason: z.preprocess(emptyAsNothing, z.enum(caseReasons).optional().catch(undefined)),
  from: z.string().max(500).optional(),
})

/** The form of the list: each ticked case is a field `case_<id>`; `all` takes everything that waits for `reason`. */
export const approvalInput = z
  .looseObject({
    all: z.string().optional(),
    reason: z.preprocess(emptyAsNothing, z.enum(caseReasons).optional().catch(undefined)),
  })
  .transform(({ all, reason, ...fields }) => ({
    reason,
    cases:
      all === undefined
        ? Object.keys(fields).flatMap((name) => (name.startsWith('case_') ? [name.slice(5)] : []))
        : { reason },
  }))

export const appealAnswerInput = z.object({
  id: z.string().max(60),
  outcome: z.enum(['granted', 'denied']),
  ground: z.preprocess(emptyAsNothing, z.enum(groundKeys as [string, ...string[]]).optional()),
  answer: z.string().trim().max(4000),
})

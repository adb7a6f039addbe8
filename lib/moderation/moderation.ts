import type { AdStatus } from '../ads/ads.ts'
import { hour, type Millis } from '../time/time.ts'

export const caseReasons = ['new', 'edited', 'screening', 'notice', 'duplicate', 'appeal'] as const
/** Why staff should look at an ad. */
export type CaseReason = (typeof caseReasons)[number]

/** A place in an ad's words that screening stopped at. Offsets are UTF-16 units of the text as it is kept. */
export type CaseFind = Readonly<{
  locale: string
  /** `title`, `body`, `fields.<key>`, or what else was read (`photo`, `file_name`). */
  field: string
  kind: string
  start: number
  end: number
}>

export const decisionKinds = ['approve', 'refuse', 'ask_change', 'suspend'] as const
/** What staff may decide; `restore` is the undoing of one of these. */
export type DecisionKind = (typeof decisionKinds)[number]

/** How long somebody who opened an ad keeps it from the others. */
export const claimMs = 5 * 60_000

const hoursToAnswer: Readonly<Record<CaseReason, number>> = {
  new: 4,
  edited: 8,
  screening: 8,
  notice: 24,
  duplicate: 24,
  appeal: 72,
}

/** When a case should be decided at the latest. */
export function caseDueAt(reason: CaseReason, now: Millis): Millis {
  return now + hoursToAnswer[reason] * hour
}

/** @returns undefined where the decision has no meaning for an ad in that status. */
export function statusAfter(kind: DecisionKind, status: AdStatus): AdStatus | undefined {
  switch (kind) {
    case 'approve':
      return status === 'pending' || status === 'refused' || status === 'suspended' ? 'published' : kept(status)
    case 'refuse':
      return status === 'pending' || status === 'suspended' ? 'refused' : undefined
    case 'ask_change':
      return status === 'pending' ? 'refused' : status === 'deleted' || status === 'draft' ? undefined : 'suspended'
    case 'suspend':
      return status === 'published' || status === 'paused' || status === 'sold' || status === 'expired'
        ? 'suspended'
        : undefined
  }
}

/** Approving what stands already changes nothing but closes the case. */
function kept(status: AdStatus): AdStatus | undefined {
  return status === 'deleted' || status === 'draft' ? undefined : status
}

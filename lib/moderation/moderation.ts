import type { AdStatus } from '../ads/ads.ts'
import { day, hour, type Millis, minute } from '../time/time.ts'

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
/** What staff may decide. */
export type DecisionKind = (typeof decisionKinds)[number]
/** `restore` undoes one of the others. `keep` sends changes that waited back: the ad stays as it is. */
export type KeptDecisionKind = DecisionKind | 'restore' | 'keep'

/** Whether a decision is about the ad itself, and so may be undone. */
export function isAboutAd(kind: KeptDecisionKind): kind is DecisionKind {
  return decisionKinds.some((known) => known === kind)
}

export const noticeReasons = [
  'fraud',
  'illegal_goods',
  'stolen',
  'rights_of_others',
  'personal_data',
  'hate',
  'minors',
  'contact_in_text',
  'not_available',
  'other',
] as const
/** What somebody says is wrong with an ad. */
export type NoticeReason = (typeof noticeReasons)[number]

/** How long somebody who opened an ad keeps it from the others. */
export const claimMs = 5 * minute
/** How long letters about a decision wait, so that what is undone at once was never said. */
export const undoMs = minute
/** How long a decision may be appealed against: six months (Regulation (EU) 2022/2065, article 20). */
export const appealMs = 183 * day
/** When an appeal should be answered. */
export const appealAnswerMs = 14 * day
/** When a notice should be answered. */
export const noticeAnswerMs = 3 * day

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

/**
 * What becomes of an ad by a decision.
 *
 * Approving what already stands, or is gone, changes nothing and closes the case. A change is asked for by taking the ad
 * back until it is made.
 *
 * @returns undefined where the decision has no meaning for an ad in that status.
 */
export function statusAfter(kind: DecisionKind, status: AdStatus): AdStatus | undefined {
  const isShown = status === 'published' || status === 'paused' || status === 'sold' || status === 'expired'
  switch (kind) {
    case 'approve':
      return status === 'pending' || status === 'refused' || status === 'suspended' ? 'published' : status
    case 'refuse':
      return status === 'pending' || status === 'suspended' ? 'refused' : undefined
    case 'ask_change':
      if (status === 'pending') return 'refused'
      return isShown ? 'suspended' : undefined
    case 'suspend':
      return isShown ? 'suspended' : undefined
  }
}

/** The decisions that make sense for an ad in that status, in the order of their buttons. */
export function possibleDecisions(status: AdStatus): readonly DecisionKind[] {
  return decisionKinds.filter((kind) => statusAfter(kind, status) !== undefined)
}

/** Whether a decision takes an ad from its advertiser, and so needs a statement of reasons. */
export function isRestriction(kind: KeptDecisionKind): boolean {
  return kind === 'refuse' || kind === 'ask_change' || kind === 'suspend'
}

import type { Outcome } from '../../lib/simulator/chosen-outcome.ts'
import type { Trouble } from '../../lib/simulator/handset.ts'

export const troubleWords = {
  none: 'troubleNone',
  no_credit: 'troubleNoCredit',
  blocked: 'troubleBlocked',
  late: 'troubleLate',
  duplicate: 'troubleDuplicate',
  lost: 'troubleLost',
  capped: 'troubleCapped',
  reversed: 'troubleReversed',
  repeated: 'troubleRepeated',
} as const satisfies Record<Trouble | 'none', string>

export const outcomeWords = {
  accepted: 'outcomeAccepted',
  refused: 'outcomeRefused',
  cancelled: 'outcomeCancelled',
  expired: 'outcomeExpired',
  no_credit: 'outcomeNoCredit',
  late: 'outcomeLate',
  duplicate: 'outcomeDuplicate',
  lost: 'outcomeLost',
  reversed: 'outcomeReversed',
  blocked: 'troubleBlocked',
  capped: 'troubleCapped',
  repeated: 'troubleRepeated',
} as const satisfies Record<Outcome, string>

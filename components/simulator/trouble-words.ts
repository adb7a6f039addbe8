import type { Trouble } from '../../lib/simulator/handset.ts'
import type { TestCard } from '../../lib/simulator/test-cards.ts'

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
  no_credit: 'outcomeNoCredit',
  late: 'outcomeLate',
  duplicate: 'outcomeDuplicate',
  lost: 'outcomeLost',
  reversed: 'outcomeReversed',
  blocked: 'troubleBlocked',
  capped: 'troubleCapped',
  repeated: 'troubleRepeated',
} as const satisfies Record<TestCard['outcome'], string>

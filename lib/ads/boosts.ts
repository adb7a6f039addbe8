import type { Millis } from '../time/time.ts'
import type { AdBoost } from './ads.ts'

/** A better place that can be bought; `sponsor` pays the contact for visitors instead. */
const boostKinds = ['bump', 'feature', 'urgent', 'sponsor'] as const
export type BoostKind = (typeof boostKinds)[number]

export type RunningBoost = Readonly<{ kind: BoostKind; endsAt: Millis }>

const marks: Readonly<Record<BoostKind, AdBoost | undefined>> = {
  feature: 'featured',
  urgent: 'urgent',
  bump: 'bumped',
  sponsor: undefined,
}
const strongestFirst: readonly BoostKind[] = ['feature', 'urgent', 'bump']

/** What an ad is labelled with while several boosts run, and until when: the strongest; the next follows when it ends. */
export function boostShown(
  running: readonly RunningBoost[],
  now: Millis,
): Readonly<{ boost: AdBoost | null; boostUntil: Millis | null }> {
  for (const kind of strongestFirst) {
    const ends = running.filter((boost) => boost.kind === kind && boost.endsAt > now).map(({ endsAt }) => endsAt)
    if (ends.length > 0) return { boost: marks[kind] ?? null, boostUntil: Math.max(...ends) }
  }
  return { boost: null, boostUntil: null }
}

/** A boost bought while the same one runs is added to its end: nothing paid for is lost. */
export function boostEnd(
  running: readonly RunningBoost[],
  kind: BoostKind,
  { now, lasts }: { now: Millis; lasts: number },
) {
  const ends = running.filter((boost) => boost.kind === kind && boost.endsAt > now).map(({ endsAt }) => endsAt)
  return Math.max(now, ...ends) + lasts
}

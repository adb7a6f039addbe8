import type { Rail } from '../money/rails.ts'
import { minute, second } from '../time/time.ts'
import type { AccountStanding } from './accounts.ts'

export type Device = 'phone' | 'computer'

/** Failures in a row after which an account rests, and for how long at first. */
const failuresBeforeRest = 5
const firstRestMs = 30 * second
const longestRestMs = 10 * minute

/**
 * Until when an account rests after so many failures in a row: not at all below five, then half a minute, twice as
 * long each time, ten minutes at most. After its rest one payer tries it again.
 */
export function restAfter(failures: number, now: number): number | null {
  if (failures < failuresBeforeRest) return null
  return now + Math.min(longestRestMs, firstRestMs * 2 ** (failures - failuresBeforeRest))
}

/** What decides whether an account may take a purchase now, besides its price and country. */
export type Serving = Readonly<{
  now: number
  /** Unknown where no browser asks: a script has no screen. */
  device: Device | undefined
  /** What the account has collected since the month began, in its currency; asked only where a cap is set. */
  collectedThisMonth: (accountId: string) => number
}>

type Servant = AccountStanding & Readonly<{ id: string }>

/** True while an account neither rests, nor is closed, nor has reached its cap, and serves such a device. */
export function canServe(account: Servant, billedMinor: number, serving: Serving): boolean {
  const { restsUntil, closedAt, devices, monthlyCapMinor, id } = account
  if (closedAt !== null || (restsUntil !== null && restsUntil > serving.now)) return false
  if (devices && serving.device && !devices.includes(serving.device)) return false
  return monthlyCapMinor === null || serving.collectedThisMonth(id) + billedMinor <= monthlyCapMinor
}

/** A way to pay through one account, as far as ranking looks at it. */
export type Routed = Readonly<{ rail: Rail; netMinor: number; position: number }>

/** `operator`: as the accounts are ordered. `best_net`: what leaves the most, and their order among equals. */
export type RouteOrder = 'operator' | 'best_net'

/**
 * One way for each rail, the first in order; the others of a rail stand by for when it cannot be reached.
 *
 * @returns Those shown, best first.
 */
export function rankRoutes<Way extends Routed>(ways: readonly Way[], order: RouteOrder): readonly Way[] {
  const ordered = ways.toSorted((left, right) =>
    order === 'best_net' && left.netMinor !== right.netMinor
      ? right.netMinor - left.netMinor
      : left.position - right.position,
  )
  const seen = new Set<Rail>()
  return ordered.filter(({ rail }) => {
    const isFirst = !seen.has(rail)
    seen.add(rail)
    return isFirst
  })
}

const phones = /\b(iPhone|iPod|Android|Mobile|Windows Phone)\b/i

/** What a browser says it runs on. */
export function deviceOf(userAgent: string | null): Device | undefined {
  if (!userAgent) return undefined
  return phones.test(userAgent) ? 'phone' : 'computer'
}

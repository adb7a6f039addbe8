import { encodeCrockford, withCheckSymbol } from '../../../lib/ids/crockford.ts'
import { day, hour, type Millis, minute } from '../../../lib/time/time.ts'
import type { AdStatus, Boost } from '../../schema/ads.ts'
import type { Chance } from '../random.ts'

/** Ads stay a hundred days unless their advertiser renews them. */
export const adLife = 100 * day

/** Ninety days of publications: more at weekends and in the evening, a little more each week. */
export function publicationTime(now: Millis, chance: Chance): Millis {
  const weight = [1.35, 1, 0.8, 0.95, 0.8, 0.85, 1.25]
  for (;;) {
    const age = Math.floor(90 * chance.next() ** 1.15)
    const start = now - age * day
    const weekday = new Date(start).getUTCDay()
    if (!chance.hit((weight[weekday] ?? 1) / 1.35)) continue
    const clock = chance.pick([7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 17, 18, 18, 19, 19, 19, 20, 20, 21])
    const at = Math.floor(start / day) * day + clock * hour + chance.whole(0, 59) * minute + chance.whole(0, 59_999)
    if (at < now - hour) return at
  }
}

export function statusOf(age: Millis, chance: Chance): AdStatus {
  if (age > 55 * day && chance.hit(0.14)) return 'expired'
  if (age > 6 * day && chance.hit(0.065)) return 'sold'
  return 'published'
}

export function confirmationTime(publishedAt: Millis, from: { now: Millis; chance: Chance }): Millis {
  const { now, chance } = from
  const days = chance.pick([0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 8, 9, 11, 14, 18, 24, 33, 47])
  return Math.max(publishedAt, now - days * day - chance.whole(5, 1300) * minute)
}

export function boostOf(status: AdStatus, chance: Chance): Boost | null {
  if (status !== 'published') return null
  if (chance.hit(0.05)) return 'featured'
  return chance.hit(0.04) ? 'urgent' : null
}

/** Five symbols and a check symbol; 5 bits a symbol of a number that never repeats below 2^25. */
export function refOf(number: number): string {
  const spread = Math.imul(number, 0x9e3779b1) >>> 7
  const bytes = new Uint8Array([(spread >>> 17) & 255, (spread >>> 9) & 255, (spread >>> 1) & 255, (spread & 1) << 7])
  return withCheckSymbol(encodeCrockford(bytes, 5))
}

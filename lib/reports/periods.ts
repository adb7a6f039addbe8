import { day, type Millis } from '../time/time.ts'

/** From `from` up to but without `to`. */
export type Period = Readonly<{ from: Millis; to: Millis }>
export const periodDays = [1, 7, 30] as const
export type PeriodDays = (typeof periodDays)[number]

/** The days the operator counts in. */
export const reportTimeZone = 'Europe/Paris'

/** The last `days` calendar days, today included, up to now; and as much of the same number of days before them. */
export function periodOf(days: PeriodDays, now: Millis): Readonly<{ current: Period; previous: Period }> {
  const from = startOfDay(dayText(now - (days - 1) * day))
  const previousTo = now - days * day
  return {
    current: { from, to: now + 1 },
    previous: { from: startOfDay(dayText(now - (2 * days - 1) * day)), to: previousTo + 1 },
  }
}

/** `2026-11-22` where the operator is. */
export function dayText(at: Millis): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: reportTimeZone, dateStyle: 'short' }).format(at)
}

/** When a day such as `2026-11-22` begins there. */
export function startOfDay(text: string): Millis {
  const utc = Date.parse(`${text}T00:00:00Z`)
  // The zone is ahead of UTC by the hours its clock shows at that moment; on days the clock changes, at the new day's.
  const guess = utc - offsetAt(utc)
  return utc - offsetAt(guess)
}

function offsetAt(at: Millis): Millis {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: reportTimeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at)
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000
}

/** @returns undefined unless the text is a day of the calendar. */
export function readDay(text: string | undefined): string | undefined {
  if (!text || !/^\d{4}-\d\d-\d\d$/.test(text)) return undefined
  const at = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? undefined : text
}

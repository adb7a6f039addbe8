/** Milliseconds UTC since 1970, always an integer. */
export type Millis = number

export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

/** The only place that reads the clock; everything below receives `now` as a value. */
export function currentTime(): Millis {
  return Date.now()
}

/** `2026-11` in UTC: the month a telecom cap counts in. */
export function monthOf(at: Millis): string {
  return new Date(at).toISOString().slice(0, 7)
}

/** When the month of a moment began, in UTC. */
export function monthStart(at: Millis): Millis {
  const date = new Date(at)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)
}

/** ISO 8601 in UTC, for feeds, JSON and `datetime` attributes. */
export function isoTime(at: Millis): string {
  return new Date(at).toISOString()
}

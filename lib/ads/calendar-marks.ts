import type { Bounds } from './number-marks.ts'

/**
 * Years, and days as numbers like 20261122, as marks of their decimal steps: on the logarithmic scale of
 * `number-marks.ts` all the years of a century are nearly one.
 */
export type Calendar = 'year' | 'date'

/** Ascending, each a multiple of the one before: year, decade, century, millennium; day, month, year and so on. */
const steps = {
  year: [1, 10, 100, 1000],
  date: [1, 100, 10_000, 100_000, 1_000_000, 10_000_000],
} as const satisfies Record<Calendar, readonly number[]>
const last = { year: 9999, date: 99_991_231 } as const satisfies Record<Calendar, number>

/** Marks of one year or day under a name. */
export function calendarMarks(name: string, value: number, calendar: Calendar): readonly string[] {
  return steps[calendar].map((step) => markOf(name, step, value))
}

/** Marks one of which every year or day of the range has, and no other: tens for years, up to 150 for days. */
export function calendarRangeMarks(name: string, bounds: Bounds, calendar: Calendar): string[] {
  const to = Math.min(bounds.to ?? last[calendar], last[calendar])
  const broadestFirst = steps[calendar].toReversed()
  const marks: string[] = []
  for (let value = Math.max(0, bounds.from ?? 0); value <= to; ) {
    const step = broadestFirst.find((size) => value % size === 0 && value + size - 1 <= to) ?? 1
    if (calendar === 'year' || hasDays(value, step)) marks.push(markOf(name, step, value))
    value += step
  }
  return marks
}

/** Between 20261231 and 20270101 there are numbers, but no days. */
function hasDays(value: number, step: number): boolean {
  const month = Math.floor(value / 100) % 100
  if (step > 100) return true
  return month >= 1 && month <= 12 && (step === 100 || (value % 100 >= 1 && value % 100 <= 31))
}

function markOf(name: string, step: number, value: number): string {
  return `${name}s${step}x${Math.floor(value / step)}`
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarMarks, calendarRangeMarks } from '../../lib/ads/calendar-marks.ts'

const year = fc.oneof(fc.integer({ min: 1880, max: 2030 }), fc.nat(9999))
const day = fc.record({ y: year, m: fc.integer({ min: 1, max: 12 }), d: fc.integer({ min: 1, max: 31 }) })
const yearBound = fc.option(fc.oneof(year, fc.constant(123_456)))
const dayBound = fc.option(day.map(({ y, m, d }) => y * 10_000 + m * 100 + d))

test('exactly the years within a range have one of its marks, and it has few', () => {
  fc.assert(
    fc.property(year, yearBound, yearBound, (value, from, to) => {
      const marks = calendarRangeMarks('n', { from, to }, 'year')
      const isFound = calendarMarks('n', value, 'year').some((mark) => marks.includes(mark))
      expect(isFound).toBe(value >= (from ?? 0) && value <= (to ?? 9999))
      expect(marks.length).toBeLessThan(60)
    }),
    { numRuns: 3000 },
  )
})

test('exactly the days within a range have one of its marks', () => {
  fc.assert(
    fc.property(day, dayBound, dayBound, ({ y, m, d }, from, to) => {
      const value = y * 10_000 + m * 100 + d
      const marks = calendarRangeMarks('n', { from, to }, 'date')
      const isFound = calendarMarks('n', value, 'date').some((mark) => marks.includes(mark))
      expect(isFound).toBe(value >= (from ?? 0) && value <= (to ?? Number.POSITIVE_INFINITY))
      expect(marks.length).toBeLessThan(160)
    }),
    { numRuns: 3000 },
  )
})

test('a decade is one mark, and so is a year of days', () => {
  expect(calendarRangeMarks('n', { from: 1950, to: 1959 }, 'year')).toHaveLength(1)
  expect(calendarRangeMarks('n', { from: 20_260_000, to: 20_269_999 }, 'date')).toHaveLength(1)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coarsePieces, finerPieces, numberMarks, rangeMarks, wholeRangeMarks } from '../../lib/ads/number-marks.ts'

const amount = fc.oneof(fc.nat(5000), fc.nat(10_000_000), fc.nat(100_000_000_000))
const bounds = fc
  .tuple(amount, amount)
  .map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) }))

test('a number within a range has one of the marks of the range', () => {
  fc.assert(
    fc.property(bounds, fc.nat(1_000_000), ({ from, to }, share) => {
      const value = from + Math.floor(((to - from) * share) / 1_000_000)
      const marks = numberMarks('p', value)
      expect(rangeMarks('p', { from, to }).some((mark) => marks.includes(mark))).toBe(true)
      expect(wholeRangeMarks('p', { from, to }).some((mark) => marks.includes(mark))).toBe(true)
      expect(rangeMarks('p', { from, to: null }).some((mark) => marks.includes(mark))).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('a number well outside a range has none of its marks, and a range has few', () => {
  fc.assert(
    fc.property(bounds, amount, ({ from, to }, value) => {
      const marks = rangeMarks('p', { from, to })
      expect(marks.length).toBeLessThan(40)
      const isNarrow = to < from * 3
      const isOutside = isNarrow ? value < from / 1.05 - 2 || value > to * 1.05 + 2 : value > to * 1.25 + 2
      if (isOutside) expect(marks.some((mark) => numberMarks('p', value).includes(mark))).toBe(false)
    }),
    { numRuns: 2000 },
  )
})

test('each piece of the scale is exactly the pieces it is made of', () => {
  for (const coarse of coarsePieces('p').slice(0, 12)) {
    for (const piece of [coarse, ...finerPieces('p', coarse)]) {
      const finer = finerPieces('p', piece)
      if (piece.level === 'f') continue
      expect(finer[0]?.from).toBe(piece.from)
      expect(finer.at(-1)?.to).toBe(piece.to)
      for (const part of finer) {
        expect(numberMarks('p', part.from)).toContain(part.mark)
        expect(numberMarks('p', part.to)).toContain(part.mark)
      }
    }
  }
})

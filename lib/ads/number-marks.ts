/**
 * Numbers as marks of four widths, so that any range is a short list of marks: the number itself, and steps on a
 * logarithmic scale of about 2 % (fine), 19 % (middle) and a factor of four (coarse).
 */
const stepsPerDoubling = 32
const finePerMiddle = 8
const finePerCoarse = 64
const largest = 1e12

function fineStepOf(value: number): number {
  return Math.floor(Math.log2(Math.min(Math.max(value, 0), largest) + 1) * stepsPerDoubling)
}

/** Inclusive; null is open. */
export type Bounds = Readonly<{ from: number | null; to: number | null }>

/** Marks of one number under a name. */
export function numberMarks(name: string, value: number): readonly string[] {
  const fine = fineStepOf(value)
  return [
    `${name}e${exactText(value)}`,
    `${name}f${fine}`,
    `${name}m${Math.floor(fine / finePerMiddle)}`,
    `${name}c${Math.floor(fine / finePerCoarse)}`,
  ]
}

/** Only letters and digits may stand in a mark. */
function exactText(value: number): string {
  return String(value).replace('-', 'n').replace('.', 'p').replace('+', '')
}

const mostExactMarks = 32

/**
 * Marks one of which every number of the range has.
 *
 * Numbers outside, near the bounds, may have one too: check the candidates, unless the range is of few whole numbers.
 */
export function rangeMarks(name: string, bounds: Bounds): string[] {
  const from = bounds.from ?? 0
  const to = bounds.to ?? largest
  if (to < from) return []
  const { first, last } = stepsOf(fineStepOf(from), fineStepOf(to))
  const marks: string[] = []
  for (let step = first; step <= last; ) {
    const width = [finePerCoarse, finePerMiddle].find((size) => step % size === 0 && step + size - 1 <= last) ?? 1
    const level = width === finePerCoarse ? 'c' : width === finePerMiddle ? 'm' : 'f'
    marks.push(`${name}${level}${step / width}`)
    step += width
  }
  return marks
}

/**
 * Each mark costs the index a list to merge, so the bounds of a broad range are rounded outwards: to middle steps, and
 * the lower one of a very broad range to a coarse step, where there are few numbers to check in vain.
 */
function stepsOf(first: number, last: number): Readonly<{ first: number; last: number }> {
  const breadth = last - first
  if (breadth < finePerCoarse) return { first, last }
  const below = breadth < 6 * finePerCoarse ? finePerMiddle : finePerCoarse
  return { first: first - (first % below), last: last - (last % finePerMiddle) + finePerMiddle - 1 }
}

/** The same for whole numbers: a range of at most 32 of them is named one by one and needs no check. */
export function wholeRangeMarks(name: string, bounds: Bounds): string[] {
  const { from, to } = bounds
  if (from === null || to === null || to - from >= mostExactMarks) return rangeMarks(name, bounds)
  const marks: string[] = []
  for (let value = Math.max(0, Math.ceil(from)); value <= to; value += 1) marks.push(`${name}e${exactText(value)}`)
  return marks
}

/** A piece of the scale: one mark, and the numbers it holds. */
export type ScalePiece = Readonly<{ mark: string; from: number; to: number; level: 'c' | 'm' | 'f'; step: number }>

/** The coarse pieces of the scale of whole numbers, in ascending order. */
export function coarsePieces(name: string): ScalePiece[] {
  const count = Math.floor(fineStepOf(largest) / finePerCoarse) + 1
  return Array.from({ length: count }, (_, step) => piece(name, 'c', step))
}

/** The pieces that `of` is made of; none below the fine level. */
export function finerPieces(name: string, of: ScalePiece): ScalePiece[] {
  if (of.level === 'f') return []
  const level = of.level === 'c' ? 'm' : 'f'
  return Array.from({ length: finePerMiddle }, (_, at) => piece(name, level, of.step * finePerMiddle + at)).filter(
    ({ from, to }) => from <= to,
  )
}

export function exactMark(name: string, value: number): string {
  return `${name}e${exactText(value)}`
}

function piece(name: string, level: 'c' | 'm' | 'f', step: number): ScalePiece {
  const width = level === 'c' ? finePerCoarse : level === 'm' ? finePerMiddle : 1
  return {
    mark: `${name}${level}${step}`,
    from: firstWholeIn(step * width),
    to: firstWholeIn((step + 1) * width) - 1,
    level,
    step,
  }
}

/** The least whole number whose fine step is at least `step`; the guess is put right because logarithms round. */
function firstWholeIn(step: number): number {
  let value = Math.max(0, Math.ceil(2 ** (step / stepsPerDoubling) - 1))
  while (value > 0 && fineStepOf(value - 1) >= step) value -= 1
  while (value < largest && fineStepOf(value) < step) value += 1
  return value
}

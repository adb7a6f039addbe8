import { readSql } from '../../db/statement.ts'
import { coarsePieces, exactMark, finerPieces, type ScalePiece } from './number-marks.ts'
import { narrowed } from './search-expression.ts'
import { noPriceMark, priceName } from './search-marks.ts'
import type { Match } from './search-match.ts'
import { countMatches, type Reading, readAllMatches, readMatches } from './search-match-queries.ts'
import { planExpression, planWithout, type SearchPlan } from './search-plan.ts'

/** Where a list in order of price goes on: after this ad; a null price is among those without one, which come last. */
export type PriceCursor = Readonly<{ price: number | null; sortKey: number }>

type Wanted = Readonly<{ isAscending: boolean; skip: number; take: number; after?: PriceCursor | undefined }>

const dearerThan = readSql<{ price: number }>(
  `select price_minor as price from search_documents where price_minor > ? and price_minor <= ?
   order by price_minor limit 1`,
)
const cheaperThan = readSql<{ price: number }>(
  `select price_minor as price from search_documents where price_minor < ? and price_minor >= ?
   order by price_minor desc limit 1`,
)

/** A piece of the scale with no more matches than this is read whole and sorted. */
const readableWhole = 200
/** The finest pieces may hold more, since prices one by one cost a reading each. */
const readableLeaf = 1000

/**
 * Matches in order of price, the newest first among equals, ads without a price last.
 *
 * Walks the scale of prices piece by piece: what comes before the page is only counted, and about as many matches are
 * read as the page shows, however many there are.
 */
export function readByPrice(plan: SearchPlan, wanted: Wanted): readonly Match[] {
  const walk = new PriceWalk(plan, wanted)
  const pieces = coarsePieces(priceName)
  for (const piece of wanted.isAscending ? pieces : pieces.reverse()) walk.visit(piece)
  walk.finishWithoutPrice()
  return walk.found
}

/** The order of {@link readByPrice}, for matches that are all in hand. */
export function comparePrices(isAscending: boolean): (left: Match, right: Match) => number {
  return (left, right) => {
    if (left.priceMinor === right.priceMinor) return right.sortKey - left.sortKey
    if (left.priceMinor === null) return 1
    if (right.priceMinor === null) return -1
    return isAscending ? left.priceMinor - right.priceMinor : right.priceMinor - left.priceMinor
  }
}

type Range = Readonly<{ from: number; to: number }>

/** The prices a search is bounded by; undefined when it is not. */
function rangeOf({ parts }: SearchPlan): Range | undefined {
  const bounds = parts.find((part) => part.bounds)?.bounds
  return bounds && { from: bounds.from ?? 0, to: bounds.to ?? Number.MAX_SAFE_INTEGER }
}

class PriceWalk {
  readonly found: Match[] = []
  readonly #plan: SearchPlan
  readonly #wanted: Wanted
  readonly #bounds: Range | undefined
  readonly #base: string
  #toSkip: number

  constructor(plan: SearchPlan, wanted: Wanted) {
    this.#plan = planWithout(plan, ({ kind }) => kind === 'price')
    this.#bounds = rangeOf(plan)
    this.#wanted = wanted
    this.#base = planExpression(this.#plan)
    this.#toSkip = wanted.skip
  }

  visit(piece: ScalePiece): void {
    if (this.#missing() <= 0 || this.#isPassed(piece) || this.#isOutside(piece)) return
    if (!this.#holdsCursor(piece) && this.#isInside(piece)) {
      const readable = piece.level === 'f' ? readableLeaf : readableWhole
      if (this.#toSkip > readable ? this.#skip(piece.mark) : this.#takeWhole(piece.mark, readable)) return
    }
    if (piece.level === 'f') this.#visitPrices(piece)
    const finer = finerPieces(priceName, piece)
    for (const part of this.#wanted.isAscending ? finer : finer.reverse()) this.visit(part)
  }

  finishWithoutPrice(): void {
    if (this.#bounds) return
    const { after } = this.#wanted
    this.#takeNewest(noPriceMark, after?.price === null ? after.sortKey : undefined)
  }

  #visitPrices(piece: ScalePiece): void {
    const { isAscending, after } = this.#wanted
    const from = Math.max(piece.from, this.#bounds?.from ?? 0)
    const to = Math.min(piece.to, this.#bounds?.to ?? piece.to)
    let price = isAscending ? from - 1 : to + 1
    while (this.#missing() > 0) {
      const next = isAscending ? dearerThan.get(price, to) : cheaperThan.get(price, from)
      if (!next) return
      price = next.price
      if (after && this.#isBeforeCursor(price)) continue
      this.#takeNewest(exactMark(priceName, price), after?.price === price ? after.sortKey : undefined)
    }
  }

  #takeNewest(mark: string, before: number | undefined): void {
    if (this.#missing() > 0) this.#take(this.#read(mark, { limit: this.#toSkip + this.#missing(), before }))
  }

  /** Passes over a piece that lies before the page whole; one with nothing in it too. */
  #skip(mark: string): boolean {
    const count = this.#count(mark, this.#toSkip + 1)
    if (count > this.#toSkip) return false
    this.#toSkip -= count
    return true
  }

  /** Takes what is wanted of a piece with at most so many matches. */
  #takeWhole(mark: string, most: number): boolean {
    const read = readAllMatches(this.#plan, { expression: narrowed(this.#base, mark), most })
    if (!read) return false
    this.#take(read.toSorted(comparePrices(this.#wanted.isAscending)))
    return true
  }

  #take(ordered: readonly Match[]): void {
    this.found.push(...ordered.slice(this.#toSkip, this.#toSkip + this.#missing()))
    this.#toSkip = Math.max(0, this.#toSkip - ordered.length)
  }

  #missing(): number {
    return this.#wanted.take - this.found.length
  }

  #count(mark: string, limit: number): number {
    return countMatches(this.#plan, { limit, expression: narrowed(this.#base, mark) })
  }

  #read(mark: string, reading: Reading): readonly Match[] {
    return readMatches(this.#plan, { ...reading, expression: narrowed(this.#base, mark) })
  }

  #isPassed(piece: ScalePiece): boolean {
    const { after, isAscending } = this.#wanted
    if (!after) return false
    return after.price === null || (isAscending ? piece.to < after.price : piece.from > after.price)
  }

  #isOutside({ from, to }: ScalePiece): boolean {
    return this.#bounds !== undefined && (to < this.#bounds.from || from > this.#bounds.to)
  }

  #isInside({ from, to }: ScalePiece): boolean {
    return this.#bounds === undefined || (from >= this.#bounds.from && to <= this.#bounds.to)
  }

  #holdsCursor(piece: ScalePiece): boolean {
    const price = this.#wanted.after?.price
    return price !== undefined && price !== null && piece.from <= price && price <= piece.to
  }

  #isBeforeCursor(price: number): boolean {
    const { after, isAscending } = this.#wanted
    if (!after || after.price === null) return false
    return isAscending ? price < after.price : price > after.price
  }
}

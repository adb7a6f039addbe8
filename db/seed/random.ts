/**
 * A small repeatable source of chance (mulberry32): the same seed gives the same numbers on every machine.
 *
 * Never for anything secret.
 */
export type Chance = Readonly<{
  /** From 0 up to, not including, 1. */
  next: () => number
  /** A whole number from `low` to `high`, both included. */
  whole: (low: number, high: number) => number
  between: (low: number, high: number) => number
  hit: (probability: number) => boolean
  pick: <T>(list: readonly T[]) => T
  shuffle: <T>(list: readonly T[]) => T[]
}>

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => {
    const item = list[whole(0, list.length - 1)]
    if (item === undefined) throw new RangeError('nothing to pick from')
    return item
  }
  const shuffle = <T>(list: readonly T[]): T[] => {
    const keyed = list.map((item) => ({ item, key: next() }))
    return keyed.sort((left, right) => left.key - right.key).map(({ item }) => item)
  }
  return {
    next,
    whole,
    pick,
    shuffle,
    between: (low, high) => low + next() * (high - low),
    hit: (probability) => next() < probability,
  }
}

/** A number from a text, so that each thing has its own chance and adding one does not change the others. */
export function seedOf(text: string): number {
  let hash = 2166136261
  for (const symbol of text) hash = Math.imul(hash ^ (symbol.codePointAt(0) ?? 0), 16777619)
  return hash >>> 0
}

/** A pack of cards: deals every item once before any comes back. */
export function deckOf<T>(items: readonly T[], chance: Chance): () => T {
  let left: T[] = []
  return () => {
    if (left.length === 0) left = chance.shuffle(items)
    const item = left.pop()
    if (item === undefined) throw new RangeError('an empty deck')
    return item
  }
}

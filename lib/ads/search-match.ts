/** A value of a field that is no number; lists have one for each of their items. */
export type FieldValue = Readonly<{ key: string; text: string }>

/** What of a document is checked, counted and ordered by, once the index has named it. */
export type Match = Readonly<{
  sortKey: number
  categoryId: number
  priceMinor: number | null
  revealMinor: number
  latitude: number
  longitude: number
  /** Of filterable fields, by key: numbers, money in minor units, years, and days like 20261122. */
  numbers: Readonly<Record<string, number>>
  /** All others. Documents that have the same value share it. */
  values: readonly FieldValue[]
}>

/** How often each value occurs, by field. */
export function countFieldValues(
  matches: readonly Pick<Match, 'values'>[],
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const counts = new Map<FieldValue, number>()
  for (const { values } of matches) for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const byField = new Map<string, Map<string, number>>()
  for (const [{ key, text }, count] of counts) {
    const ofField = byField.get(key) ?? new Map<string, number>()
    ofField.set(text, (ofField.get(text) ?? 0) + count)
    byField.set(key, ofField)
  }
  return byField
}

/** What similar ads ask, in minor units of their category's currency. */
export type PriceGuidance = Readonly<{ ads: number; lowest: number; median: number; highest: number }>

/** Fewer say nothing about what a thing is worth. */
const fewestPrices = 5

/** @returns undefined for fewer than five prices. Of an even number of them the median is the middle of the middle two. */
export function priceGuidanceOf(prices: readonly number[]): PriceGuidance | undefined {
  if (prices.length < fewestPrices) return undefined
  const sorted = prices.toSorted((left, right) => left - right)
  const at = (place: number) => sorted[place] ?? 0
  const middle = Math.floor(sorted.length / 2)
  const median = sorted.length % 2 === 1 ? at(middle) : Math.round((at(middle - 1) + at(middle)) / 2)
  return { ads: sorted.length, lowest: at(0), median, highest: at(sorted.length - 1) }
}

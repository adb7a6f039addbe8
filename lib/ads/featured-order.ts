/** Of the ads of a page at most one in so many stands first because it was paid for. */
export const oneFeaturedIn = 5

/**
 * Puts paid places first, each once; never more than a fifth of the page.
 *
 * @param page Sort keys in their own order. @param featured Those paid for, best first; they may be on the page already.
 */
export function withFeaturedFirst(page: readonly number[], featured: readonly number[]): readonly number[] {
  const first = featured.slice(0, Math.floor(page.length / oneFeaturedIn))
  return [...first, ...page.filter((key) => !first.includes(key))]
}

/** The markup of one page being drawn, by the name of its part. */
export type DrawnMarkup = Map<string, string>

type Shared = typeof globalThis & { oboleDrawnMarkup?: { getStore(): DrawnMarkup | undefined } }
// The server, the pages and what draws them for the browser are bundled apart: only globalThis is one.
const shared: Shared = globalThis

/**
 * Keeps a part for the drawing of this same answer, no longer.
 *
 * @returns Whether it is kept; if not, nothing is drawn here or the name is taken, and the part has to travel.
 */
export function keepMarkup(name: string, text: string): boolean {
  const drawn = shared.oboleDrawnMarkup?.getStore()
  if (!drawn || drawn.has(name)) return false
  drawn.set(name, text)
  return true
}

/** The part of this name that the answer being drawn has kept. */
export function findMarkup(name: string): string | undefined {
  return shared.oboleDrawnMarkup?.getStore()?.get(name)
}

/** Where the server says that a page is drawn whole, so that its parts need not travel beside it. */
export function useDrawnMarkup(context: NonNullable<Shared['oboleDrawnMarkup']>): void {
  shared.oboleDrawnMarkup = context
}

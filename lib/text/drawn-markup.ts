/** What is kept beside one answer while it is drawn. */
export type Drawing = Readonly<{
  /** The markup of its parts, by their names. */
  parts: Map<string, string>
  /** By name, what stands where a page differs from others of its kind, if it is drawn to be filled in later. */
  slots?: Readonly<Record<string, string>> | undefined
}>

type Shared = typeof globalThis & { oboleDrawing?: { getStore(): Drawing | undefined } }
// The server, the pages and what draws them for the browser are bundled apart: only globalThis is one.
const shared: Shared = globalThis

/**
 * Keeps a part for the drawing of this same answer, no longer.
 *
 * @returns Whether it is kept; if not, nothing is drawn here or the name is taken, and the part has to travel.
 */
export function keepMarkup(name: string, text: string): boolean {
  const parts = shared.oboleDrawing?.getStore()?.parts
  if (!parts || parts.has(name)) return false
  parts.set(name, text)
  return true
}

/** The part of this name that the answer being drawn has kept. */
export function findMarkup(name: string): string | undefined {
  return shared.oboleDrawing?.getStore()?.parts.get(name)
}

/** What stands where this page differs from others of its kind; undefined when it is drawn for itself. */
export function findSlots(): Drawing['slots'] {
  return shared.oboleDrawing?.getStore()?.slots
}

/** Where the server says that a page is drawn whole, so that its parts need not travel beside it. */
export function useDrawing(context: NonNullable<Shared['oboleDrawing']>): void {
  shared.oboleDrawing = context
}

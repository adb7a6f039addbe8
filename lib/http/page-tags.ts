import { AsyncLocalStorage } from 'node:async_hooks'

/** What one rendering of a public page has said it depends on. */
export type PageRender = Readonly<{ tags: Set<string> }>

type Shared = typeof globalThis & {
  obolePageContext?: AsyncLocalStorage<PageRender>
  obolePageCache?: Readonly<{ invalidate: (tags: readonly string[]) => void; clear: () => void }>
}
// Next bundles this file for pages and for routes apart from the server around them: only globalThis is one.
const shared: Shared = globalThis

/**
 * Says what the page being rendered shows, so that a change can throw it out of the page cache.
 *
 * Tags: `ad:K7P204` (one ad), `ads` (any listing of ads), `advertiser:<handle>`, `catalogue` (categories, places,
 * prices), `brand` (name, colours, texts of the operator). Does nothing where no page is being rendered for the cache.
 */
export function tagPage(tags: readonly string[]): void {
  const render = shared.obolePageContext?.getStore()
  if (render) for (const tag of tags) render.tags.add(tag)
}

/**
 * Throws away every cached page that carries one of the tags, at once. Call it after the commit that changed them: a
 * page whose rendering began before the call is not kept either.
 */
export function invalidatePages(tags: readonly string[]): void {
  shared.obolePageCache?.invalidate(tags)
}

/** Throws away every cached page. */
export function invalidateAllPages(): void {
  shared.obolePageCache?.clear()
}

/** The context the server renders cached pages in. */
export function pageContext(): AsyncLocalStorage<PageRender> {
  shared.obolePageContext ??= new AsyncLocalStorage<PageRender>()
  return shared.obolePageContext
}

/** Makes `cache` the one that `invalidatePages` reaches from any bundle of this process. */
export function registerPageCache(cache: NonNullable<Shared['obolePageCache']>): void {
  shared.obolePageCache = cache
}

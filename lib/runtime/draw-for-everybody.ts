import { pageContext } from '../http/page-tags.ts'
import type { Drawing } from '../text/drawn-markup.ts'
import { askAsNobody, type CollectedAnswer, type Handler } from './collected-response.ts'
import { drawWhole } from './draw-whole.ts'

/** The framework and the public address that its pages name. */
export type PageMaker = Readonly<{ next: Handler; origin: Readonly<{ host: string; isHttps: boolean }> }>

/**
 * What the framework answers to nobody in particular, and what that shows.
 *
 * @param url An internal address.
 * @param slots What to write in place of what differs between pages of a kind.
 */
export async function drawForEverybody(
  { next, origin: { host, isHttps } }: PageMaker,
  url: string,
  slots?: Drawing['slots'],
): Promise<Readonly<{ answer: CollectedAnswer; tags: ReadonlySet<string> }>> {
  const tags = new Set<string>()
  const headers = { host, accept: '*/*', 'x-forwarded-proto': isHttps ? 'https' : 'http' }
  const ask = () => drawWhole(() => askAsNobody(next, { url, headers }), slots)
  return { answer: await pageContext().run({ tags }, ask), tags }
}

/** Whether it is a page for everybody: not an error, a redirection, or somebody's own. */
export function isForEverybody({ status, headers }: CollectedAnswer): boolean {
  return status === 200 && headers['set-cookie'] === undefined
}

/** The `Link` header, which may come in parts. */
export function linkOf({ headers: { link } }: CollectedAnswer): string | undefined {
  return link === undefined ? undefined : [link].flat().join(', ')
}

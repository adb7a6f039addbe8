import { randomBytes } from 'node:crypto'
import { config } from '../config/env.ts'
import { inlineScriptSources, joinInlineScripts } from '../http/csp.ts'
import {
  type DrawnPage,
  findPageKind,
  type PageAddress,
  type PageKind,
  type PageSlots,
  slotsOf,
} from '../http/drawn-page.ts'
import type { CachedPage, PageCache, Rendered } from '../http/page-cache.ts'
import { isPublicPage } from '../http/page-cache-rules.ts'
import { tagPage } from '../http/page-tags.ts'
import { pathOf } from '../http/paths-guard.ts'
import { isLocale, type Locale, locales } from '../i18n/locales.ts'
import { html } from '../text/markup.ts'
import { currentTime } from '../time/time.ts'
import type { CollectedAnswer } from './collected-response.ts'
import { drawForEverybody, isForEverybody, linkOf, type PageMaker } from './draw-for-everybody.ts'

/** Who draws frames, and where they are kept. */
export type FrameMaker = PageMaker & Readonly<{ pages: PageCache<CollectedAnswer> }>

/** A whole page, the sources of the scripts that its frame brings, and the frame's `Link` header. */
export type FilledPage = Readonly<{ text: string; scriptSources: readonly string[]; link: string | undefined }>

// Nobody can write what stands for a slot: it is made anew at each start, and no answer holds it.
const secret = randomBytes(12).toString('hex')
const signOf = (slot: string) => `slot-${secret}-${slot}-`
const signs = new RegExp(`slot-${secret}-(script-)?(\\w+)-`, 'g')
const contentSlot = 'content'

/**
 * Puts the head and the content of one page into the frame of its kind, which the framework has drawn before: what a
 * page costs is then its reading and its words. Says what the page shows, as {@link tagPage} does.
 *
 * @param url An internal address.
 * @returns undefined where there is no frame, and for an address that leads elsewhere: the framework answers those.
 */
export async function fillFrame(maker: FrameMaker, url: string): Promise<FilledPage | undefined> {
  const path = pathOf(url)
  const [, locale, name = '', ...segments] = path.split('/')
  const kind = findPageKind(name)
  if (!kind || !isLocale(locale) || !isPublicPage(path, '')) return undefined
  const query = new URLSearchParams(url.slice(path.length))
  const drawn = tryToDraw(kind, { locale, segments, query })
  if (drawn?.kind !== 'page') return undefined
  const slots = { ...slotsOf(drawn.head, config().origin), ...searchSlots(path, { locale, query }) }
  const frame = await findFrame(maker, { kind, locale, slots: Object.keys(slots) })
  if (!frame) return undefined
  tagPage([...frame.tags])
  const [before, after] = [fillSlots(frame.before, slots), fillSlots(frame.after, slots)]
  return {
    text: before + drawn.content + after,
    scriptSources: inlineScriptSources(before + after),
    link: frame.link,
  }
}

/** What fails here fails in the framework too, which says so on a page of ours and in the log. */
function tryToDraw(kind: PageKind, address: PageAddress): DrawnPage | undefined {
  try {
    return kind.draw(address)
  } catch {
    return undefined
  }
}

/** What the frame itself shows of the address: the words in the search bar, and the link to the other language. */
function searchSlots(path: string, { locale, query }: Pick<PageAddress, 'locale' | 'query'>): PageSlots {
  const other = locales.find((language) => language !== locale)
  const written = query.toString()
  return {
    searchedText: query.get('q') ?? '',
    searchedPlace: query.get('lieu') ?? '',
    otherLanguage: `/${other}${path.slice(1 + locale.length)}${written === '' ? '' : `?${written}`}`,
  }
}

type Wanted = Readonly<{ kind: PageKind; locale: Locale; slots: readonly string[] }>

/** What stands before and after the content, and what that shows. */
type Frame = Readonly<{ before: string; after: string; link: string | undefined; tags: ReadonlySet<string> }>

/** By the page they are kept as: it lives as long as the cache wants it to. */
const frames = new WeakMap<CachedPage, Frame>()

async function findFrame(maker: FrameMaker, wanted: Wanted): Promise<Frame | undefined> {
  const { kind, locale, slots } = wanted
  // No address begins like this, so a frame can be asked for by nobody.
  const key = `frame ${kind.name} ${locale} ${slots.join(' ')}`
  const kept = maker.pages.find(key, currentTime())
  if (kept) return frames.get(kept)
  const rendered = await maker.pages.render(key, () => drawFrame(maker, wanted))
  return rendered.kind === 'page' ? frames.get(rendered.page) : undefined
}

async function drawFrame(maker: FrameMaker, { kind, locale, slots }: Wanted): Promise<Rendered<CollectedAnswer>> {
  const signed = Object.fromEntries([...slots, contentSlot].map((slot) => [slot, signOf(slot)]))
  const { answer, tags } = await drawForEverybody(maker, `/${locale}${kind.frame}`, signed)
  const text = joinInlineScripts(answer.body.toString()).replace(scripts, (script) =>
    script.replaceAll(`slot-${secret}-`, `slot-${secret}-script-`),
  )
  const [before = '', after, ...others] = text.split(signOf(contentSlot))
  if (!isForEverybody(answer) || after === undefined || others.length > 0) return { kind: 'other', answer }
  const page = { body: Buffer.from(text), gzip: undefined, etag: '', headers: [] }
  frames.set(page, { before, after, link: linkOf(answer), tags })
  return { kind: 'page', page, tags }
}

const scripts = /<script>[\s\S]*?<\/script>/g

function fillSlots(frame: string, slots: PageSlots): string {
  return frame.replace(signs, (sign, script: string | undefined, slot: string, at: number) => {
    const text = slots[slot]
    if (text === undefined) return sign
    return script === undefined ? html`${text}`.toString() : inScript(text, frame[at - 1] === '"')
  })
}

const unsafeInScript = /[&<>\u2028\u2029]/g

/**
 * A text within the framework's data, which is JSON in a string of a script. There a text of its own that begins with
 * `$` has another one before it (`escapeStringValue` in React's `ReactFlightServer.js`).
 */
function inScript(text: string, isBeginning: boolean): string {
  const inData = JSON.stringify(isBeginning && text.startsWith('$') ? `$${text}` : text).slice(1, -1)
  return JSON.stringify(inData)
    .slice(1, -1)
    .replace(unsafeInScript, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

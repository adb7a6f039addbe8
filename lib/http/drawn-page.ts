import type { Locale } from '../i18n/locales.ts'
import type { Markup } from '../text/markup.ts'
import type { PageHead } from './page-metadata.ts'

/** The address of a page: language, what follows the page's name, as it is written there, and the query. */
export type PageAddress = Readonly<{ locale: Locale; segments: readonly string[]; query: URLSearchParams }>

/** A page that is `whole` has content that is not markup: the framework draws it. */
export type DrawnPage = Readonly<
  | { kind: 'page'; head: PageHead; content: Markup }
  | { kind: 'whole'; head: PageHead }
  | { kind: 'moved'; path: string }
  | { kind: 'missing' }
>

/**
 * Pages of a kind differ in their head and their content alone. All else, the frame, is made by the framework once for
 * all of them (`lib/runtime/page-frames.ts`), and `draw` gives what is put into it.
 */
export type PageKind = Readonly<{
  /** The first segment after the language; '' for the home page. */
  name: string
  /** An address of this kind that says nothing of any page, for the frame: `/ad/-/-`. */
  frame: string
  /** Pure reading: the same for everybody who asks for the address. */
  draw: (address: PageAddress) => DrawnPage
}>

type Shared = typeof globalThis & { obolePageKinds?: Map<string, PageKind> }
// The pages are bundled apart from the server that fills their frames: only globalThis is one.
const shared: Shared = globalThis

/** Makes a kind of page known to the server; called when its file is loaded. */
export function registerPageKind(kind: PageKind): void {
  shared.obolePageKinds ??= new Map()
  shared.obolePageKinds.set(kind.name, kind)
}

export function findPageKind(name: string): PageKind | undefined {
  return shared.obolePageKinds?.get(name)
}

/** What differs between pages of a kind, by the name of the slot it fills. Those that fill the same slots share a frame. */
export type PageSlots = Readonly<Record<string, string>>

const addressSlots = { fr: 'pathFr', en: 'pathEn', image: 'image', feed: 'feed' } as const

/** The texts of a head, each for its slot; addresses as browsers write them, without their first `/`. */
export function slotsOf(head: PageHead, origin: string): PageSlots {
  const addresses = { ...head.paths, image: head.image, feed: head.feed }
  const filled = Object.entries(addressSlots).flatMap(([name, slot]) => {
    const address = addresses[name as keyof typeof addressSlots]
    return address === undefined ? [] : [[slot, new URL(address, origin).href.slice(origin.length + 1)] as const]
  })
  const { title, description, isIndexed = true } = head
  return { title, description, ...Object.fromEntries(filled), ...(isIndexed ? {} : { unindexed: '' }) }
}

/** The head whose texts are in `slots`: {@link slotsOf} backwards. */
export function headOf(locale: Locale, slots: PageSlots): PageHead {
  const { title = '', description = '' } = slots
  const address = (name: keyof typeof addressSlots) => {
    const written = slots[addressSlots[name]]
    return written === undefined ? {} : { [name]: `/${written}` }
  }
  return {
    locale,
    title,
    description,
    paths: { ...address('fr'), ...address('en') },
    isIndexed: slots['unindexed'] === undefined,
    ...address('image'),
    ...address('feed'),
  }
}

/** A rendered public page, ready to be sent. */
export type CachedPage = {
  readonly body: Buffer
  /** Made when first asked for. */
  gzip: Buffer | undefined
  readonly etag: string
  /** Names and values in turn, without those that depend on the encoding. */
  readonly headers: readonly string[]
}

/** What a rendering gave: a page that may be kept, or an answer for whoever asked and nobody else. */
export type Rendered<Other> =
  | Readonly<{ kind: 'page'; page: CachedPage; tags: ReadonlySet<string> }>
  | Readonly<{ kind: 'other'; answer: Other }>

type Entry = { page: CachedPage; tags: ReadonlySet<string>; expiresAt: number; size: number }
type Flight = { readonly outdatedTags: Set<string>; isOutdated: boolean; isWholeCacheOutdated: boolean }

/**
 * Rendered pages in memory, at most `maxBytes` of them, least recently used thrown away first.
 *
 * A page is rendered once for everybody who asks at the same time. An invalidation takes every page with its tags at
 * once; a rendering that began before it is neither kept nor given to anybody who asked after it.
 */
export class PageCache<Other> {
  readonly #maxBytes: number
  readonly #maxAgeMs: number
  readonly #entries = new Map<string, Entry>()
  readonly #urlsByTag = new Map<string, Set<string>>()
  readonly #flights = new Map<string, Readonly<{ flight: Flight; promise: Promise<Rendered<Other>> }>>()
  readonly #running = new Set<Flight>()
  #bytes = 0

  constructor(options: Readonly<{ maxBytes: number; maxAgeMs: number }>) {
    this.#maxBytes = options.maxBytes
    this.#maxAgeMs = options.maxAgeMs
  }

  get bytes(): number {
    return this.#bytes
  }

  get size(): number {
    return this.#entries.size
  }

  find(url: string, now: number): CachedPage | undefined {
    const entry = this.#entries.get(url)
    if (!entry) return undefined
    if (entry.expiresAt <= now) {
      this.#remove(url, entry)
      return undefined
    }
    this.#entries.delete(url)
    this.#entries.set(url, entry)
    return entry.page
  }

  /** Renders, or waits for a rendering of the same address that began after the last invalidation. */
  render(url: string, start: () => Promise<Rendered<Other>>): Promise<Rendered<Other>> {
    const known = this.#flights.get(url)
    if (known && !known.flight.isOutdated) return known.promise
    const flight: Flight = { outdatedTags: new Set(), isOutdated: false, isWholeCacheOutdated: false }
    const promise = this.#fly({ url, flight, start })
    this.#flights.set(url, { flight, promise })
    return promise
  }

  async #fly(render: { url: string; flight: Flight; start: () => Promise<Rendered<Other>> }): Promise<Rendered<Other>> {
    const { url, flight } = render
    this.#running.add(flight)
    try {
      const rendered = await render.start()
      if (rendered.kind === 'page' && isStillTrue(flight, rendered.tags)) this.#keep(url, rendered)
      return rendered
    } finally {
      this.#running.delete(flight)
      if (this.#flights.get(url)?.flight === flight) this.#flights.delete(url)
    }
  }

  invalidate(tags: readonly string[]): void {
    for (const flight of this.#running) {
      flight.isOutdated = true
      for (const tag of tags) flight.outdatedTags.add(tag)
    }
    for (const tag of tags) {
      for (const url of this.#urlsByTag.get(tag) ?? []) {
        const entry = this.#entries.get(url)
        if (entry) this.#remove(url, entry)
      }
    }
  }

  clear(): void {
    for (const flight of this.#running) {
      flight.isOutdated = true
      flight.isWholeCacheOutdated = true
    }
    this.#entries.clear()
    this.#urlsByTag.clear()
    this.#bytes = 0
  }

  /** Counts the compressed form of a page that was made after it was kept. */
  addGzip(url: string, { page, gzip }: Readonly<{ page: CachedPage; gzip: Buffer }>): void {
    const entry = this.#entries.get(url)
    page.gzip = gzip
    if (entry?.page !== page) return
    entry.size += gzip.byteLength
    this.#bytes += gzip.byteLength
    this.#makeRoom()
  }

  #keep(url: string, rendered: Readonly<{ page: CachedPage; tags: ReadonlySet<string> }>): void {
    const previous = this.#entries.get(url)
    if (previous) this.#remove(url, previous)
    const size = sizeOf(url, rendered)
    if (size > this.#maxBytes / 4) return
    this.#entries.set(url, { ...rendered, size, expiresAt: Date.now() + this.#maxAgeMs })
    this.#bytes += size
    for (const tag of rendered.tags) {
      const urls = this.#urlsByTag.get(tag) ?? new Set()
      this.#urlsByTag.set(tag, urls.add(url))
    }
    this.#makeRoom()
  }

  #makeRoom(): void {
    for (const [url, entry] of this.#entries) {
      if (this.#bytes <= this.#maxBytes) return
      this.#remove(url, entry)
    }
  }

  #remove(url: string, entry: Entry): void {
    this.#entries.delete(url)
    this.#bytes -= entry.size
    for (const tag of entry.tags) {
      const urls = this.#urlsByTag.get(tag)
      urls?.delete(url)
      if (urls?.size === 0) this.#urlsByTag.delete(tag)
    }
  }
}

function isStillTrue(flight: Flight, tags: ReadonlySet<string>): boolean {
  return !flight.isWholeCacheOutdated && ![...tags].some((tag) => flight.outdatedTags.has(tag))
}

// A map entry, its strings and a tag's set cost about this much beside the bytes of the page.
const bytesPerEntry = 1024
const bytesPerTag = 160

function sizeOf(url: string, { page, tags }: Readonly<{ page: CachedPage; tags: ReadonlySet<string> }>): number {
  const headers = page.headers.reduce((sum, text) => sum + text.length, 0)
  const tagBytes = [...tags].reduce((sum, tag) => sum + bytesPerTag + tag.length, 0)
  return page.body.byteLength + (page.gzip?.byteLength ?? 0) + headers + url.length * 2 + tagBytes + bytesPerEntry
}

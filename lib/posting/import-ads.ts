import { randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { readSql } from '../../db/statement.ts'
import { type AdRecord, newStanding } from '../ads/ad-record.ts'
import { nextAdId } from '../ads/ad-record-queries.ts'
import { sortKeyOf } from '../ads/ads.ts'
import type { CategoryDto } from '../categories/categories.ts'
import { bannedWordsHere, caseFinds, publicTexts } from '../checkout/enter-ad.ts'
import { keyedHash } from '../config/keys.ts'
import { invariant } from '../errors/invariant.ts'
import { translate } from '../i18n/translator.ts'
import { encodeCrockford } from '../ids/crockford.ts'
import { newAdRef } from '../ids/ids.ts'
import type { CaseFind } from '../moderation/moderation.ts'
import { openManyScreener } from '../screening/screen-many-ads.ts'
import { foldText } from '../text/text.ts'
import { day, type Millis } from '../time/time.ts'
import { findCategoryRule } from './category-rule-queries.ts'
import { type ImportMapping, ImportNames } from './import-names.ts'
import { type ImportRow, knownFields, readImportRow } from './import-row.ts'
import { type ImportedAd, saveImportedAds, tidySearchIndex } from './import-store.ts'
import { keptTerms, type RevealTerms, revealTermsOf } from './posting-terms.ts'

export type ImportedContact = Readonly<{ name: string; phone: string; email: string; hours: string }>
/** `waiting` counts those of `imported` that staff has to look at first. */
export type ImportProgress = Readonly<{
  read: number
  imported: number
  waiting: number
  known: number
  rejected: number
}>
export type ImportedLine = Readonly<{ line: number; reason: string }>

export type ImportRequest = Readonly<{
  /** Newline-delimited JSON; empty lines are passed over. */
  lines: AsyncIterable<string>
  now: Millis
  /** Create categories and places that are unknown, rather than reject their rows. */
  createMissing: boolean
  mapping?: ImportMapping | undefined
  /** Rows in a transaction; 2 000 unless told otherwise. */
  batchSize?: number
  /** Encrypts a contact for its ad; nothing here keeps it in clear. */
  sealContact: (adId: number, contact: ImportedContact) => Uint8Array
  onProgress?: ((progress: ImportProgress) => void) | undefined
  onReject?: ((rejected: ImportedLine) => void) | undefined
  /** An ad was imported but not published; the reason names what was found and where, never the words found. */
  onWaiting?: ((waiting: ImportedLine) => void) | undefined
}>

const usualBatchSize = 2000
const lifetime = 60 * day

/**
 * Imports ads as published, many in a transaction. An ad whose words hold what an advertiser would be stopped at waits
 * for staff instead, with the places marked; the rules of its category hold as they do on posting.
 *
 * An ad that is here already, by its `id` in the source, is passed over: after an interruption, importing the same
 * file again goes on where it stopped. All ads of one contact get one advertiser.
 */
export async function importAds(request: ImportRequest): Promise<ImportProgress> {
  const run = new ImportRun(request)
  try {
    for await (const line of request.lines) {
      await run.take(line)
      if (run.isBatchFull) {
        await run.save()
        // The event loop has other work: an import may run inside a site that serves.
        await setImmediate()
      }
    }
    await run.save()
  } finally {
    await run.close()
  }
  if (run.progress.imported > 0) tidySearchIndex()
  return run.progress
}

const isKnown = readSql<{ id: number }>('select id from ads where external_id = ?')
const isRefTaken = readSql<{ id: number }>('select id from ads where ref = ?')
const isKeyTaken = readSql<{ id: number }>('select id from ads where sort_key = ?')

type Terms = Readonly<{ refusal: string } | { refusal?: undefined; reveal: RevealTerms }>

class ImportRun {
  readonly #request: ImportRequest
  readonly #names: ImportNames
  readonly #inBatch = { externalIds: new Set<string>(), refs: new Set<string>(), sortKeys: new Set<number>() }
  readonly #lastKeyAt = new Map<Millis, number>()
  readonly #screener = openManyScreener(bannedWordsHere())
  readonly #terms = new Map<number, Terms>()
  #batch: (Omit<ImportedAd, 'finds'> & Readonly<{ line: number }>)[] = []
  #line = 0
  #nextId = nextAdId()
  #counts = { read: 0, imported: 0, waiting: 0, known: 0, rejected: 0 }

  constructor(request: ImportRequest) {
    this.#request = request
    this.#names = new ImportNames(request)
  }

  get isBatchFull(): boolean {
    return this.#batch.length >= (this.#request.batchSize ?? usualBatchSize)
  }

  get progress(): ImportProgress {
    return { ...this.#counts }
  }

  async take(line: string): Promise<void> {
    this.#line += 1
    if (line.trim() === '') return
    this.#counts.read += 1
    const row = readImportRow(line)
    const reason = typeof row === 'string' ? row : await this.#add(row)
    if (reason === undefined) return
    this.#counts.rejected += 1
    this.#request.onReject?.({ line: this.#line, reason })
  }

  close(): Promise<unknown> {
    return this.#screener.close()
  }

  async save(): Promise<void> {
    if (this.#batch.length === 0) return
    const screenings = await this.#screener.screen(this.#batch.map(({ ad }) => publicTexts(ad)))
    const batch = this.#batch.map((imported, at) => {
      const screening = screenings[at]
      invariant(screening, 'each ad is screened')
      const finds = caseFinds(screening)
      return { ...imported, finds, ad: finds.length > 0 ? { ...imported.ad, status: 'pending' as const } : imported.ad }
    })
    saveImportedAds(batch, this.#request.now)
    this.#counts.imported += batch.length
    const waiting = batch.filter(({ finds }) => finds.length > 0)
    this.#counts.waiting += waiting.length
    for (const { line, finds } of waiting) this.#request.onWaiting?.({ line, reason: reasonOf(finds) })
    this.#batch = []
    for (const kept of Object.values(this.#inBatch)) kept.clear()
    this.#request.onProgress?.(this.progress)
  }

  /** @returns Why the row is refused, or nothing. */
  async #add(row: ImportRow): Promise<string | undefined> {
    if (this.#inBatch.externalIds.has(row.id) || isKnown.get(row.id)) {
      this.#counts.known += 1
      return undefined
    }
    const trail = await this.#names.categoryTrail(row.category)
    const category = trail.at(-1)
    if (!category) return `category: “${row.category}” is unknown`
    const place = this.#names.place(row.city, row.region)
    if (!place) return `city: “${row.city}” is unknown`
    const terms = this.#termsOf(category)
    if (terms.refusal !== undefined) return `category: ${terms.refusal}`
    const publishedAt = Math.min(row.created_at, this.#request.now)
    const ad: AdRecord = {
      ...newStanding,
      id: this.#nextId,
      ref: this.#freeRef(),
      sortKey: this.#freeSortKey(publishedAt),
      trail,
      advertiserId: advertiserIdOf(row),
      place,
      latitude: place.latitude,
      longitude: place.longitude,
      status: 'published',
      sourceLocale: 'fr',
      priceMinor: row.price_cents ?? null,
      currency: category.currency,
      ...keptTerms(terms.reveal, publishedAt),
      boost: null,
      fields: knownFields(category.fields, row.fields),
      hasPhone: row.contact_phone !== '',
      hasEmail: row.contact_email !== '',
      phoneVerifiedAt: null,
      confirmedAt: publishedAt,
      externalId: row.id,
      publishedAt,
      expiresAt: this.#request.now + lifetime,
      updatedAt: this.#request.now,
      texts: [{ locale: 'fr', title: row.title, body: row.description }],
      photos: [],
    }
    this.#keep(ad, row)
    return undefined
  }

  /** What the law has in a category: no ads, a contact that is free, or the category's own terms. */
  #termsOf(category: CategoryDto): Terms {
    const known = this.#terms.get(category.id)
    if (known) return known
    const rule = findCategoryRule(category)
    const terms: Terms =
      rule.kind === 'refused'
        ? { refusal: translate('en', 'screening')(`category.${rule.because}`) }
        : { reveal: rule.kind === 'must_be_free' ? { kind: 'free' } : revealTermsOf(category) }
    this.#terms.set(category.id, terms)
    return terms
  }

  #keep(ad: AdRecord, row: ImportRow): void {
    const contact = { name: row.contact_name, phone: row.contact_phone, email: row.contact_email, hours: '' }
    this.#batch.push({
      ad,
      line: this.#line,
      sealedContact: this.#request.sealContact(ad.id, contact),
      publicName: 'Particulier',
      handle: encodeCrockford(randomBytes(8), 12).toLowerCase(),
    })
    this.#nextId += 1
    this.#inBatch.externalIds.add(row.id)
    this.#inBatch.refs.add(ad.ref)
    this.#inBatch.sortKeys.add(ad.sortKey)
  }

  #freeRef(): string {
    for (;;) {
      const ref = newAdRef()
      if (!this.#inBatch.refs.has(ref) && !isRefTaken.get(ref)) return ref
    }
  }

  /** Sources often have no more than the day, so thousands of ads may ask for the same moment. */
  #freeSortKey(at: Millis): number {
    let key = (this.#lastKeyAt.get(at) ?? sortKeyOf(at, 0) - 1) + 1
    while (this.#inBatch.sortKeys.has(key) || isKeyTaken.get(key)) key += 1
    this.#lastKeyAt.set(at, key)
    return key
  }
}

/** What was found, by what the file calls the places; the words themselves may be a contact and are not repeated. */
function reasonOf(finds: readonly CaseFind[]): string {
  const places = finds.map(
    ({ field, kind }) => `${kind === 'banned' ? 'banned word' : kind} in ${field === 'body' ? 'description' : field}`,
  )
  return [...new Set(places)].join(', ').replaceAll('_', ' ')
}

/** The same contact gives the same advertiser, in this import and in later ones, without being kept anywhere. */
function advertiserIdOf(row: ImportRow): string {
  const phone = row.contact_phone.replace(/\D/g, '').replace(/^(33|0033)/, '0')
  return keyedHash('contacts', `advertiser ${phone === '' ? foldText(row.contact_email) : phone}`).slice(0, 22)
}

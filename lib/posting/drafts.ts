import { z } from 'zod'
import type { AdStatus } from '../ads/ads.ts'
import type { Locale } from '../i18n/locales.ts'
import { day, type Millis } from '../time/time.ts'

/** A draft is kept so long after it was last touched; its link opens it until then. */
export const draftLifeMs = 30 * day

const typedText = z.string().max(20_000)
const typedShape = z.object({
  title: typedText,
  body: typedText,
  price: typedText,
  place: typedText,
  /** The place chosen among those of that name; empty while none is. */
  placeSlug: z.string().max(120),
  fields: z.record(z.string(), z.union([typedText, z.array(typedText).max(60)])),
})

const detailsShape = typedShape.extend({
  /** Finds the advertiser says are no contact, in the words they have: staff looks at those. */
  disputed: z.array(typedText).max(50),
  /** What another tab sent meanwhile; kept until one of both is chosen. */
  other: typedShape.nullable(),
  /** The draft changes an ad that stands. */
  isEdit: z.boolean(),
  /** It was sent in, and waits for staff before anything changes. */
  waits: z.boolean(),
})

/** The details as typed, right or wrong. */
export type DraftTyped = z.infer<typeof typedShape>
export type DraftDetails = Readonly<z.infer<typeof detailsShape>>

const emptyTyped: DraftTyped = { title: '', body: '', price: '', place: '', placeSlug: '', fields: {} }
export const emptyDetails: DraftDetails = { ...emptyTyped, disputed: [], other: null, isEdit: false, waits: false }

/** A draft as it is kept, without its contact. */
export type Draft = Readonly<{
  id: string
  memberId: string | null
  /** The ad that is edited; for a new one, the ad it became. */
  adId: number | null
  categoryId: number | null
  locale: Locale
  details: DraftDetails
  hasContact: boolean
  emailVerifiedAt: Millis | null
  phoneVerifiedAt: Millis | null
  saleConsentText: string | null
  saleConsentAt: Millis | null
  /** Grows with each change of the details. */
  version: number
  createdAt: Millis
  updatedAt: Millis
  expiresAt: Millis
  submittedAt: Millis | null
}>

/** What is kept was written by this code; what an older version wrote is completed, never refused. */
export function readDetails(kept: unknown): DraftDetails {
  const read = detailsShape.safeParse({ ...emptyDetails, ...(typeof kept === 'object' ? kept : {}) })
  return read.success ? read.data : emptyDetails
}

export function typedOf({ title, body, price, place, placeSlug, fields }: DraftTyped): DraftTyped {
  return { title, body, price, place, placeSlug, fields }
}

export function isSameTyped(left: DraftTyped, right: DraftTyped): boolean {
  const flat = (typed: DraftTyped) =>
    JSON.stringify([
      ...Object.entries({ ...typedOf(typed), placeSlug: '', fields: '' }),
      ...Object.entries(typed.fields)
        .filter(([, value]) => value.length > 0)
        .sort(([one], [two]) => (one < two ? -1 : 1)),
    ])
  return flat(left) === flat(right)
}

const draftSteps = ['category', 'details', 'photos', 'contact', 'preview', 'pay', 'done'] as const
export type DraftStep = (typeof draftSteps)[number]

/**
 * What became of a draft. `waits`: changes to an ad that stands, which staff looks at first; the ad stays as it was.
 * `due`: the ad goes on once its fee is paid.
 */
export type Submitted = Readonly<{
  draftId: string
  ref: string
  status: AdStatus
  isDue: boolean
  waits: boolean
  isEdit: boolean
  /** Pages that show something else now. */
  tags: readonly string[]
}>

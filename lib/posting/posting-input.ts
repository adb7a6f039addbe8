import { z } from 'zod'
import { caseReasons } from '../moderation/moderation.ts'

const formFields = { locale: z.enum(['fr', 'en']).default('fr'), from: z.string().max(500).optional() }
const draftId = z.string().min(20).max(40).meta({ description: 'The draft; its id is what authorises.' })
/** A ticked box sends `on`, JSON sends true. */
const tick = z.preprocess((value) => value === true || value === 'on' || value === 'true' || value === '1', z.boolean())
const typed = z.string().max(20_000).default('')
const code = z.string().min(1).max(40)

/** Begins a draft. */
export const startDraftInput = z
  .object({
    ...formFields,
    category: z.string().max(200).optional().meta({ description: 'Key of a category, when it is known already.' }),
  })
  .meta({ id: 'StartDraft' })
export type StartDraftInput = z.output<typeof startDraftInput>

export const saveCategoryInput = z
  .object({ ...formFields, draftId, category: z.string().min(1).max(200).meta({ description: 'Key of a category.' }) })
  .meta({ id: 'SaveDraftCategory' })
export type SaveCategoryInput = z.output<typeof saveCategoryInput>

/** Custom fields come as `fields`, or from a form as `f.<key>`. */
export const saveDetailsInput = z
  .looseObject({
    ...formFields,
    draftId,
    version: z.coerce.number().int().min(0).meta({ description: 'The version these details began from.' }),
    title: typed,
    body: typed,
    price: typed.meta({ description: 'As typed, in euros or pounds; empty when it is not said.' }),
    place: typed.meta({ description: 'A town by name or postcode.' }),
    placeSlug: z.string().max(120).default(''),
    fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])).optional(),
    notContact: z
      .union([z.string().max(500), z.array(z.string().max(500)).max(50)])
      .optional()
      .meta({ description: 'Finds, in their own words, that the advertiser says are no contact: staff looks.' }),
    find: z.string().max(80).optional().meta({ description: 'A find to move to the contact: `body:12:26`.' }),
    save: z.enum(['next', 'stay', 'auto']).default('stay'),
  })
  .meta({ id: 'SaveDraftDetails' })
export type SaveDetailsInput = z.output<typeof saveDetailsInput>

export const chooseVersionInput = z
  .object({ ...formFields, draftId, keep: z.enum(['kept', 'other']) })
  .meta({ id: 'ChooseDraftVersion' })
export type ChooseVersionInput = z.output<typeof chooseVersionInput>

export const saveContactInput = z
  .object({
    ...formFields,
    draftId,
    name: z.string().max(100).default(''),
    phone: z.string().max(40).default(''),
    email: z.string().max(254).default(''),
    hours: z.string().max(200).default(''),
    showsPhone: tick,
    showsEmail: tick,
    consent: tick.meta({ description: 'The advertiser agrees to the words of `consentText`.' }),
    save: z.enum(['next', 'stay', 'email_code', 'phone_code']).default('stay'),
  })
  .meta({ id: 'SaveDraftContact' })
export type SaveContactInput = z.output<typeof saveContactInput>

export const verifyContactInput = z.object({ ...formFields, draftId, code }).meta({ id: 'VerifyDraftContact' })
export type VerifyContactInput = z.output<typeof verifyContactInput>

export const draftInput = z.object({ ...formFields, draftId }).meta({ id: 'DraftCommand' })
export type DraftInput = z.output<typeof draftInput>

const emptyAsNothing = (value: unknown) => (value === '' ? undefined : value)

/** Staff's form that keeps an ad as it stands. `reason` is the list it was opened from, to go on in. */
export const refuseEditInput = z.object({
  id: z.string().max(60),
  explanation: z.string().max(4000).default(''),
  sentAt: z.coerce.number().int(),
  reason: z.preprocess(emptyAsNothing, z.enum(caseReasons).optional().catch(undefined)),
  from: z.string().max(500).optional(),
})

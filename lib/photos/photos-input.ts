import { z } from 'zod'
import { longestAlt, mostPhotos } from './photo.ts'

const formFields = { locale: z.enum(['fr', 'en']).default('fr'), from: z.string().max(500).optional() }
const id = z.string().min(1).max(64)
const draft = { draftId: id.meta({ description: 'The draft; its id is what authorises.' }) }

/** A form with one or more files in `photos`. */
export const addPhotosInput = z.object({ ...formFields, ...draft }).meta({ id: 'AddDraftPhotos' })

export const movePhotoInput = z
  .object({ ...formFields, ...draft, photoId: id, direction: z.enum(['up', 'down', 'cover']) })
  .meta({ id: 'MoveDraftPhoto' })

/** All pictures in the order they are to stand: a list, or from a form ids with commas between them. */
export const orderPhotosInput = z
  .object({
    ...formFields,
    ...draft,
    order: z.preprocess(
      (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
      z.array(id).min(1).max(mostPhotos),
    ),
  })
  .meta({ id: 'OrderDraftPhotos' })

export const describePhotoInput = z
  .object({ ...formFields, ...draft, photoId: id, alt: z.string().trim().max(longestAlt) })
  .meta({ id: 'DescribeDraftPhoto' })

export const deletePhotoInput = z.object({ ...formFields, ...draft, photoId: id }).meta({ id: 'DeleteDraftPhoto' })

import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import {
  addPhotosInput,
  deletePhotoInput,
  describePhotoInput,
  movePhotoInput,
  orderPhotosInput,
} from '../photos/photos-input.ts'
import { write } from './openapi-operations.ts'

const path = z.object({ draftId: z.string().meta({ description: 'The draft; its id is what authorises.' }) })
const photoPath = path.extend({ photoId: z.string().meta({ description: 'A picture of it.' }) })
const tag = 'Posting' as const

const picture = z.object({
  id: z.string(),
  width: z.int(),
  height: z.int(),
  alt: z.string(),
  url: z.string().meta({ description: '480 pixels wide, WebP.' }),
  finds: z.array(z.string()).meta({ description: 'What was found in the picture that a reader should look at.' }),
})
const pictures = z
  .object({ photos: z.array(picture), location: z.string() })
  .meta({ id: 'DraftPhotos', description: 'All pictures of the draft, in their order.' })
const refused = z.object({
  name: z.string().meta({ description: 'Of the file.' }),
  problem: z.string(),
  code: z.string(),
})
const sent = z
  .object({ photos: z.array(z.union([picture.extend({ name: z.string() }), refused])), location: z.string() })
  .meta({ id: 'SentPhotos', description: 'One answer for each file, in the order they came.' })
const form = addPhotosInput
  .extend({ photos: z.array(z.file()).meta({ description: 'One or more: JPEG, PNG, WebP, GIF, AVIF or HEIC.' }) })
  .meta({ id: 'AddDraftPhotosForm' })

const change = (id: string, summary: string, input: z.ZodType) => ({
  post: write({ id, summary, tag, input, path: photoPath, answer: pictures }),
})

/** The pictures of a draft. */
export const photosPaths: ZodOpenApiPathsObject = {
  '/api/v1/drafts/{draftId}/photos': {
    post: write({
      id: 'addDraftPhotos',
      summary: 'Add pictures',
      tag,
      input: form,
      path,
      answer: sent,
      takesFiles: true,
    }),
  },
  '/api/v1/drafts/{draftId}/photos/order': {
    post: write({
      id: 'orderDraftPhotos',
      summary: 'Put all pictures in order',
      tag,
      input: orderPhotosInput,
      path,
      answer: pictures,
    }),
  },
  '/api/v1/drafts/{draftId}/photos/{photoId}': change('describeDraftPhoto', 'Describe a picture', describePhotoInput),
  '/api/v1/drafts/{draftId}/photos/{photoId}/move': change('moveDraftPhoto', 'Move a picture', movePhotoInput),
  '/api/v1/drafts/{draftId}/photos/{photoId}/delete': change('deleteDraftPhoto', 'Take it out', deletePhotoInput),
}

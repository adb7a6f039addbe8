import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { requestUnlockInput } from '../checkout/checkout-input.ts'
import { changeOwnAdInput, editAdInput, renewAdInput } from '../posting/own-ads-input.ts'
import {
  chooseVersionInput,
  draftInput,
  saveCategoryInput,
  saveContactInput,
  saveDetailsInput,
  startDraftInput,
  verifyContactInput,
} from '../posting/posting-input.ts'
import { doneOut, purchaseOut } from './api-schemas.ts'
import { read, write } from './openapi-operations.ts'

const path = z.object({ draftId: z.string().meta({ description: 'The draft; its id is what authorises.' }) })
const ownPath = z.object({ ref: z.string().meta({ description: 'Reference of the ad.', example: 'K7P204' }) })
const tag = 'Posting' as const

const step = (id: string, summary: string, input: z.ZodType) => ({ post: write({ id, summary, tag, input, path }) })
const own = (id: string, summary: string, input: z.ZodType) => ({
  post: write({ id, summary, tag, input, path: ownPath }),
})

/** Posting an ad and keeping control of it. */
export const postingPaths: ZodOpenApiPathsObject = {
  '/api/v1/drafts': {
    post: write({ id: 'startDraft', summary: 'Begin an ad', tag, input: startDraftInput }),
  },
  '/api/v1/drafts/{draftId}': {
    get: read({
      id: 'getDraft',
      summary: 'A draft and what is missing in it',
      tag,
      answer: doneOut,
      path,
      isPrivate: true,
    }),
  },
  '/api/v1/drafts/{draftId}/category': step('saveDraftCategory', 'Choose the category', saveCategoryInput),
  '/api/v1/drafts/{draftId}/details': step('saveDraftDetails', 'Keep title, text, price and fields', saveDetailsInput),
  '/api/v1/drafts/{draftId}/find': step('moveDraftFind', 'Move a contact out of the words', saveDetailsInput),
  '/api/v1/drafts/{draftId}/version': step('chooseDraftVersion', 'Choose between two versions', chooseVersionInput),
  '/api/v1/drafts/{draftId}/contact': step('saveDraftContact', 'Keep the contact and the consent', saveContactInput),
  '/api/v1/drafts/{draftId}/email-code': step('sendDraftEmailCode', 'Mail a code to the address', draftInput),
  '/api/v1/drafts/{draftId}/email': step('verifyDraftEmail', 'Prove the address by its code', verifyContactInput),
  '/api/v1/drafts/{draftId}/phone-code': step('sendDraftPhoneCode', 'Text a code to the number', draftInput),
  '/api/v1/drafts/{draftId}/phone': step('verifyDraftPhone', 'Prove the number by its code', verifyContactInput),
  '/api/v1/drafts/{draftId}/submit': step('submitDraft', 'Send the ad in; twice is once', draftInput),
  '/api/v1/drafts/{draftId}/discard': step('discardDraft', 'Throw the draft away', draftInput),
  '/api/v1/ad-services': {
    post: write({
      id: 'requestAdService',
      summary: 'Pay for the publication of an ad or a better place for it',
      tag,
      input: requestUnlockInput,
      answer: purchaseOut,
    }),
  },
  '/api/v1/own-ads': {
    get: read({ id: 'listOwnAds', summary: 'One’s own ads', tag, answer: doneOut, isPrivate: true }),
  },
  '/api/v1/own-ads/{ref}': {
    get: read({
      id: 'getOwnAd',
      summary: 'One of them with its views and accesses by day',
      tag,
      answer: doneOut,
      path: ownPath,
      isPrivate: true,
    }),
  },
  '/api/v1/own-ads/{ref}/change': own('changeOwnAd', 'Pause, resume, sell or delete', changeOwnAdInput),
  '/api/v1/own-ads/{ref}/renew': own('renewOwnAd', 'Give it another term', renewAdInput),
  '/api/v1/own-ads/{ref}/edit': own('editOwnAd', 'Begin to change it', editAdInput),
}

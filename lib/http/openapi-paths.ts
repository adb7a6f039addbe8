import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import {
  enterCodeInput,
  mailReceiptInput,
  mailRecoveryInput,
  purchaseInput,
  recoverInput,
  redeemVoucherInput,
  requestTopUpInput,
  requestUnlockInput,
  revealFreeInput,
  showContactInput,
} from '../checkout/checkout-input.ts'
import {
  adListOut,
  adOut,
  categoryListOut,
  langIn,
  meOut,
  placeListOut,
  purchaseOut,
  purchaseStateOut,
} from './api-schemas.ts'
import { problem, read, write } from './openapi-operations.ts'
import { buyForProgramOperation } from './openapi-programs.ts'

const searchKeys = z.object({
  q: z.string().optional().meta({ description: 'Words of the title, the text or the reference.' }),
  c: z.string().optional().meta({ description: 'Key of a category.', example: 'vehicules/motos' }),
  lieu: z.string().optional().meta({ description: 'A town, by name, postcode or slug.' }),
  r: z.int().optional().meta({ description: 'Radius around the town in km.' }),
  min: z.string().optional().meta({ description: 'Lowest price, in euros or pounds.' }),
  max: z.string().optional().meta({ description: 'Highest price.' }),
  cout: z.string().optional().meta({ description: 'The most the contact may cost; 0 for free ones.' }),
  tri: z.enum(['recent', 'relevance', 'price_asc', 'price_desc']).optional().meta({ description: 'Order.' }),
  p: z.int().optional().meta({ description: 'Page, from 1.' }),
  avant: z.string().optional().meta({ description: 'Where a deep list goes on; taken from `next`.' }),
  lang: langIn,
})

const purchasePath = z.object({ id: z.string().meta({ description: 'The purchase.' }) })

/** Every address of the interface with the schemas its routes check. */
export const openApiPaths: ZodOpenApiPathsObject = {
  '/api/v1/ads': {
    get: read({ id: 'searchAds', summary: 'Search ads', tag: 'Ads', answer: adListOut, query: searchKeys }),
  },
  '/api/v1/ads/{ref}': {
    get: read({
      id: 'getAd',
      summary: 'One ad',
      tag: 'Ads',
      answer: adOut,
      path: z.object({ ref: z.string().meta({ description: 'Reference of the ad.', example: 'K7P204' }) }),
      query: z.object({ lang: langIn }),
    }),
  },
  '/api/v1/ads/{ref}/unlocks': {
    post: buyForProgramOperation,
  },
  '/api/v1/categories': {
    get: read({
      id: 'listCategories',
      summary: 'Categories and their fields',
      tag: 'Ads',
      answer: categoryListOut,
      query: z.object({ lang: langIn }),
    }),
  },
  '/api/v1/places': {
    get: read({
      id: 'suggestPlaces',
      summary: 'Towns by the beginning of their name or postcode',
      tag: 'Ads',
      answer: placeListOut,
      query: z.object({ q: z.string() }),
    }),
  },
  '/api/v1/me': {
    get: read({ id: 'getMe', summary: 'Unlocked ads and balance', tag: 'Payer', answer: meOut, isPrivate: true }),
  },
  '/api/v1/purchases': {
    post: write({
      id: 'requestUnlock',
      summary: 'Buy the contact of an ad',
      tag: 'Purchases',
      input: requestUnlockInput,
      answer: purchaseOut,
    }),
  },
  '/api/v1/purchases/{id}': {
    get: read({
      id: 'getPurchase',
      summary: 'Where a purchase stands',
      tag: 'Purchases',
      answer: purchaseStateOut,
      path: purchasePath,
      isPrivate: true,
    }),
  },
  '/api/v1/purchases/{id}/code': {
    post: write({
      id: 'enterCode',
      summary: 'Enter a code heard on the telephone',
      tag: 'Purchases',
      input: enterCodeInput,
      path: purchasePath,
    }),
  },
  '/api/v1/purchases/{id}/check': {
    post: write({
      id: 'checkPurchase',
      summary: 'Ask the provider now',
      tag: 'Purchases',
      input: purchaseInput,
      path: purchasePath,
    }),
  },
  '/api/v1/purchases/{id}/cancel': {
    post: write({
      id: 'cancelPurchase',
      summary: 'Stop waiting',
      tag: 'Purchases',
      input: purchaseInput,
      path: purchasePath,
    }),
  },
  '/api/v1/purchases/{id}/mail-receipt': {
    post: write({
      id: 'mailReceipt',
      summary: 'Send the receipt by e-mail',
      tag: 'Purchases',
      input: mailReceiptInput,
      path: purchasePath,
    }),
  },
  '/api/v1/contacts/{ref}/card.vcf': {
    get: {
      ...read({
        id: 'getContactCard',
        summary: 'An unlocked contact as a visiting card',
        tag: 'Payer',
        answer: z.string(),
        path: z.object({ ref: z.string().meta({ description: 'Reference of the ad.' }) }),
        isPrivate: true,
      }),
      responses: {
        '200': { description: 'vCard 3.0.', content: { 'text/vcard': { schema: z.string() } } },
        '404': problem('There is none, or this browser has not unlocked it.'),
      },
    },
  },
  '/api/v1/reveals': {
    post: write({ id: 'showContact', summary: 'Show a contact that is bought', tag: 'Payer', input: showContactInput }),
  },
  '/api/v1/reveals/free': {
    post: write({ id: 'revealFree', summary: 'Open a free contact', tag: 'Purchases', input: revealFreeInput }),
  },
  '/api/v1/top-ups': {
    post: write({
      id: 'requestTopUp',
      summary: 'Add to the balance',
      tag: 'Payer',
      input: requestTopUpInput,
      answer: purchaseOut,
    }),
  },
  '/api/v1/vouchers/redeem': {
    post: write({ id: 'redeemVoucher', summary: 'Use a voucher', tag: 'Payer', input: redeemVoucherInput }),
  },
  '/api/v1/access/recover': {
    post: write({
      id: 'recoverAccess',
      summary: 'Open what was bought on another device, by a recovery code',
      tag: 'Payer',
      input: recoverInput,
    }),
  },
  '/api/v1/access/mail': {
    post: write({
      id: 'mailRecovery',
      summary: 'Have the recovery codes of an address mailed to it',
      tag: 'Payer',
      input: mailRecoveryInput,
    }),
  },
}

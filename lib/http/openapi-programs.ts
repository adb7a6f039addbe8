import { z } from 'zod'
import type { ZodOpenApiOperationObject } from 'zod-openapi'
import { buyForProgramInput } from '../checkout/checkout-input.ts'
import { problem } from './openapi-operations.ts'

const contactOut = z.object({
  outcome: z.literal('unlocked'),
  ref: z.string(),
  contact: z.object({
    name: z.string().nullish(),
    phone: z.string().nullish(),
    email: z.string().nullish(),
    hours: z.string().nullish(),
  }),
})
const requiredOut = z.looseObject({ x402Version: z.literal(2), accepts: z.array(z.looseObject({})) })

/** A purchase within one request, as the x402 specification has it. */
export const buyForProgramOperation: ZodOpenApiOperationObject = {
  operationId: 'buyForProgram',
  summary: 'Buy the contact of an ad within one request, by HTTP 402',
  description:
    'Without a payment the answer is 402 with `PAYMENT-REQUIRED`. Repeated with `PAYMENT-SIGNATURE` it is the contact; ' +
    'a transfer that was not made is 402 with `PAYMENT-RESPONSE`, which says why. ' +
    'One payment buys once. With an Idempotency-Key of your own the same request is answered again; without, never.',
  tags: ['Purchases'],
  security: [],
  requestParams: {
    path: z.object({ ref: z.string().meta({ description: 'Reference of the ad.', example: 'K7P204' }) }),
    header: z.object({
      'PAYMENT-SIGNATURE': z.string().max(8000).optional().meta({ description: 'The signed payment, in base64.' }),
      'Idempotency-Key': z.string().max(255).optional(),
    }),
  },
  requestBody: { required: true, content: { 'application/json': { schema: buyForProgramInput.omit({ ref: true }) } } },
  responses: {
    '200': { description: 'Paid: the contact.', content: { 'application/json': { schema: contactOut } } },
    '402': { description: 'How to pay.', content: { 'application/json': { schema: requiredOut } } },
    '404': problem('There is none.'),
    '409': problem('Not for sale, free, or this payment is still under way.'),
    '422': problem('The input is wrong, or immediate access was not asked for.'),
    '503': problem('No account serves programs, or what became of the payment is not known yet.'),
  },
}

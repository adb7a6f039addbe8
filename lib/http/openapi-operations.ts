import { z } from 'zod'
import type { ZodOpenApiOperationObject } from 'zod-openapi'
import { doneOut, problemOut } from './api-schemas.ts'
import type { ApiTag } from './api-tags.ts'

/** A refusal, as RFC 9457 has it. */
export const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemOut } },
})
/** A good answer. */
const json = (description: string, schema: z.ZodType) => ({ description, content: { 'application/json': { schema } } })

type Read = Readonly<{
  id: string
  summary: string
  tag: ApiTag
  answer: z.ZodType
  path?: z.ZodObject
  query?: z.ZodObject
  isPrivate?: boolean
}>

/** A read of the interface. */
export function read({ id, summary, tag, answer, path, query, isPrivate }: Read): ZodOpenApiOperationObject {
  return {
    operationId: id,
    summary,
    tags: [tag],
    ...(path || query ? { requestParams: { ...(path ? { path } : {}), ...(query ? { query } : {}) } } : {}),
    ...(isPrivate ? { security: [{ device: [] }] } : { security: [] }),
    responses: { '200': json('Found.', answer), ...(path ? { '404': problem('There is none.') } : {}) },
  }
}

type Write = Readonly<{
  id: string
  summary: string
  tag: ApiTag
  input: z.ZodType
  answer?: z.ZodType
  path?: z.ZodObject
  /** Whose cookie it acts for: the browser's unless said otherwise. */
  actor?: 'device' | 'session' | 'anybody'
  /** Asks for a proof of the last ten minutes of who is signed in. */
  needsProof?: true
  /** Answers 201. */
  isNew?: true
  /** Comes as a form with files, never as JSON. */
  takesFiles?: true
}>

/** A write of the interface: JSON or a plain form. */
export function write(operation: Write): ZodOpenApiOperationObject {
  const { id, summary, tag, input, answer = doneOut, path, actor = 'device', isNew, takesFiles } = operation
  const idempotency = z.string().max(255).optional().meta({
    description: 'The same key and body are given the same answer for ever; the same key and another body, 409.',
  })
  return {
    operationId: id,
    summary,
    tags: [tag],
    requestParams: { ...(path ? { path } : {}), header: z.object({ 'Idempotency-Key': idempotency }) },
    security: actor === 'anybody' ? [] : [{ [actor]: [] }],
    requestBody: {
      required: true,
      content: takesFiles
        ? { 'multipart/form-data': { schema: input } }
        : { 'application/json': { schema: input }, 'application/x-www-form-urlencoded': { schema: input } },
    },
    responses: {
      [isNew ? '201' : '200']: json('Done.', answer),
      '303': { description: 'Done, for plain forms: the result is at `Location`.' },
      ...(actor === 'session' ? { '401': problem('Nobody is signed in.') } : {}),
      '403': problem(
        operation.needsProof
          ? 'The request did not come from this site, or who is signed in must prove it again.'
          : 'The request did not come from this site.',
      ),
      '409': problem('The world is not as the request assumed.'),
      ...(takesFiles ? { '413': problem('The files are too large together.') } : {}),
      '422': problem('The input is wrong; `errors` names the fields.'),
      '429': problem('Too many tries; `Retry-After` says when to come back.'),
    },
  }
}

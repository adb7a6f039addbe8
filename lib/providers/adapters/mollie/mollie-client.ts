import { z } from 'zod'
import { jsonOf } from '../../callback-message.ts'
import { ProviderSilent, ProviderUnreached, talk } from '../../talk.ts'
import type { MollieSettings } from './mollie-settings.ts'

export type MollieCall = Readonly<{
  settings: MollieSettings
  method: 'GET' | 'POST' | 'DELETE'
  /** Below `/v2/`. */
  path: string
  body?: unknown
  idempotencyKey?: string
}>
export type MollieAnswer = Readonly<{ status: number; body: unknown; field: string }>

const problem = z.object({ field: z.string().nullish() })

/** Asks once. @throws ProviderSilent when there is no JSON, or Mollie is in trouble itself. */
export async function callMollie({ settings, method, path, body, idempotencyKey }: MollieCall): Promise<MollieAnswer> {
  const answer = await talk({
    method,
    url: `${settings.baseUrl}/v2/${path}`,
    headers: {
      authorization: `Bearer ${settings.apiKey}`,
      accept: 'application/hal+json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const { status } = answer
  const content = status === 204 ? null : jsonOf(answer.body)
  if (content === undefined || status >= 500 || status === 429) throw new ProviderUnreached(`Mollie answered ${status}`)
  const read = problem.safeParse(content)
  return { status, body: content, field: (read.success ? read.data.field : null) ?? '' }
}

/** @throws ProviderSilent unless this is what was asked for. */
export function resourceIn<Shape extends z.ZodType>({ status, body }: MollieAnswer, shape: Shape) {
  const read = status === 200 || status === 201 ? shape.safeParse(body) : undefined
  if (!read?.success) throw new ProviderSilent(`Mollie answered ${status}`)
  return read.data
}

/** One page of a list, newest first. */
export async function listMollie<Shape extends z.ZodType>(
  settings: MollieSettings,
  { path, name, shape }: Readonly<{ path: string; name: string; shape: Shape }>,
) {
  const answer = await callMollie({ settings, method: 'GET', path })
  return resourceIn(answer, z.object({ _embedded: z.record(z.string(), z.array(shape)) }))._embedded[name] ?? []
}

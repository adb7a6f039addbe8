import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A signed or unsigned message as a provider sends it; `upstream` ones are known answers from outside. */
export type Sample = Readonly<{
  adapter: string
  name: string
  provenance: 'upstream' | 'derived'
  secret?: string
  url?: string
  params?: Readonly<Record<string, string | readonly string[]>>
  query?: string
  body?: string
  form?: Readonly<Record<string, string>>
  response_body?: string
  header?: Readonly<Record<string, string>>
  sig?: string
  expect?: string
}>

/** The samples of one adapter. @throws when there are none: a suite that examined nothing must not be green. */
export function samplesOf(kind: string): readonly Sample[] {
  const samples: Sample[] = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures', `${kind}.json`), 'utf8'))
  if (samples.length === 0) throw new Error(`there are no samples of ${kind}`)
  return samples
}

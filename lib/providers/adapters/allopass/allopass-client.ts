import type { Millis } from '../../../time/time.ts'
import { secretsOf } from '../../account-settings.ts'
import { isSignedByAny } from '../../signatures.ts'
import { ProviderSilent, talk } from '../../talk.ts'
import type { AllopassSettings } from './allopass-settings.ts'
import { type AllopassFields, allopassBodySignature, allopassSignature } from './allopass-signature.ts'

type Call = Readonly<{
  settings: AllopassSettings
  method: 'GET' | 'POST'
  path: string
  fields: AllopassFields
  now: Millis
}>

/**
 * Asks the company, signed, and believes only a signed answer.
 *
 * @returns The XML. @throws ProviderSilent when there is none, or none that is signed.
 */
export async function callAllopass({ settings, method, path, fields, now }: Call): Promise<string> {
  const { baseUrl, apiKey, secret, hash } = settings
  const common = { api_ts: String(Math.floor(now / 1000)), api_key: apiKey, api_hash: hash, format: 'xml' }
  const all = { ...fields, ...common }
  const query = encode({ ...all, api_sig: allopassSignature(all, { secret, hash }) })
  const answer = await talk({
    method,
    url: method === 'GET' ? `${baseUrl}/${path}?${query}` : `${baseUrl}/${path}`,
    ...(method === 'POST' ? { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: query } : {}),
  })
  const given = answer.headers.get('x-allopass-response-signature') ?? ''
  const isGenuine = isSignedByAny(given.toLowerCase(), secretsOf(settings), (key) =>
    allopassBodySignature(answer.body, { secret: key, hash }),
  )
  if (!isGenuine) throw new ProviderSilent(`The answer (status ${answer.status}) is not signed by the company`)
  return answer.body
}

function encode(fields: AllopassFields): string {
  const pairs = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') pairs.append(name, value)
    else for (const item of value) pairs.append(`${name}[]`, item)
  }
  return pairs.toString()
}

import { createHash, createHmac } from 'node:crypto'
import { callbackToken, callbackUrl, type ProviderAccount } from '../../lib/providers/accounts.ts'
import { sinkToken } from '../../lib/providers/adapters/camara/camara-token.ts'
import { requestIdOf } from '../../lib/providers/adapters/dimoco/dimoco-result.ts'
import type { Charge } from '../../lib/purchases/purchases.ts'
import { fortumoQuery } from '../../lib/simulator/companies/fortumo/fortumo-wire.ts'
import { signature } from '../contract/fake-company.ts'
import { samplesOf } from '../contract/fixtures.ts'
import { paidEvent } from './company-event.ts'
import type { Ask } from './site-process.ts'

type Fields = Readonly<Record<string, string>>
type Part = 'headers' | 'query' | 'form'

/** A provider's message in its parts, so that each can be spoiled by itself. */
export type Parts = Readonly<{
  method: 'GET' | 'POST'
  token: string
  query: Fields
  headers: Fields
  form?: Fields
  body?: string
}>

/** A door, and how to write what its provider would send; `signature` is absent where the address alone is secret. */
export type Door = Readonly<{
  account: ProviderAccount
  write: (secret: string) => Parts
  signature?: Readonly<{ in: Part; name: string }>
}>

const hmac = (algorithm: string, secret: string, text: string) => createHmac(algorithm, secret).update(text)
const parts = (account: ProviderAccount, given: Partial<Parts>): Parts => ({
  method: 'POST',
  token: callbackToken(account.id),
  query: {},
  headers: {},
  ...given,
})

/** The payment company of the demonstration. */
export function companyDoor(account: ProviderAccount, charge: Charge): Door {
  const at = Date.now()
  const body = paidEvent(charge)
  const headers = (secret: string) => ({
    'content-type': 'application/json',
    'x-signature': signature(secret, Buffer.from(body), at),
  })
  return {
    account,
    write: (secret) => parts(account, { headers: headers(secret), body }),
    signature: { in: 'headers', name: 'x-signature' },
  }
}

export function fortumoDoor(account: ProviderAccount, text: string): Door {
  const message = { id: `m-${text}`, msisdn: '+33639982701', peer: '84000', text, at: Date.now() } as const
  const write = (secret: string) => {
    const signed = { ...account, settings: { ...account.settings, secret } }
    const query = fortumoQuery({ ...message, direction: 'out', state: 'sent', attempts: 1 }, signed, 'ok')
    return parts(account, { method: 'GET', query: Object.fromEntries(new URLSearchParams(query)) })
  }
  return { account, write, signature: { in: 'query', name: 'sig' } }
}

export function dimocoDoor(account: ProviderAccount, correlator: string): Door {
  const data = (samplesOf('dimoco').find(({ name }) => name === 'callback billed')?.form?.['data'] ?? '')
    .replace('<order>42', `<order>${correlator}`)
    .replace(/<request_id>[^<]*/, `<request_id>${requestIdOf(correlator)}`)
  const write = (secret: string) =>
    parts(account, { form: { data, digest: hmac('sha256', secret, data).digest('hex') } })
  return { account, write, signature: { in: 'form', name: 'digest' } }
}

export function voiceDoor(account: ProviderAccount): Door {
  const form = {
    AccountSid: account.settings['carrierAccount'] ?? '',
    CallSid: 'CA1234567890ABCDE',
    CallStatus: 'ringing',
    From: '+33639980010',
    To: '+33899010150',
  }
  const text = callbackUrl(account.id) + Object.entries(form).flat().join('')
  const headers = (secret: string) => ({ 'x-twilio-signature': hmac('sha1', secret, text).digest('base64') })
  return {
    account,
    write: (secret) => parts(account, { form, headers: headers(secret) }),
    signature: { in: 'headers', name: 'x-twilio-signature' },
  }
}

export function allopassDoor(account: ProviderAccount, correlator: string): Door {
  const fields: Fields = {
    amount: '1.5',
    currency: 'EUR',
    merchant_transaction_id: correlator,
    status: '0',
    transaction_id: '3f5506ac-5345-45e4-babb-96570aafdf6a',
  }
  const write = (secret: string) => {
    const digest = createHash('sha1').update(Object.entries(fields).flat().join('') + secret)
    return parts(account, { method: 'GET', query: { ...fields, api_sig: digest.digest('hex') } })
  }
  return { account, write, signature: { in: 'query', name: 'api_sig' } }
}

export function camaraDoor(account: ProviderAccount, correlator: string): Door {
  const body = samplesOf('camara').find(({ name }) => name === 'payment-completed succeeded')?.body ?? ''
  const write = (secret: string) =>
    parts(account, {
      query: { charge: correlator },
      headers: {
        'content-type': 'application/cloudevents+json',
        authorization: `Bearer ${sinkToken(secret, correlator)}`,
      },
      body,
    })
  return { account, write, signature: { in: 'headers', name: 'authorization' } }
}

export function kannelDoor(account: ProviderAccount, code: string): Door {
  const query = { kind: 'mo', id: '4712', smsc: 'sim', from: '+33639980001', to: '83000', text: `VOIR ${code}` }
  return { account, write: () => parts(account, { method: 'GET', query }) }
}

/** The true message of a door with one thing wrong: each number spoils it in another way or in another place. */
export function forgery(door: Door, number: number): Parts {
  const secret = door.account.settings['secret'] ?? ''
  const genuine = door.write(secret)
  const place = Math.floor(number / 5)
  const { signature } = door
  if (!signature || number % 5 === 0) return { ...genuine, token: changed(genuine.token, place) }
  if (number % 5 === 1) return door.write(changed(secret, place))
  if (number % 5 === 2) return spoilSigned(genuine, { place, signature: signature.name })
  const given = genuine[signature.in]?.[signature.name] ?? ''
  const other = number % 5 === 3 ? changed(given, place) : given.slice(0, place % given.length)
  return { ...genuine, [signature.in]: { ...genuine[signature.in], [signature.name]: other } }
}

function spoilSigned(genuine: Parts, about: Readonly<{ place: number; signature: string }>): Parts {
  const isInBody = genuine.body !== undefined && Object.keys(genuine.query).length === 0
  if (isInBody) return { ...genuine, body: changed(genuine.body ?? '', about.place) }
  const part = genuine.form ? 'form' : 'query'
  const names = Object.keys(genuine[part] ?? {}).filter((name) => name !== about.signature)
  const name = names[about.place % names.length] ?? ''
  const value = changed(genuine[part]?.[name] ?? '', Math.floor(about.place / names.length))
  return { ...genuine, [part]: { ...genuine[part], [name]: value } }
}

/** The text with one symbol made another. */
function changed(text: string, place: number): string {
  const at = text.length === 0 ? 0 : place % text.length
  const symbols = '0123456789abcdefghijklmnop'
  const other = symbols[(place * 7) % symbols.length] ?? '0'
  return text.slice(0, at) + (text[at] === other ? 'Z' : other) + text.slice(at + 1)
}

/** The parts as a request to the door. */
export function askOf(
  door: Door,
  { method, token, query, headers, form, body }: Parts,
): Ask & Readonly<{ path: string }> {
  const search = Object.keys(query).length > 0 ? `?${new URLSearchParams(query)}` : ''
  const sent = form ? new URLSearchParams(form).toString() : body
  return {
    path: `/api/callbacks/${door.account.id}/${token}${search}`,
    method,
    headers: { ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}), ...headers },
    ...(sent === undefined ? {} : { body: sent }),
  }
}

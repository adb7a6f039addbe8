import { createHmac } from 'node:crypto'
import { isSignedByAny } from '../../signatures.ts'

type Signed = Readonly<{ url: string; parameters: ReadonlyMap<string, string>; signature: string }>

/**
 * `X-Twilio-Signature`: base64 of HMAC-SHA-1, keyed with the authentication token, of the whole public address followed
 * by every parameter of the form as name and value, sorted by name.
 *
 * Source: twilio/twilio-node, src/webhooks/webhooks.ts (grade A); its known answer passes.
 */
export function voiceSignature(url: string, parameters: ReadonlyMap<string, string>, token: string): string {
  const fields = [...parameters].sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
  return createHmac('sha1', token)
    .update(url + fields.map(([name, value]) => name + value).join(''))
    .digest('base64')
}

/** The carrier may or may not count the standard port as part of the address. */
export function isSignedByCarrier({ url, parameters, signature }: Signed, tokens: readonly string[]): boolean {
  return [url, withPort(url)].some((address) =>
    isSignedByAny(signature, tokens, (token) => voiceSignature(address, parameters, token)),
  )
}

function withPort(url: string): string {
  const { port, protocol, host } = new URL(url)
  return port !== '' ? url : url.replace(host, `${host}:${protocol === 'https:' ? 443 : 80}`)
}

// A passkey without a device: as much of an authenticator (WebAuthn level 2, attestation "none", ES256) as tests need.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

type Options = Readonly<Record<string, unknown>>
type Ask = Partial<Readonly<{ origin: string; counter: number; isUserVerified: boolean }>>

export type SoftwarePasskey = Readonly<{
  id: string
  /** What `startRegistration` would give. */
  register: (options: Options, ask?: Ask) => Record<string, unknown>
  /** What `startAuthentication` would give. */
  answer: (options: Options, ask?: Ask) => Record<string, unknown>
}>

export function softwarePasskey(site: Readonly<{ origin: string }>): SoftwarePasskey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  const rpHash = createHash('sha256').update(new URL(site.origin).hostname).digest()
  const cose = cbor(
    new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(jwk.x ?? '', 'base64url')],
      [-3, Buffer.from(jwk.y ?? '', 'base64url')],
    ]),
  )
  const head = (flags: number, counter: number) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([rpHash, Buffer.from([flags]), count])
  }
  const clientData = (type: string, options: Options, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge: options['challenge'], origin, crossOrigin: false }))
  const shared = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' }
  return {
    id: shared.id,
    register: (options, { origin = site.origin, counter = 0 } = {}) => {
      const length = Buffer.from([0, id.length])
      const authData = Buffer.concat([head(0x45, counter), Buffer.alloc(16), length, id, cose])
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ])
      const response = {
        clientDataJSON: clientData('webauthn.create', options, origin).toString('base64url'),
        attestationObject: cbor(attestation).toString('base64url'),
        transports: ['internal'],
      }
      return { ...shared, response, clientExtensionResults: {} }
    },
    answer: (options, { origin = site.origin, counter = 0, isUserVerified = true } = {}) => {
      const authData = head(isUserVerified ? 0x05 : 0x01, counter)
      const data = clientData('webauthn.get', options, origin)
      const signed = Buffer.concat([authData, createHash('sha256').update(data).digest()])
      const response = {
        clientDataJSON: data.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
      }
      return { ...shared, response, clientExtensionResults: {} }
    },
  }
}

/** RFC 8949 for maps, byte strings, texts and small integers. */
function cbor(value: unknown): Buffer {
  if (typeof value === 'number') return value >= 0 ? header(0, value) : header(1, -1 - value)
  if (typeof value === 'string') return Buffer.concat([header(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([header(2, value.length), value])
  if (value instanceof Map)
    return Buffer.concat([header(5, value.size), ...[...value].flatMap(([key, inner]) => [cbor(key), cbor(inner)])])
  throw new Error('not a value this encoder knows')
}

function header(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length])
  if (length < 256) return Buffer.from([(major << 5) | 24, length])
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255])
}

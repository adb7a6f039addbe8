import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { config } from './env.ts'

/** What a key is for; each purpose has its own key, derived from `OBOLE_SECRET` with HKDF-SHA-256. */
export type KeyPurpose =
  | 'contacts'
  | 'provider-settings'
  | 'quotes'
  | 'devices'
  | 'vouchers'
  | 'recovery'
  | 'aliases'
  | 'callback-tokens'
  | 'addresses'
  | 'flash'
  | 'sessions'
  | 'sso'
  | 'tokens'
  | 'texts'
  | 'totp'
  | 'webhooks'
  | 'instruments'

// Kept as objects: handed over as bytes, a key is made into one again for every hash, which costs six times the hash.
const derived = new Map<string, KeyObject>()

function keyFor(purpose: KeyPurpose): KeyObject {
  const { secret } = config()
  const name = `${purpose}\u0000${secret}`
  const known = derived.get(name)
  if (known) return known
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, 'obole', purpose, 32)))
  derived.set(name, key)
  return key
}

/** A keyed hash in base64url: equal inputs are equal, nothing else can be learnt without the key. */
export function keyedHash(purpose: KeyPurpose, value: string): string {
  return createHmac('sha256', keyFor(purpose)).update(value).digest('base64url')
}

/** A keyed hash as 32 bytes, for codes that are derived rather than stored. */
export function keyedBytes(purpose: KeyPurpose, value: string): Buffer {
  return createHmac('sha256', keyFor(purpose)).update(value).digest()
}

export function sha256Hex(value: string | Uint8Array): string {
  return createHash('sha256').update(value).digest('hex')
}

/** Compares two texts without telling by timing where they differ. */
export function equalInConstantTime(left: string, right: string): boolean {
  return timingSafeEqual(createHash('sha256').update(left).digest(), createHash('sha256').update(right).digest())
}

/**
 * Encrypts with AES-256-GCM.
 *
 * @param binding Where the value belongs (a row's id): a sealed value moved to another row does not open.
 * @returns 12 bytes of nonce, 16 of tag, then the cipher text padded to 256 bytes, so that its length tells nothing.
 */
export function seal(purpose: KeyPurpose, binding: string, plain: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce).setAAD(Buffer.from(binding))
  const text = Buffer.from(plain)
  const padded = Buffer.alloc(Math.ceil((text.length + 4) / 256) * 256)
  padded.writeUInt32BE(text.length, 0)
  text.copy(padded, 4)
  const body = Buffer.concat([cipher.update(padded), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** Opens what {@link seal} made. @throws when the key, the binding or a byte differs. */
export function unseal(purpose: KeyPurpose, binding: string, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, 12)).setAAD(Buffer.from(binding))
  decipher.setAuthTag(bytes.subarray(12, 28))
  const padded = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
  return padded.subarray(4, 4 + padded.readUInt32BE(0)).toString()
}

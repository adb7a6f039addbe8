import { createECDH, createHash, createPrivateKey, sign } from 'node:crypto'
import type { Millis } from '../../../time/time.ts'

const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
/** Tags of the fields, as BOLT 11 numbers them. */
const tags = { hash: 1, secret: 16, description: 13, payee: 19, expiry: 6, cltv: 24, features: 5 } as const
/** Payment secrets and the newer onion, which wallets insist on: bits 14 and 8. */
const features = [16, 8, 0]
const order = BigInt('0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141')

export type Asked = Readonly<{ sats: number; description: string; id: string; seconds: number; at: Millis }>

/**
 * A Lightning request for the test network `lnbcrt`, signed with the demonstration's own key: wallets can read it, and
 * none can pay it, for the node it names does not exist.
 *
 * Source: BOLT 11, "Invoice Protocol for Lightning Payments". The payee is named, so its key needs not be recovered.
 */
export function lightningRequest({ sats, description, id, seconds, at }: Asked): string {
  const prefix = `lnbcrt${sats * 10}n`
  const { publicKey, sign: signWith } = nodeKey()
  const digest = (what: string) => createHash('sha256').update(`demo ${what} ${id}`).digest()
  const data = [
    ...words(BigInt(Math.floor(at / 1000)), 7),
    ...field(tags.hash, wordsOfBytes(digest('payment'))),
    ...field(tags.secret, wordsOfBytes(digest('secret'))),
    ...field(tags.description, wordsOfBytes(Buffer.from(description).subarray(0, 600))),
    ...field(tags.payee, wordsOfBytes(publicKey)),
    ...field(tags.expiry, words(BigInt(seconds), 3)),
    ...field(tags.cltv, words(18n, 1)),
    ...field(tags.features, features),
  ]
  const signature = signWith(Buffer.concat([Buffer.from(prefix), bytesOfWords(data)]))
  const whole = [...data, ...wordsOfBytes(Buffer.concat([signature, Buffer.from([0])]))]
  return `${prefix}1${[...whole, ...checksum(prefix, whole)].map((word) => alphabet[word]).join('')}`
}

function nodeKey() {
  const secret = createHash('sha256').update('a node of the demonstration').digest()
  const curve = createECDH('secp256k1')
  curve.setPrivateKey(secret)
  const point = curve.getPublicKey()
  const part = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
  const jwk = {
    kty: 'EC',
    crv: 'secp256k1',
    d: part(secret),
    x: part(point.subarray(1, 33)),
    y: part(point.subarray(33)),
  }
  const key = createPrivateKey({ key: jwk, format: 'jwk' })
  return {
    publicKey: curve.getPublicKey(null, 'compressed'),
    sign: (bytes: Uint8Array) => lowered(sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' })),
  }
}

/** Of the two values of `s` that are right, wallets take the lower one only. */
function lowered(signature: Buffer): Buffer {
  const s = BigInt(`0x${signature.subarray(32).toString('hex')}`)
  const low = s > order / 2n ? order - s : s
  return Buffer.concat([signature.subarray(0, 32), Buffer.from(low.toString(16).padStart(64, '0'), 'hex')])
}

function field(tag: number, data: readonly number[]): number[] {
  return [tag, data.length >> 5, data.length & 31, ...data]
}

/** A number in groups of five bits. */
function words(value: bigint, count: number): number[] {
  return Array.from({ length: count }, (_, at) => Number((value >> BigInt(5 * (count - 1 - at))) & 31n))
}

function wordsOfBytes(bytes: Uint8Array): number[] {
  return regroup([...bytes], 8, 5)
}

function bytesOfWords(data: readonly number[]): Buffer {
  return Buffer.from(regroup(data, 5, 8))
}

/** The same bits in groups of another size, the last filled with zeros. */
function regroup(groups: readonly number[], from: number, to: number): number[] {
  const bits = groups.map((group) => group.toString(2).padStart(from, '0')).join('')
  const filled = bits.padEnd(Math.ceil(bits.length / to) * to, '0')
  return (filled.match(new RegExp(`.{${to}}`, 'g')) ?? []).map((group) => Number.parseInt(group, 2))
}

/** The checksum of bech32. */
function checksum(prefix: string, data: readonly number[]): number[] {
  const codes = Array.from(prefix, (letter) => letter.charCodeAt(0))
  const expanded = [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)]
  const rest = polymod([...expanded, ...data, 0, 0, 0, 0, 0, 0]) ^ 1
  return Array.from({ length: 6 }, (_, at) => (rest >> (5 * (5 - at))) & 31)
}

const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]

function polymod(values: readonly number[]): number {
  let check = 1
  for (const value of values) {
    const top = check >> 25
    check = ((check & 0x1ffffff) << 5) ^ value
    for (const [at, generator] of generators.entries()) if ((top >> at) & 1) check ^= generator
  }
  return check
}

// Imported first: from here on every "random" byte of this process comes from one fixed sequence, so that two
// processes that do the same make the same ids, references and tokens.
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

let counter = 0
function fixedBytes(size: number): Buffer {
  const blocks: Buffer[] = []
  for (let made = 0; made < size; made += 32) {
    counter += 1
    blocks.push(crypto.createHash('sha256').update(`fixed ${counter}`).digest())
  }
  return Buffer.concat(blocks).subarray(0, size)
}

Object.assign(crypto, {
  randomBytes: fixedBytes,
  randomUUID: () => {
    const hex = fixedBytes(16).toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
  },
})
syncBuiltinESMExports()
Object.defineProperty(globalThis.crypto, 'getRandomValues', {
  value: (target: Uint8Array) => {
    const bytes = new Uint8Array(target.buffer, target.byteOffset, target.byteLength)
    bytes.set(fixedBytes(bytes.byteLength))
    return target
  },
})
let milliseconds = 0
const startOfDay = Math.floor(Date.now() / 86_400_000) * 86_400_000
Date.now = () => {
  milliseconds += 1
  return startOfDay + milliseconds
}

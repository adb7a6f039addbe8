import type { PhotoProblem } from './photo.ts'

export const pictureKinds = ['jpeg', 'png', 'webp', 'gif', 'avif', 'heic'] as const
export type PictureKind = (typeof pictureKinds)[number]

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'])
const avifBrands = new Set(['avif', 'avis'])

/**
 * What a file is, by its first bytes and never by its name or by what the sender says.
 *
 * @returns The kind, or why it is none: `drawing` for what a program draws (SVG), `not_a_picture` for the rest.
 */
export function identifyPicture(bytes: Uint8Array): PictureKind | PhotoProblem {
  if (bytes.length === 0) return 'empty'
  const start = latin(bytes, 0, 12)
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'gif'
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return 'webp'
  if (start.slice(4, 8) === 'ftyp') return kindOfBrands(bytes)
  return /<svg[\s>]/i.test(latin(bytes, 0, 2000)) ? 'drawing' : 'not_a_picture'
}

/** HEIC and AVIF share a container; its first box lists what is inside. */
function kindOfBrands(bytes: Uint8Array): PictureKind | PhotoProblem {
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0)
  const end = Math.min(length, bytes.length, 200)
  const brands: string[] = []
  for (let at = 8; at + 4 <= end; at += 4) if (at !== 12) brands.push(latin(bytes, at, at + 4))
  if (brands.some((brand) => avifBrands.has(brand))) return 'avif'
  return brands.some((brand) => heicBrands.has(brand)) ? 'heic' : 'not_a_picture'
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}

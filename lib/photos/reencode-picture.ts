import { decodeQRBatch } from 'qr/decode.js'
import sharp, { type Metadata, type OutputInfo, type Sharp } from 'sharp'
import { type PhotoFormat, type PhotoWidth, photoFormats, uploadedWidths } from '../ids/photo-files.ts'
import type { PictureKind } from './identify-picture.ts'
import { lookHashOf } from './look-hash.ts'
import { jpegComments, metadataTexts } from './metadata-texts.ts'
import { type CarriedText, leastSide, mostPixels, type PhotoProblem } from './photo.ts'

export type PictureFile = Readonly<{ width: PhotoWidth; format: PhotoFormat; bytes: Uint8Array }>
export type Reencoded = Readonly<{
  kind: 'done'
  /** Of the largest file, in dots. */
  width: number
  height: number
  lookHash: string
  texts: readonly CarriedText[]
  files: readonly PictureFile[]
}>

type Dots = Readonly<{ data: Buffer; raw: { width: number; height: number; channels: OutputInfo['channels'] } }>

const loaders: Readonly<Record<PictureKind, string>> = {
  jpeg: 'VipsForeignLoadJpeg',
  png: 'VipsForeignLoadPng',
  webp: 'VipsForeignLoadWebp',
  gif: 'VipsForeignLoadNsgif',
  avif: 'VipsForeignLoadHeif',
  heic: 'VipsForeignLoadHeif',
}

// The smallest effort of AVIF is six times as fast as the next and its files are no larger.
const encoders: Readonly<Record<PhotoFormat, (image: Sharp) => Sharp>> = {
  avif: (image) => image.avif({ quality: 50, effort: 0 }),
  webp: (image) => image.webp({ quality: 74, effort: 3 }),
}

/**
 * Makes the files of a picture from its dots alone, so nothing else the sender put into it can be in them.
 *
 * Works on hostile bytes: call it in a process of its own, one picture a process, since only the decoder of `kind` is
 * left open in it.
 */
export async function reencodePicture(
  bytes: Uint8Array,
  kind: PictureKind,
): Promise<Reencoded | Readonly<{ kind: 'refused'; problem: PhotoProblem }>> {
  sharp.concurrency(1)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: [loaders[kind]] })
  try {
    const metadata = await open(bytes).metadata()
    const problem = sizeProblem(metadata.width, metadata.height)
    if (problem) return { kind: 'refused', problem }
    const dots = await dotsOf(bytes, kind)
    return {
      kind: 'done',
      width: dots.raw.width,
      height: dots.raw.height,
      lookHash: await lookOf(dots),
      texts: [...metadataOf(bytes, { kind, metadata }), ...(await qrTexts(dots))],
      files: await filesOf(dots),
    }
  } catch (error) {
    return { kind: 'refused', problem: /pixel limit/i.test(String(error)) ? 'too_many_pixels' : 'damaged' }
  }
}

function open(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true, pages: 1 })
}

function sizeProblem(width: number, height: number): PhotoProblem | undefined {
  if (width * height > mostPixels) return 'too_many_pixels'
  return Math.min(width, height) < leastSide ? 'too_small' : undefined
}

/** The largest file; tall pictures are bounded by their height. */
const largest = { width: Math.max(...uploadedWidths), height: 2560 }

/** Upright, in sRGB, on white, no larger than the largest file. */
async function dotsOf(bytes: Uint8Array, kind: PictureKind): Promise<Dots> {
  const { data, info } = await (kind === 'heic' ? await openHeic(bytes) : open(bytes).autoOrient())
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .resize({ ...largest, fit: 'inside', withoutEnlargement: true })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return { data, raw: { width: info.width, height: info.height, channels: info.channels } }
}

/** The system's picture library has no decoder for what iPhones write; this one runs inside WebAssembly. */
async function openHeic(bytes: Uint8Array): Promise<Sharp> {
  const { default: decode } = await import('heic-decode')
  const pictures = await decode.all({ buffer: bytes })
  const [first] = pictures
  if (!first || sizeProblem(first.width, first.height)) throw new Error('pixel limit')
  const { width, height, data } = await first.decode()
  pictures.dispose()
  return sharp(data, { raw: { width, height, channels: 4 } })
}

async function lookOf({ data, raw }: Dots): Promise<string> {
  return lookHashOf(await sharp(data, { raw }).resize(9, 8, { fit: 'fill' }).greyscale().raw().toBuffer())
}

function metadataOf(
  bytes: Uint8Array,
  { kind, metadata }: Readonly<{ kind: PictureKind; metadata: Metadata }>,
): readonly CarriedText[] {
  const { exif, iptc, xmp } = metadata
  const comments = [...(metadata.comments ?? []), ...(kind === 'jpeg' ? jpegComments(bytes) : [])]
  return metadataTexts({ exif, iptc, xmp, comments }).map((text) => ({ source: 'metadata', text }))
}

/** What the QR codes in a picture say, as far as they are large enough for a telephone to read them too. */
async function qrTexts({ data, raw }: Dots): Promise<readonly CarriedText[]> {
  const image = await sharp(data, { raw }).ensureAlpha().raw().toBuffer()
  const found = await decodeQRBatch([{ ...raw, data: image }], { format: 'RGBA', timeLimit: 500 })
  return found.flat().flatMap((text) => (typeof text === 'string' ? [{ source: 'qr', text: text.slice(0, 500) }] : []))
}

async function filesOf({ data, raw }: Dots): Promise<readonly PictureFile[]> {
  const files: PictureFile[] = []
  for (const format of photoFormats) {
    for (const width of uploadedWidths) {
      const sized = sharp(data, { raw }).resize({ width, withoutEnlargement: true })
      files.push({ width, format, bytes: await encoders[format](sized).toBuffer() })
    }
  }
  return files
}

import { createHash } from 'node:crypto'
import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import type { PictureSubject } from '../seed-types.ts'
import { sceneOf } from './scene.ts'

const widths = [480, 1200] as const
const sheet = { width: 1200, height: 900 }

export type DrawnPicture = Readonly<{ hash: string; width: number; height: number }>

/**
 * Draws pictures as WebP files `photos/<ab>/<hash>-<width>.webp` below `dataDir`.
 *
 * A list beside them remembers which scene became which file, so that a second run draws nothing. A scene that has
 * changed is drawn again.
 *
 * @returns The pictures in the order of `subjects`; two equal subjects share their files.
 */
export async function drawPictures(
  subjects: readonly PictureSubject[],
  to: { dataDir: string; onProgress?: (done: number, total: number) => void },
): Promise<DrawnPicture[]> {
  const photosDir = join(to.dataDir, 'photos')
  await mkdir(photosDir, { recursive: true })
  const listFile = join(photosDir, 'drawn.json')
  const known = await readKnown(listFile)
  const drawn: DrawnPicture[] = []
  let next = 0
  let done = 0
  const work = async () => {
    for (let at = next++; at < subjects.length; at = next++) {
      const subject = subjects[at]
      if (!subject) return
      const scene = sceneOf(subject)
      const key = createHash('sha256').update(scene).digest('hex').slice(0, 32)
      const hash = (await reuse(known.get(key), photosDir)) ?? (await drawOne(scene, photosDir))
      known.set(key, hash)
      drawn[at] = { hash, ...sheet }
      done += 1
      to.onProgress?.(done, subjects.length)
    }
  }
  const threads = sharp.concurrency()
  sharp.concurrency(1)
  try {
    await Promise.all(Array.from({ length: Math.min(4, availableParallelism() + 1) }, work))
  } finally {
    sharp.concurrency(threads)
  }
  await writeFile(`${listFile}.new`, JSON.stringify(Object.fromEntries(known)))
  await rename(`${listFile}.new`, listFile)
  return drawn
}

async function readKnown(file: string): Promise<Map<string, string>> {
  try {
    const list: unknown = JSON.parse(await readFile(file, 'utf8'))
    if (typeof list !== 'object' || list === null) return new Map()
    return new Map(Object.entries(list).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  } catch {
    // No list yet, or one cut short by a stopped run: the pictures are drawn again.
    return new Map()
  }
}

function fileOf(photosDir: string, hash: string, width: number): string {
  return join(photosDir, hash.slice(0, 2), `${hash}-${width}.webp`)
}

async function reuse(hash: string | undefined, photosDir: string): Promise<string | undefined> {
  if (!hash || !/^[0-9a-f]{32}$/.test(hash)) return undefined
  try {
    await Promise.all(widths.map((width) => access(fileOf(photosDir, hash, width))))
    return hash
  } catch {
    return undefined
  }
}

async function drawOne(scene: string, photosDir: string): Promise<string> {
  const { data, info } = await sharp(Buffer.from(scene)).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const raw = { raw: { width: info.width, height: info.height, channels: info.channels } }
  const webp = { quality: 72, effort: 0 }
  const large = await sharp(data, raw).webp(webp).toBuffer()
  const small = await sharp(data, raw)
    .resize(480, 360)
    .webp({ ...webp, quality: 76 })
    .toBuffer()
  const hash = createHash('sha256').update(large).digest('hex').slice(0, 32)
  await mkdir(join(photosDir, hash.slice(0, 2)), { recursive: true })
  await writeFile(fileOf(photosDir, hash, 480), small)
  await writeFile(fileOf(photosDir, hash, 1200), large)
  return hash
}

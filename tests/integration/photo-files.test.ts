import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { photoFormats, uploadedWidths } from '../../lib/ids/photo-files.ts'
import { lookDistance } from '../../lib/photos/look-hash.ts'
import { largestPhotoBytes, photoProblems } from '../../lib/photos/photo.ts'
import { photoProblemWords } from '../../lib/photos/photo-words.ts'
import { photoLimits, processPhoto } from '../../lib/photos/process-photo.ts'
import {
  bombs,
  broken,
  heicOf,
  markedPictures,
  marker,
  plainPicture,
  type Sent,
  strangers,
} from '../support/hostile-pictures.ts'

type Outcome = Awaited<ReturnType<typeof processPhoto>>

async function processed(bytes: Buffer) {
  const made = await processPhoto(bytes)
  if (made.kind === 'refused') throw new Error(`refused: ${made.problem}`)
  return made
}

/** In one byte a letter, and in two either way round. */
function holdsMarker(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes)
  const wide = Buffer.from(marker, 'utf16le')
  return file.includes(marker) || file.includes(wide) || file.includes(Buffer.from(wide).swap16())
}

/** What is said of a file that was not taken; every one has words in both languages. */
function said(outcome: Outcome): string {
  if (outcome.kind === 'done') return 'taken'
  expect(photoProblems).toContain(outcome.problem)
  for (const locale of ['fr', 'en'] as const)
    expect(photoProblemWords(outcome.problem, locale)).toMatch(/^[A-Z].{15,}\.$/)
  return outcome.problem
}

async function outcomesOf(files: readonly Sent[]): Promise<Readonly<Record<string, string>>> {
  const outcomes: Record<string, string> = {}
  for (const { name, bytes } of files) outcomes[name] = said(await processPhoto(bytes))
  return outcomes
}

test('a photo becomes three sizes in two formats, upright and no larger than it was', async () => {
  const upright = await plainPicture(1, { width: 2400, height: 1800 })
  const lying = await sharp(upright).rotate(-90).jpeg().withMetadata({ orientation: 6 }).toBuffer()
  const made = await processed(lying)

  expect([made.width, made.height]).toEqual([1920, 1440])
  expect(made.files.map(({ width, format }) => `${width} ${format}`).sort()).toEqual(
    uploadedWidths.flatMap((width) => photoFormats.map((format) => `${width} ${format}`)).sort(),
  )
  for (const { width, format, bytes } of made.files) {
    const metadata = await sharp(bytes).metadata()
    expect([metadata.width, metadata.height]).toEqual([width, (width * 3) / 4])
    expect(metadata.mediaType).toBe(`image/${format}`)
  }
  expect(lookDistance(made.lookHash, (await processed(upright)).lookHash)).toBeLessThanOrEqual(2)
}, 240_000)

test('small, grey, transparent and sixteen-bit pictures are taken as they are', async () => {
  const plain = await plainPicture(2)
  for (const bytes of [
    await sharp(plain).resize(80).png().toBuffer(),
    await sharp(plain).greyscale().jpeg().toBuffer(),
    await sharp(plain).ensureAlpha(0.5).png().toBuffer(),
    await sharp(plain).toColourspace('rgb16').png().toBuffer(),
    await sharp(plain).toColourspace('cmyk').jpeg().toBuffer(),
  ]) {
    const { width } = await sharp(bytes).metadata()
    expect((await processed(bytes)).width).toBe(width)
  }
})

test('nothing that was planted in a picture is in any of its files', async () => {
  const pictures = await markedPictures()
  expect(pictures.length).toBeGreaterThanOrEqual(9)
  for (const { name, bytes } of pictures) {
    // The control: what was sent does hold it, and so does a copy that keeps what the format carries.
    expect([name, holdsMarker(bytes)]).toEqual([name, true])
    const { files } = await processed(bytes)
    expect(files.filter((file) => holdsMarker(file.bytes)).map(({ width }) => `${name} ${width}`)).toEqual([])
    for (const file of files) {
      const { exif, icc, iptc, xmp, comments, orientation } = await sharp(file.bytes).metadata()
      const carried = { exif, icc, iptc, xmp, comments, orientation }
      expect([name, Object.entries(carried).filter(([, part]) => part !== undefined)]).toEqual([name, []])
    }
  }
}, 240_000)

test('a copy that keeps metadata is caught by the same search', async () => {
  const pictures = (await markedPictures()).filter(({ name }) => /everything|tagged/.test(name))
  for (const { name, bytes } of pictures) {
    const kept = await sharp(bytes).keepMetadata().webp().toBuffer()
    expect([name, holdsMarker(kept)]).toEqual([name, true])
  }
})

const hasExifTool = spawnSync('exiftool', ['-ver']).status === 0
test.skipIf(!hasExifTool)(
  'exiftool finds nothing but the picture itself',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'obole-exiftool-'))
    for (const { name, bytes } of await markedPictures()) {
      const { files } = await processed(bytes)
      for (const { width, format, bytes: made } of files)
        writeFileSync(join(folder, `${name}-${width}.${format}`), made)
      writeFileSync(join(folder, `sent-${name}`), bytes)
    }
    const { stdout } = spawnSync('exiftool', ['-j', '-G0', '-a', '-u', '-ee', folder], { maxBuffer: 1e8 })
    const found = JSON.parse(stdout.toString()) as Record<string, string>[]
    rmSync(folder, { recursive: true })
    const groups = (isSent: boolean) =>
      new Set(
        found
          .filter(({ SourceFile }) => SourceFile?.includes('/sent-') === isSent)
          .flatMap((file) => Object.keys(file).map((key) => key.split(':')[0])),
      )
    expect(found.length).toBeGreaterThan(50)
    expect([...groups(true)]).toEqual(expect.arrayContaining(['EXIF', 'XMP', 'IPTC', 'ICC_Profile']))
    expect([...groups(false)].sort()).toEqual(['Composite', 'ExifTool', 'File', 'QuickTime', 'RIFF', 'SourceFile'])
  },
  240_000,
)

test('the words a picture carried are told, for screening', async () => {
  const [everything] = await markedPictures()
  const { texts } = await processed(everything?.bytes ?? Buffer.alloc(0))
  const where = texts.map(({ text }) => text.replace(`${marker}-`, ''))

  expect(where).toEqual(
    expect.arrayContaining([
      'jpeg-description',
      'jpeg-artist',
      'jpeg-windows',
      'jpeg-comment',
      'jpeg-xmp',
      'iptc',
      'com',
    ]),
  )
})

test('what is no picture is not taken, whatever it is called', async () => {
  const outcomes = await outcomesOf(strangers())

  expect(outcomes['script.svg']).toBe('drawing')
  expect(outcomes['entity.jpg']).toBe('drawing')
  expect(new Set(Object.values(outcomes))).toEqual(new Set(['drawing', 'not_a_picture']))
})

test('files that cost more than they weigh are refused or made within the limits', async () => {
  const outcomes = await outcomesOf(await bombs())

  expect(outcomes).toMatchObject({
    '30000x30000.png': 'too_many_pixels',
    '65500x65500.jpg': 'too_many_pixels',
    'one-dot.png': 'too_small',
    'thin.png': 'too_small',
    'deep.png': 'taken',
  })
  expect(outcomes['60000x60000.avif']).not.toBe('taken')
}, 240_000)

test('cut, scrambled and random files never end the server, and what is left of them is a picture or refused', async () => {
  let state = 20_261_122
  const chance = () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  const before = process.memoryUsage.rss()
  const outcomes = await outcomesOf(await broken(chance))

  expect(Object.keys(outcomes).length).toBeGreaterThanOrEqual(50)
  const cut = Object.entries(outcomes).filter(([name]) => /^(cut|noise)/.test(name))
  // A GIF may end anywhere: what came is a picture of its own.
  expect(cut.filter(([name, outcome]) => outcome === 'taken' && !name.endsWith('gif'))).toEqual([])
  expect(process.memoryUsage.rss() - before).toBeLessThan(200 * 1024 * 1024)
}, 240_000)

test('too large a file is refused without being read', async () => {
  const jpeg = await sharp(await plainPicture())
    .jpeg()
    .toBuffer()
  expect(said(await processPhoto(Buffer.concat([jpeg, Buffer.alloc(largestPhotoBytes)])))).toBe('too_large')
  expect(said(await processPhoto(Buffer.alloc(0)))).toBe('empty')
})

test('a child that takes too long or too much memory is ended, and the next photo is made', async () => {
  const large = await sharp(await plainPicture(4, { width: 6000, height: 5000 }))
    .jpeg({ progressive: true })
    .toBuffer()

  expect(said(await processPhoto(large, { ...photoLimits, timeMs: 100 }))).toBe('too_slow')
  expect(said(await processPhoto(large, { ...photoLimits, memoryBytes: 70 * 1024 * 1024 }))).toBe('too_heavy')
  expect(said(await processPhoto(large))).toBe('taken')
})

test.skipIf(heicOf(Buffer.alloc(0)).length === 0 && spawnSync('heif-enc', ['--version']).error)(
  'a photo of an iPhone is taken',
  async () => {
    const plain = await plainPicture(5, { width: 1600, height: 1200 })
    const [heic] = heicOf(await sharp(plain).jpeg({ quality: 95 }).toBuffer())
    const made = await processed(heic?.bytes ?? Buffer.alloc(0))

    expect([made.width, made.height]).toEqual([1600, 1200])
    expect(lookDistance(made.lookHash, (await processed(plain)).lookHash)).toBeLessThanOrEqual(6)
  },
)

test('the same picture made smaller, brighter or saved again looks the same, others do not', async () => {
  const looks = await Promise.all(
    [1, 2, 3, 4, 5].map(async (seed) => (await processed(await plainPicture(seed))).lookHash),
  )
  const plain = await plainPicture(1)
  for (const copy of [
    await sharp(plain).resize(300).jpeg({ quality: 40 }).toBuffer(),
    await sharp(plain).modulate({ brightness: 1.15 }).webp().toBuffer(),
    await sharp(plain).extract({ left: 4, top: 3, width: 632, height: 474 }).jpeg().toBuffer(),
  ]) {
    expect(lookDistance((await processed(copy)).lookHash, looks[0] ?? '')).toBeLessThanOrEqual(6)
  }
  const others = looks.flatMap((look, at) => looks.slice(at + 1).map((other) => lookDistance(look, other)))
  expect(Math.min(...others)).toBeGreaterThan(6)
}, 240_000)

// Pictures as strangers send them: with something in every place a format has for it, cut short, mislabelled, or made
// to cost more than they seem to.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

export type Sent = Readonly<{ name: string; bytes: Buffer }>

/** What is planted; every one contains it. */
export const marker = 'PLANTED-06-12-34'
const place = (where: string) => `${marker}-${where}`

/** A picture with edges, so that its look is its own. */
export async function plainPicture(seed = 1, size = { width: 640, height: 480 }): Promise<Buffer> {
  const { width, height } = size
  const boxes = Array.from({ length: 24 }, (_, at) => {
    const value = (at * 7919 + seed * 104_729) % 997
    const [x, y] = [(value * 13) % width, (value * 29) % height]
    return `<rect x="${x}" y="${y}" width="${60 + (value % 90)}" height="${40 + (value % 70)}" fill="hsl(${value % 360} 60% ${20 + (value % 60)}%)"/>`
  })
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#ccb"/>${boxes.join('')}</svg>`
  return sharp(Buffer.from(drawing)).removeAlpha().png().toBuffer()
}

const xmp = (
  where: string,
) => `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:City="${place(`${where}-xmp-city`)}"><dc:description><rdf:Alt>
  <rdf:li xml:lang="x-default">${place(`${where}-xmp`)}</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

/** A TIFF block as cameras write it: description, author, position, comment, notes of the maker, a small picture. */
export function exifBlock(where: string, thumbnail: Buffer): Buffer {
  const ascii = (text: string) => Buffer.from(`${text}\0`)
  type Entry = readonly [tag: number, type: number, value: Buffer]
  const directories: readonly (readonly Entry[])[] = [
    [
      [0x010e, 2, ascii(place(`${where}-description`))],
      [0x013b, 2, ascii(place(`${where}-artist`))],
      [0x8298, 2, ascii(place(`${where}-copyright`))],
      [0x8769, 4, Buffer.alloc(4)],
      [0x8825, 4, Buffer.alloc(4)],
      [0x9c9b, 1, Buffer.from(place(`${where}-windows`), 'utf16le')],
    ],
    [
      [0x927c, 7, Buffer.from(place(`${where}-maker-note`))],
      [0x9286, 7, Buffer.concat([Buffer.from('ASCII\0\0\0'), Buffer.from(place(`${where}-comment`))])],
    ],
    [
      [0x0001, 2, ascii('N')],
      [0x001b, 7, Buffer.from(place(`${where}-gps`))],
      [0x001c, 7, Buffer.from(place(`${where}-gps-area`))],
    ],
    [
      [0x0103, 3, Buffer.from([6, 0])],
      [0x0201, 4, Buffer.alloc(4)],
      [0x0202, 4, Buffer.from(new Uint32Array([thumbnail.length]).buffer)],
    ],
  ]
  const sizes = directories.map((entries) => 2 + entries.length * 12 + 4)
  const starts = sizes.map((_, at) => 8 + sizes.slice(0, at).reduce((sum, size) => sum + size, 0))
  let end = 8 + sizes.reduce((sum, size) => sum + size, 0)
  const tail: Buffer[] = []
  const later = (value: Buffer) => {
    const at = end
    tail.push(value)
    end += value.length
    return at
  }
  const thumbnailAt = later(thumbnail)
  const head = Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0])
  const blocks = directories.map((entries, directory) => {
    const block = Buffer.alloc(sizes[directory] ?? 0)
    block.writeUInt16LE(entries.length, 0)
    for (const [at, [tag, type, value]] of entries.entries()) {
      const offset = 2 + at * 12
      block.writeUInt16LE(tag, offset)
      block.writeUInt16LE(type, offset + 2)
      block.writeUInt32LE(type === 3 || type === 4 ? 1 : value.length, offset + 4)
      if (tag === 0x8769) block.writeUInt32LE(starts[1] ?? 0, offset + 8)
      else if (tag === 0x8825) block.writeUInt32LE(starts[2] ?? 0, offset + 8)
      else if (tag === 0x0201) block.writeUInt32LE(thumbnailAt, offset + 8)
      else if (value.length <= 4) value.copy(block, offset + 8)
      else block.writeUInt32LE(later(value), offset + 8)
    }
    if (directory === 0) block.writeUInt32LE(starts[3] ?? 0, block.length - 4)
    return block
  })
  return Buffer.concat([head, ...blocks, ...tail])
}

function segment(code: number, body: Buffer | string): Buffer {
  const bytes = Buffer.from(body)
  const head = Buffer.from([0xff, code, 0, 0])
  head.writeUInt16BE(bytes.length + 2, 2)
  return Buffer.concat([head, bytes])
}

/** A JPEG with segments behind its first two bytes and anything behind its end. */
export function jpegWith(jpeg: Buffer, segments: readonly Buffer[], trailing: Buffer | string = ''): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2), Buffer.from(trailing)])
}

export function pngChunk(type: string, body: Buffer | string): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(body)])
  const chunk = Buffer.alloc(named.length + 8)
  chunk.writeUInt32BE(named.length - 4, 0)
  named.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(named), named.length + 4)
  return chunk
}

function pngWith(png: Buffer, chunks: readonly Buffer[], trailing: Buffer | string = ''): Buffer {
  // Behind the header, which is 8 + 25 bytes.
  return Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33), Buffer.from(trailing)])
}

/** A colour profile whose copyright is ours. */
async function markedProfile(): Promise<Buffer> {
  const { icc } = await sharp(
    await sharp(await plainPicture())
      .withIccProfile('p3')
      .jpeg()
      .toBuffer(),
  ).metadata()
  const profile = Buffer.from(icc ?? [])
  const text = profile.indexOf('text\0\0\0\0', 128)
  const own = Buffer.concat([Buffer.from('text\0\0\0\0'), Buffer.from(`${place('icc')}\0`)])
  const grown = Buffer.concat([profile, own, Buffer.alloc((4 - (own.length % 4)) % 4)])
  const count = grown.readUInt32BE(128)
  for (let at = 132; at < 132 + count * 12; at += 12) {
    if (grown.toString('latin1', at, at + 4) !== 'cprt') continue
    grown.writeUInt32BE(profile.length, at + 4)
    grown.writeUInt32BE(own.length, at + 8)
  }
  grown.writeUInt32BE(grown.length, 0)
  return text < 0 ? grown : grown
}

/** Good pictures with words planted wherever their format has room. Each must be taken, and nothing planted may stay. */
export async function markedPictures(): Promise<Sent[]> {
  const plain = await plainPicture()
  const jpeg = await sharp(plain).jpeg({ quality: 85 }).toBuffer()
  const thumbnail = jpegWith(await sharp(plain).resize(80).jpeg().toBuffer(), [segment(0xfe, place('thumbnail'))])
  const exif = (where: string) => exifBlock(where, thumbnail)
  const app1 = (where: string) => segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(where)]))
  const xmpSegment = segment(
    0xe1,
    Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), Buffer.from(xmp('jpeg'))]),
  )
  const caption = Buffer.from(place('iptc'))
  const iptc = Buffer.concat([Buffer.from([0x1c, 2, 120, 0, caption.length]), caption])
  const photoshop = Buffer.concat([
    Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0', 'latin1'),
    Buffer.from([iptc.length]),
    iptc,
    Buffer.alloc(iptc.length % 2),
  ])
  const profile = await markedProfile()
  const mpf = segment(0xe2, Buffer.concat([Buffer.from('MPF\0'), Buffer.from(place('mpf'))]))
  const second = jpegWith(jpeg, [app1('second')])
  const all = [
    app1('jpeg'),
    xmpSegment,
    segment(0xed, photoshop),
    segment(0xfe, place('com')),
    segment(0xef, place('app15')),
  ]
  const png = await sharp(plain).png().toBuffer()
  const textChunks = [
    pngChunk('tEXt', `Comment\0${place('text')}`),
    pngChunk('iTXt', `XML:com.adobe.xmp\0\0\0\0\0${xmp('png')}`),
    pngChunk('zTXt', Buffer.concat([Buffer.from('Author\0\0'), deflateSync(place('ztxt'))])),
    pngChunk('eXIf', exif('png')),
    pngChunk('prVt', place('private')),
  ]
  const gif = await sharp(plain).gif().toBuffer()
  const comment = Buffer.concat([
    Buffer.from([0x21, 0xfe, place('gif').length]),
    Buffer.from(place('gif')),
    Buffer.from([0]),
  ])
  const gifHead = 13 + (((gif[10] ?? 0) & 0x80) === 0 ? 0 : 3 * 2 ** (((gif[10] ?? 0) & 7) + 1))
  const tagged = (where: string) =>
    sharp(plain)
      .withExif({
        IFD0: { ImageDescription: place(`${where}-description`) },
        IFD3: { GPSAreaInformation: place(`${where}-gps`) },
      })
      .withXmp(xmp(where))
  return [
    { name: 'everything.jpg', bytes: jpegWith(jpeg, all, place('behind')) },
    {
      name: 'icc.jpg',
      bytes: await sharp(jpegWith(jpeg, iccSegments(profile)))
        .keepIccProfile()
        .jpeg()
        .toBuffer(),
    },
    { name: 'two-in-one.jpg', bytes: jpegWith(jpeg, [mpf], second) },
    {
      name: 'page.jpg',
      bytes: jpegWith(jpeg, [segment(0xfe, `<script>/*${place('script')}*/</script>`)], `<html>${place('html')}`),
    },
    { name: 'archive.jpg', bytes: jpegWith(jpeg, [], zipOf('a.txt', place('zip'))) },
    { name: 'everything.png', bytes: pngWith(png, textChunks, zipOf('a.txt', place('zip'))) },
    {
      name: 'comment.gif',
      bytes: Buffer.concat([gif.subarray(0, gifHead), comment, gif.subarray(gifHead), Buffer.from(place('gif-end'))]),
    },
    { name: 'tagged.webp', bytes: await tagged('webp').webp().toBuffer() },
    { name: 'tagged.avif', bytes: await tagged('avif').avif({ effort: 0 }).toBuffer() },
    ...heicOf(jpegWith(jpeg, [app1('heic'), xmpSegment])),
  ]
}

function iccSegments(profile: Buffer): Buffer[] {
  return [segment(0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0'), Buffer.from([1, 1]), profile]))]
}

/** The same as a telephone of Apple writes it, where the program that can is installed. */
export function heicOf(jpeg: Buffer): Sent[] {
  const folder = mkdtempSync(join(tmpdir(), 'obole-heic-'))
  try {
    writeFileSync(join(folder, 'in.jpg'), jpeg)
    const { status } = spawnSync('heif-enc', [join(folder, 'in.jpg'), '-o', join(folder, 'out.heic')], {
      stdio: 'ignore',
    })
    return status === 0 ? [{ name: 'IMG_0001.HEIC', bytes: readFileSync(join(folder, 'out.heic')) }] : []
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A ZIP archive of one stored file. */
function zipOf(name: string, content: string): Buffer {
  const [file, data] = [Buffer.from(name), Buffer.from(content)]
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt32LE(crc32(data), 14)
  local.writeUInt32LE(data.length, 18)
  local.writeUInt32LE(data.length, 22)
  local.writeUInt16LE(file.length, 26)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  return Buffer.concat([local, file, data, end])
}

function pngOf(
  size: Readonly<{ width: number; height: number; depth: number; colour: number }>,
  data: Buffer,
  extra: readonly Buffer[] = [],
) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size.width, 0)
  header.writeUInt32BE(size.height, 4)
  header[8] = size.depth
  header[9] = size.colour
  const magic = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([magic, pngChunk('IHDR', header), ...extra, pngChunk('IDAT', data), pngChunk('IEND', '')])
}

/** Files that cost more than they weigh. */
export async function bombs(): Promise<Sent[]> {
  const zeros = deflateSync(Buffer.alloc(120_000_000), { level: 9 })
  const jpeg = await sharp(await plainPicture())
    .jpeg({ progressive: true })
    .toBuffer()
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc2]))
  const wide = Buffer.from(jpeg)
  wide.writeUInt16BE(65_500, frame + 5)
  wide.writeUInt16BE(65_500, frame + 7)
  const lastScan = jpeg.lastIndexOf(Buffer.from([0xff, 0xda]))
  const scan = jpeg.subarray(lastScan, -2)
  const scans = Array.from({ length: Math.floor(6_000_000 / scan.length) }, () => scan)
  const gif = await sharp(await plainPicture())
    .resize(200)
    .gif()
    .toBuffer()
  const gifWide = Buffer.from(gif)
  gifWide.writeUInt16LE(65_535, 6)
  gifWide.writeUInt16LE(65_535, 8)
  const frameOf = Buffer.from(
    '\x21\xf9\x04\0\x01\0\0\0\x2c\0\0\0\0\x01\0\x01\0\x80\0\0\0\xff\xff\xff\x02\x02\x44\x01\0',
    'latin1',
  )
  const avif = await sharp(await plainPicture())
    .avif({ effort: 0 })
    .toBuffer()
  const avifWide = Buffer.from(avif)
  const ispe = avifWide.indexOf('ispe')
  avifWide.writeUInt32BE(60_000, ispe + 8)
  avifWide.writeUInt32BE(60_000, ispe + 12)
  return [
    { name: '30000x30000.png', bytes: pngOf({ width: 30_000, height: 30_000, depth: 1, colour: 0 }, zeros) },
    { name: 'deep.png', bytes: pngOf({ width: 5400, height: 5400, depth: 8, colour: 6 }, zeros) },
    {
      name: 'text-bomb.png',
      bytes: pngOf({ width: 100, height: 100, depth: 8, colour: 0 }, deflateSync(Buffer.alloc(10_100)), [
        pngChunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), zeros])),
      ]),
    },
    {
      name: 'profile-bomb.png',
      bytes: pngOf({ width: 100, height: 100, depth: 8, colour: 2 }, deflateSync(Buffer.alloc(30_100)), [
        pngChunk('iCCP', Buffer.concat([Buffer.from('p\0\0'), zeros])),
      ]),
    },
    { name: '65500x65500.jpg', bytes: wide },
    { name: 'many-scans.jpg', bytes: Buffer.concat([jpeg.subarray(0, -2), ...scans, jpeg.subarray(-2)]) },
    { name: '65535x65535.gif', bytes: gifWide },
    {
      name: '20000-frames.gif',
      bytes: Buffer.concat([gif.subarray(0, -1), ...Array.from({ length: 20_000 }, () => frameOf), Buffer.from(';')]),
    },
    { name: '60000x60000.avif', bytes: avifWide },
    { name: 'one-dot.png', bytes: pngOf({ width: 1, height: 1, depth: 8, colour: 0 }, deflateSync(Buffer.alloc(2))) },
    {
      name: 'thin.png',
      bytes: pngOf({ width: 1_000_000, height: 1, depth: 8, colour: 0 }, deflateSync(Buffer.alloc(1_000_001))),
    },
  ]
}

/** What is no picture, whatever it is called. */
export function strangers(): Sent[] {
  const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const entity = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg><text>&x;</text></svg>`
  return [
    { name: 'script.svg', bytes: Buffer.from(script) },
    { name: 'entity.jpg', bytes: Buffer.from(entity) },
    { name: 'page.png', bytes: Buffer.from('<!doctype html><script>alert(1)</script>') },
    { name: 'program.webp', bytes: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(2000, 7)]) },
    { name: 'archive.jpg', bytes: zipOf('x.jpg', 'x') },
    { name: 'paper.jpg', bytes: Buffer.from('%PDF-1.7\n1 0 obj') },
    {
      name: 'film.heic',
      bytes: Buffer.concat([Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isomiso2', 'latin1'), Buffer.alloc(500)]),
    },
    { name: 'list.tiff', bytes: Buffer.from('II*\0\x08\0\0\0') },
    {
      name: 'shell.gif',
      bytes: Buffer.from('push graphic-context\nviewbox 0 0 640 480\nfill \'url(https://example.com/"|ls "-la)\''),
    },
    { name: 'one-byte.jpg', bytes: Buffer.from([0xff]) },
  ]
}

/** Every format cut short, scrambled, and as nothing but its first bytes. */
export async function broken(chance: () => number): Promise<Sent[]> {
  const plain = await plainPicture(3)
  const kinds: Readonly<Record<string, Buffer>> = {
    jpg: await sharp(plain).jpeg().toBuffer(),
    png: await sharp(plain).png().toBuffer(),
    webp: await sharp(plain).webp().toBuffer(),
    gif: await sharp(plain).gif().toBuffer(),
    avif: await sharp(plain).avif({ effort: 0 }).toBuffer(),
    ...Object.fromEntries(heicOf(await sharp(plain).jpeg().toBuffer()).map(({ bytes }) => ['heic', bytes])),
  }
  return Object.entries(kinds).flatMap(([kind, bytes]) => [
    ...[12, 40, 200, 0.2, 0.5, 0.9].map((cut) => {
      const length = cut < 1 ? Math.floor(bytes.length * cut) : cut
      return { name: `cut-${length}.${kind}`, bytes: bytes.subarray(0, length) }
    }),
    ...[1, 2, 3].map((at) => {
      const flipped = Buffer.from(bytes)
      for (let step = 0; step < 30; step += 1)
        flipped[16 + Math.floor(chance() * (bytes.length - 16))] = Math.floor(chance() * 256)
      return { name: `flipped-${at}.${kind}`, bytes: flipped }
    }),
    {
      name: `noise.${kind}`,
      bytes: Buffer.concat([
        bytes.subarray(0, 32),
        Buffer.from(Array.from({ length: 5000 }, () => Math.floor(chance() * 256))),
      ]),
    },
  ])
}

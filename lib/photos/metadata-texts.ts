/** The parts of a file that carry words, as the decoder hands them out. */
export type RawMetadata = Readonly<{
  exif?: Uint8Array | undefined
  iptc?: Uint8Array | undefined
  xmp?: Uint8Array | undefined
  comments?: readonly Readonly<{ keyword: string; text: string }>[] | undefined
}>

const mostTexts = 40
const longestText = 500

/**
 * The words people write into a picture: title, description, author, comment. Dates, numbers of cameras and names of
 * programs are left out: they look like contacts and are none.
 *
 * @returns At most forty texts of at most 500 letters each.
 */
export function metadataTexts(metadata: RawMetadata): readonly string[] {
  const texts = [
    ...(metadata.exif ? exifTexts(metadata.exif) : []),
    ...(metadata.iptc ? iptcTexts(metadata.iptc) : []),
    ...(metadata.xmp ? xmpTexts(metadata.xmp) : []),
    ...(metadata.comments ?? []).flatMap(({ keyword, text }) => (/^raw profile/i.test(keyword) ? [] : [text])),
  ]
  const tidy = texts.map((text) => tidied(text)).filter((text) => text.length > 3)
  return [...new Set(tidy)].slice(0, mostTexts)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const unprintable = /[\u0000-\u001f\u007f-\u009f\ufffd]+/g

function tidied(text: string): string {
  return text
    .slice(0, 4 * longestText)
    .replace(unprintable, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, longestText)
}

/** ImageDescription, Artist, Copyright, UserComment, and the five of Windows, which are UTF-16. */
const exifWords = new Set([0x010e, 0x013b, 0x8298, 0x9286, 0x9c9b, 0x9c9c, 0x9c9d, 0x9c9e, 0x9c9f])
const exifIfd = 0x8769

/** Walks the first directory and the one of the camera; anything that does not add up ends the walk. */
function exifTexts(exif: Uint8Array): readonly string[] {
  const bytes = latin(exif.subarray(0, 6)) === 'Exif\0\0' ? exif.subarray(6) : exif
  if (bytes.length < 8) return []
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isLittle = view.getUint16(0) === 0x4949
  const texts: string[] = []
  const readDirectory = (start: number, isFirst: boolean) => {
    if (start + 2 > bytes.length) return
    const count = Math.min(view.getUint16(start, isLittle), 200)
    for (let entry = 0; entry < count; entry += 1) {
      const at = start + 2 + entry * 12
      if (at + 12 > bytes.length) return
      const tag = view.getUint16(at, isLittle)
      const from = view.getUint32(at + 8, isLittle)
      if (tag === exifIfd && isFirst) readDirectory(from, false)
      const length = view.getUint32(at + 4, isLittle)
      if (exifWords.has(tag))
        texts.push(wordsOf(tag, length <= 4 ? bytes.subarray(at + 8, at + 12) : slice(bytes, from, length)))
    }
  }
  readDirectory(view.getUint32(4, isLittle), true)
  return texts
}

function wordsOf(tag: number, bytes: Uint8Array): string {
  if (tag >= 0x9c9b) return new TextDecoder('utf-16le').decode(bytes)
  const isWide = tag === 0x9286 && latin(bytes.subarray(0, 7)) === 'UNICODE'
  if (isWide)
    return `${new TextDecoder('utf-16le').decode(bytes.subarray(8))} ${new TextDecoder('utf-16be').decode(bytes.subarray(8))}`
  return new TextDecoder().decode(bytes).replace(/^ASCII/, '')
}

/** The second record of IPTC: every field is a marker, a record, a number, a length and its text. */
function iptcTexts(iptc: Uint8Array): readonly string[] {
  const texts: string[] = []
  for (let at = 0; at + 5 < iptc.length; at += 1) {
    if (iptc[at] !== 0x1c || iptc[at + 1] !== 2) continue
    const length = (iptc[at + 3] ?? 0) * 256 + (iptc[at + 4] ?? 0)
    // 0 is the version, 55 to 65 are dates, times and the program.
    const field = iptc[at + 2] ?? 0
    if (field > 0 && (field < 55 || field > 75)) texts.push(new TextDecoder().decode(slice(iptc, at + 5, length)))
    at += 4 + length
  }
  return texts
}

const xmpNames = '(?:dc|photoshop|Iptc4xmpCore|xmpRights|plus|lightroom|exif|tiff)'
const xmpDull =
  /^(?:exif:(?!UserComment)|tiff:(?!Artist|ImageDescription|Copyright)|photoshop:(?:Date|Color|ICC|History|Document)|dc:format)/
const xmpElement = new RegExp(
  `<(${xmpNames}:\\w{1,40})(?:\\s[^>]{0,200})?>([^<]{0,2000})|<rdf:li(?:\\s[^>]{0,200})?>([^<]{0,2000})`,
  'g',
)
const xmpAttribute = new RegExp(`\\s(${xmpNames}:\\w{1,40})="([^"]{0,2000})"`, 'g')

/** Words of elements and attributes of the vocabularies in which people write; addresses of vocabularies are not among them. */
function xmpTexts(xmp: Uint8Array): readonly string[] {
  const text = new TextDecoder().decode(xmp.subarray(0, 200_000))
  const elements = [...text.matchAll(xmpElement)].map(([, name = '', own, item]) => ({
    name,
    value: own ?? item ?? '',
  }))
  const attributes = [...text.matchAll(xmpAttribute)].map(([, name = '', value = '']) => ({ name, value }))
  return [...elements, ...attributes].flatMap(({ name, value }) => (xmpDull.test(name) ? [] : [value]))
}

/** The comments of a JPEG, which decoders do not hand out. */
export function jpegComments(bytes: Uint8Array): readonly Readonly<{ keyword: string; text: string }>[] {
  const comments: { keyword: string; text: string }[] = []
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff && comments.length < 20) {
    const marker = bytes[at + 1] ?? 0
    const length = (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)
    // After the start of scan there are only dots.
    if (marker === 0xda || length < 2) break
    if (marker === 0xfe)
      comments.push({ keyword: '', text: new TextDecoder().decode(slice(bytes, at + 4, length - 2)) })
    at += 2 + length
  }
  return comments
}

function slice(bytes: Uint8Array, from: number, length: number): Uint8Array {
  return from >= bytes.length ? new Uint8Array() : bytes.subarray(from, from + Math.min(length, 4 * longestText))
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

import { screenText } from '../screening/screen-text.ts'
import type { CarriedText, PhotoFind } from './photo.ts'

/** Names that cameras, telephones and messengers give by themselves; they are not words of the advertiser. */
const givenName =
  /^(?:img|dsc[nf]?|pxl|mvimg|p|dji|gopr|sam|hpim|imag|cimg|screenshot|capture|photo|image|fb_img|received|signal|whatsapp image|telegram|snapchat|inshot)[-_ .]?\d|^(?:19|20)\d{6}[-_ ]\d{6}|^1\d{12}$|^\d+(?:_\d+){2,}_\w$|^[0-9a-f-]{32,}$/i

/**
 * Screens what a picture carried and what it was called.
 *
 * What was inside the file is gone with it, so it only tells a moderator to look; what a QR code leads to is in the
 * picture for everybody to see.
 */
export function findsOfPhoto(
  photo: Readonly<{ texts: readonly CarriedText[]; fileName: string; locale: string }>,
): readonly PhotoFind[] {
  const { texts, fileName, locale } = photo
  const qr = texts.filter(({ source }) => source === 'qr').map(({ text }) => qrFind(text, locale))
  const metadata = texts
    .filter(({ source }) => source === 'metadata')
    .flatMap(({ text }) => hints('metadata', text, locale))
  const name = fileName.replace(/\.\w{2,5}$/, '').slice(0, 200)
  return [...qr, ...metadata, ...(givenName.test(name) ? [] : hints('file_name', name, locale))].slice(0, 20)
}

/** Screens a description, which everybody reads. */
export function findsOfAlt(alt: string, locale: string): readonly PhotoFind[] {
  return screenText({ lang: locale, field: 'photo_alt', text: alt }).finds.map(({ kind, text, confidence }) => ({
    source: 'alt',
    kind,
    text,
    confidence,
  }))
}

function qrFind(text: string, locale: string): PhotoFind {
  const { leak } = screenText({ lang: locale, field: 'photo_qr', text })
  return { source: 'qr', kind: 'qr', text: text.slice(0, 200), confidence: leak ? 'sure' : 'doubtful' }
}

function hints(source: 'metadata' | 'file_name', text: string, lang: string): readonly PhotoFind[] {
  const { finds } = screenText({ lang, field: `photo_${source}`, text })
  return finds.map((find) => ({ source, kind: find.kind, text: find.text.slice(0, 200), confidence: 'doubtful' }))
}

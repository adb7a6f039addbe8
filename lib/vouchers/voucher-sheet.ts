import PDFDocument from 'pdfkit'
import encodeQR from 'qr'
import type { Locale } from '../i18n/locales.ts'
import { pathTo } from '../i18n/paths.ts'
import { translate } from '../i18n/translator.ts'
import { formatMoney, withPlainSpaces } from '../money/format-money.ts'
import { type Currency, money } from '../money/money.ts'
import { formatDate } from '../time/format-time.ts'

export type SheetBatch = Readonly<{ label: string; faceMinor: number; currency: Currency; expiresAt: number }>
type Sheet = Readonly<{
  batch: SheetBatch
  codes: readonly string[]
  origin: string
  locale: Locale
  /** Colours of the brand as `#rrggbb`. */
  colours: Readonly<{ ink: string; access: string }>
}>

// Three by eight on A4, the common sheet of 24 labels of 70 × 37 mm.
const columns = 3
const rows = 8
export const vouchersPerSheet = columns * rows
const pageWidth = 595.28
const pageHeight = 841.89
const cellWidth = pageWidth / columns
const cellHeight = pageHeight / rows
const margin = 11
const qrSize = 62

/** Where a voucher's code leads when scanned; the code stands after `#`, so no server ever writes it to a log. */
export function voucherAddress(code: string, { origin, locale }: Pick<Sheet, 'origin' | 'locale'>): string {
  return `${origin}${pathTo(locale, 'voucher')}#${code}`
}

/** `7K3M-P2QX-…`: groups of four, the check symbol with the last. */
export function groupedCode(code: string): string {
  return (code.match(/.{1,4}/g) ?? [code]).join('-').replace(/-(.)$/, '$1')
}

/** The vouchers of a batch as a PDF to print and cut, 24 on a page, each with its code to type and to scan. */
export async function voucherSheet(sheet: Sheet): Promise<Uint8Array> {
  const t = translate(sheet.locale, 'vouchersPanel')
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    lang: sheet.locale,
    info: { Title: t('sheetTitle', { label: sheet.batch.label }), Producer: 'Obole', Creator: 'Obole' },
  })
  const chunks: Uint8Array[] = []
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise<void>((resolve) => document.on('end', () => resolve()))
  for (const [at, code] of sheet.codes.entries()) {
    const place = at % vouchersPerSheet
    if (place === 0) document.addPage()
    const left = (place % columns) * cellWidth
    const top = Math.floor(place / columns) * cellHeight
    drawVoucher(document, { code, left, top, sheet })
  }
  document.end()
  await ended
  return Buffer.concat(chunks)
}

type Drawing = InstanceType<typeof PDFDocument>
type Placed = Readonly<{ code: string; left: number; top: number; sheet: Sheet }>

function drawVoucher(document: Drawing, { code, left, top, sheet }: Placed): void {
  const { batch, origin, locale, colours } = sheet
  const t = translate(locale, 'vouchersPanel')
  const x = left + margin
  const y = top + margin
  const textWidth = cellWidth - 3 * margin - qrSize
  const face = withPlainSpaces(formatMoney(money(batch.faceMinor, batch.currency), locale))
  document.rect(left, top, cellWidth, cellHeight).dash(2, { space: 2 }).lineWidth(0.4).stroke('#8a9aa5').undash()
  document.fillColor(colours.ink).font('Helvetica-Bold').fontSize(8)
  document.text(translate(locale, 'common')('siteName'), x, y, { width: textWidth, height: 10, ellipsis: true })
  document.rect(x, y + 13, textWidth, 27).fill(colours.access)
  document.fillColor('#10212b').font('Helvetica-Bold').fontSize(17)
  document.text(face, x + 5, y + 19, { width: textWidth - 10, lineBreak: false })
  document.fillColor('#10212b').font('Helvetica').fontSize(6)
  document.text(t('sheetUse', { host: new URL(origin).host }), x, y + 46, { width: textWidth, height: 15 })
  document.text(t('sheetExpires', { date: withPlainSpaces(formatDate(batch.expiresAt, locale)) }), x, y + 62, {
    width: textWidth,
    lineBreak: false,
  })
  document.font('Courier-Bold').fontSize(10.2)
  document.text(groupedCode(code), x, top + cellHeight - margin - 11, {
    width: cellWidth - 2 * margin,
    lineBreak: false,
  })
  drawQr(document, voucherAddress(code, sheet), { x: left + cellWidth - margin - qrSize, y: y - 2 })
}

/** Dark squares as one path: sharp at any size, and small. */
function drawQr(document: Drawing, text: string, at: Readonly<{ x: number; y: number }>): void {
  const matrix = encodeQR(text, 'raw', { ecc: 'medium', border: 1 })
  const size = qrSize / matrix.length
  document.rect(at.x, at.y, qrSize, qrSize).fill('#ffffff')
  for (const [row, cells] of matrix.entries()) {
    for (const [column, isDark] of cells.entries()) {
      // A hair wider than its place, so that no light shows between two squares.
      if (isDark) document.rect(at.x + column * size, at.y + row * size, size + 0.05, size + 0.05)
    }
  }
  document.fill('#000000')
}

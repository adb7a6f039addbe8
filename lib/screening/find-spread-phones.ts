import { isClose } from './find-phones.ts'
import type { NumberItem } from './number-items.ts'
import { isLikeBosch, shapeOf } from './number-shapes.ts'
import { isUnit } from './phone-context.ts'
import { findBetween, gapBefore, type ReadText } from './read-words.ts'
import type { Find } from './screening.ts'

const widestGapWords = 14
const widestGap = 110
const plainGapWords = 9

/** Words by which a number is handed over in pieces. */
const pieces =
  /^(?:puis|ensuite|suivi|suivis|suite|enfin|finit|finir|finissez|finissant|fin|termine|terminez|terminer|commence|commencez|commencer|debut|debute|abord|colle[zr]|accole[zr]|compose[zr]|tape[zr]|milieu|premier|premiere|premiers|deuxieme|second|seconde|troisieme|dernier|derniers|derniere|ajoutez|mettez|then|next|start|starts|begin|begins|beginning|first|follow|followed|follows|middle|end|ends|ending|finish|finally|last|after|add)$/

/** Finds a number given in pieces: `06 d'abord, ensuite 39 et 98, pour finir 12 40`. */
export function findSpreadPhones(text: ReadText, items: readonly NumberItem[]): readonly Find[] {
  const figures = items.filter(({ isSpelled, digits }) => !isSpelled || digits.length > 1)
  return figures.flatMap((head, at) => (head.digits.startsWith('0') ? spreadFrom(text, figures.slice(at, at + 8)) : []))
}

function spreadFrom(text: ReadText, row: readonly NumberItem[]): readonly Find[] {
  let digits = ''
  let cues = 0
  let isSpread = false
  for (const [at, item] of row.entries()) {
    const before = row[at - 1]
    if (item.isCode || isUnit(text, item) || item.digits.length > 6) return []
    if (before) {
      const between = item.words[0] - before.words[1] - 1
      if (between > widestGapWords || item.start - before.end > widestGap) return []
      const found = countPieces(text, before.words[1] + 1, item.words[0])
      if (found === 0 && between > plainGapWords) return []
      cues += found
      isSpread ||= !isClose(text, before, item)
    }
    digits += item.digits
    if (digits.length > 11) return []
    if (shapeOf(digits, false)?.weight !== undefined && digits.length >= 10 && isSpread && !isLikeBosch(digits)) {
      const head = row[0]
      const lead = head ? countPieces(text, sentenceStart(text, head.words[0]), head.words[0]) : 0
      if (cues + lead < 2 && !(cues + lead === 1 && isNumberSpokenOf(text, head?.start ?? 0))) continue
      const confidence = cues + lead >= 2 ? 'sure' : 'doubtful'
      return [findBetween(text, { kind: 'phone', from: head?.start ?? 0, to: item.end, confidence })]
    }
  }
  return []
}

/** `mon portable`, `phone`, `numéro` near the place. */
const isNumberSpokenOf = ({ letters }: ReadText, start: number) =>
  /\b(?:tel|telephone|phone|portable|mobile|numero|number|appel|appele[zr]|call|ring|joindre|sms|texto)\b/.test(
    letters.slice(Math.max(0, start - 120), start + 120),
  )

/** The first of at most eight words before a place that belong to its sentence. */
function sentenceStart(text: ReadText, at: number): number {
  let first = at
  while (first > Math.max(0, at - 8) && !/[.!?]\s/.test(gapBefore(text, first))) first -= 1
  return first
}

function countPieces(text: ReadText, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at += 1) if (pieces.test(text.words[at]?.text ?? '')) count += 1
  return count
}

const announced = /envers|invers|reverse|backward|droite a gauche|right to left|a rebours|miroir|mirror|par la fin/

/** Finds a number written from its end, in a text that says so. */
export function findReversedPhones(text: ReadText, items: readonly NumberItem[]): readonly Find[] {
  if (!announced.test(text.letters)) return []
  for (let first = 0; first < items.length; first += 1) {
    let digits = ''
    for (let last = first; last < Math.min(first + 12, items.length); last += 1) {
      const item = items[last]
      const before = items[last - 1]
      if (!item || item.isCode || (last > first && before && !isClose(text, before, item))) break
      digits += item.digits
      if (digits.length > 13) break
      const turned = [...digits].reverse().join('')
      if (turned.startsWith('0') && digits.length >= 10 && shapeOf(turned, false)) {
        const head = items[first]
        return [findBetween(text, { kind: 'phone', from: head?.start ?? 0, to: item.end, confidence: 'sure' })]
      }
    }
  }
  return []
}

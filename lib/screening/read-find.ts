import { readTelephone, type Telephone } from '../telephony/telephone.ts'
import { readMailAddress } from './find-mails.ts'
import { type NumberItem, numberItems } from './number-items.ts'
import { shapeOf } from './number-shapes.ts'
import { startWithPlus } from './phone-score.ts'
import { type ReadText, readText } from './read-words.ts'
import type { Find } from './screening.ts'

export type ReadFind = Readonly<{ kind: 'phone'; phone: Telephone } | { kind: 'email'; email: string }>

/**
 * What a find says in plain figures and letters, however it was written: `zéro six douze …`, `marcel arobase …`.
 *
 * @returns undefined for what is neither a number nor an address, or cannot be read for certain: nothing is guessed.
 */
export function readFind({ kind, text }: Pick<Find, 'text'> & Readonly<{ kind: string }>): ReadFind | undefined {
  for (const read of readText(text)) {
    if (kind === 'email') {
      const email = readMailAddress(read)
      if (email !== undefined) return { kind: 'email', email }
    }
    if (kind === 'phone' || kind === 'spelled_phone') {
      const phone = phoneOf(read, kind)
      if (phone) return { kind: 'phone', phone }
    }
  }
  return undefined
}

function phoneOf(text: ReadText, kind: 'phone' | 'spelled_phone'): Telephone | undefined {
  const items = numberItems(text).filter(({ isCode }) => !isCode)
  // Between pieces in figures, `un` and `one` are articles.
  const meant = kind === 'phone' ? items.filter(({ isSpelled, digits }) => !isSpelled || digits.length > 1) : items
  const digits = meant.map((item) => item.digits).join('')
  return phoneIn(digits, hasPlus(text, meant[0])) ?? phoneIn([...digits].reverse().join(''), false)
}

function hasPlus(text: ReadText, head: NumberItem | undefined): boolean {
  if (!head) return false
  return startWithPlus(text, head.start) < head.start || text.words[head.words[0] - 1]?.text === 'plus'
}

function phoneIn(digits: string, isInternational: boolean): Telephone | undefined {
  const shape = shapeOf(digits, isInternational)
  if (!shape) return undefined
  const lacksPlus = isInternational || /^(?:33|32|41|44)\d{9}/.test(digits)
  const country = shape.country === 'other' ? undefined : shape.country
  return readTelephone(lacksPlus ? `+${digits}` : digits, country)
}

import { crockfordAlphabet, groupCode, isCheckedCode, normaliseCode } from '../ids/crockford.ts'
import { foldText } from '../text/text.ts'
import type { SmsCommand } from './provider.ts'

export const payerCodeLength = 8

export type PayerText =
  | Readonly<{ kind: 'command'; word: SmsCommand }>
  | Readonly<{ kind: 'code'; code: string; understood?: Readonly<{ received: string; as: string }> }>
  | Readonly<{ kind: 'unread'; text: string }>

const stopWords = new Set(['STOP', 'ARRET'])
const contactWords = new Set(['CONTACT', 'AIDE', 'HELP', 'INFO'])

/**
 * Reads what a payer wrote: a command, a code of ours however it is spaced or capitalised, or neither.
 *
 * STOP comes before everything. A request for help counts only when no code comes with it, since whoever sends a code
 * means to buy.
 *
 * @param keyword The word the page asked for; a missing or misspelled one is forgiven and reported in `understood`.
 */
export function readPayerText(text: string, keyword: string): PayerText {
  const words = wordsOf(text)
  const first = words[0] ?? ''
  if (stopWords.has(first)) return { kind: 'command', word: 'stop' }
  const wanted = keyword.toUpperCase()
  const code = findCode(words, wanted)
  if (code === undefined) {
    return contactWords.has(first) ? { kind: 'command', word: 'contact' } : { kind: 'unread', text: shorten(text) }
  }
  if (first === wanted) return { kind: 'code', code }
  return { kind: 'code', code, understood: { received: shorten(text), as: smsText(wanted, code) } }
}

/** What a payer is asked to send: `VOIR K7P2-04XY`. */
export function smsText(keyword: string, code: string): string {
  return `${keyword} ${groupCode(code)}`
}

function wordsOf(text: string): string[] {
  return foldText(text)
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== '')
}

/** The part after the keyword is tried first: one word in thirty-two passes the check by chance. */
function findCode(words: readonly string[], keyword: string): string | undefined {
  const hasKeyword = isNearly(words[0] ?? '', keyword)
  const parts = hasKeyword ? [words.slice(1), words] : [words]
  for (const part of parts) {
    const found = codeOfNeighbours(part)
    if (found !== undefined) return found
  }
  return codeInsideWord(words, keyword)
}

/** A code whose symbols are spread over neighbouring words: `K7P2 04XY`, `k 7 p 2 0 4 x y`. */
function codeOfNeighbours(words: readonly string[]): string | undefined {
  for (let from = 0; from < words.length; from += 1) {
    let joined = ''
    for (let to = from; to < words.length && joined.length < payerCodeLength; to += 1) joined += words[to]
    const code = checkedCode(joined)
    if (code !== undefined) return code
  }
  return undefined
}

/** A code glued to its keyword or to what follows: `voirk7p204xy`. */
function codeInsideWord(words: readonly string[], keyword: string): string | undefined {
  for (const word of words) {
    if (word.length <= payerCodeLength) continue
    const rest = word.startsWith(keyword) ? word.slice(keyword.length) : word
    const code = checkedCode(rest.slice(0, payerCodeLength)) ?? checkedCode(word.slice(-payerCodeLength))
    if (code !== undefined) return code
  }
  return undefined
}

function checkedCode(symbols: string): string | undefined {
  const code = normaliseCode(symbols)
  return isCheckedCode(code, payerCodeLength) ? code : undefined
}

/** At most two letters added, dropped, changed or swapped. */
function isNearly(word: string, keyword: string): boolean {
  if (Math.abs(word.length - keyword.length) > 2) return false
  let above = Array.from({ length: keyword.length + 1 }, (_, at) => at)
  for (const [row, letter] of [...word].entries()) {
    const line = [row + 1]
    for (const [column, wanted] of [...keyword].entries()) {
      const changed = (above[column] ?? 0) + (letter === wanted ? 0 : 1)
      line.push(Math.min(changed, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1))
    }
    above = line
  }
  return (above[keyword.length] ?? 9) <= 2
}

/** What is repeated to the payer or kept for the operator: forty printable characters at most. */
function shorten(text: string): string {
  const printable = text.replace(/\p{C}/gu, ' ').replace(/\s+/g, ' ').trim()
  const characters = [...printable]
  return characters.length <= 40 ? printable : `${characters.slice(0, 39).join('')}…`
}

/** True for text that is one of our codes as it is stored: upper case, without separators. */
export function isPayerCode(text: string): boolean {
  return [...text].every((symbol) => crockfordAlphabet.includes(symbol)) && isCheckedCode(text, payerCodeLength)
}

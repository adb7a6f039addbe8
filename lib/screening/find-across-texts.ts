import { numberItems } from './number-items.ts'
import { readText } from './read-words.ts'
import { screenForPhones } from './screen-text.ts'
import type { Find } from './screening.ts'

/**
 * Finds telephone numbers that begin in one text and end in the next, such as in the title and the description.
 *
 * @param texts In the order a page shows them.
 * @returns For each text its own pieces of such numbers, with offsets of that text.
 */
export function findAcrossTexts(texts: readonly string[]): readonly (readonly Find[])[] {
  const pieces: Find[][] = texts.map(() => [])
  for (const [at, text] of texts.entries()) {
    const next = texts[at + 1]
    if (next === undefined || !hasNumber(next.length < text.length ? next : text)) continue
    const joined = `${text}\n${next}`
    for (const find of screenForPhones(joined)) {
      if (find.start >= text.length || find.end <= text.length + 1) continue
      const from = text.length + 1
      pieces[at]?.push({ ...find, end: text.length, text: text.slice(find.start) })
      pieces[at + 1]?.push({ ...find, start: 0, end: find.end - from, text: next.slice(0, find.end - from) })
    }
  }
  return pieces
}

/** Most fields hold no number at all; they are short, so asking them spares reading the description once more. */
const hasNumber = (text: string) => readText(text).some((read) => numberItems(read).length > 0)

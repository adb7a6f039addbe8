import { gsmText } from './gsm-text.ts'

/**
 * A text cut to what a provider passes on. Whole sentences in the middle go first, since the first says what happened
 * and the last holds the code.
 */
export function shortText(text: string, most: number): string {
  const sentences = gsmText(text)
    .split(/(?<=[.!?]) /)
    .filter((sentence) => sentence !== '')
  while (sentences.join(' ').length > most && sentences.length > 2) sentences.splice(longestInside(sentences), 1)
  const joined = sentences.join(' ')
  return joined.length <= most ? joined : `${joined.slice(0, most - 3).trimEnd()}...`
}

function longestInside(sentences: readonly string[]): number {
  let found = 1
  for (let at = 1; at < sentences.length - 1; at += 1) {
    if ((sentences[at]?.length ?? 0) > (sentences[found]?.length ?? 0)) found = at
  }
  return found
}

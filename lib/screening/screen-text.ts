import type { Find, PublicText, ScreenedText } from './screening.ts'

/**
 * Looks for contacts in one public text: an ad's title, description or field value, a picture's name or description.
 *
 * Pure and linear in the length of the text. The language is a hint only; both languages are looked for.
 */
export function screenText({ text }: PublicText): ScreenedText {
  const finds: Find[] = []
  for (const match of text.matchAll(/(?:\+33|0)\s?[1-9](?:[\s.-]?\d{2}){4}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,20}/g)) {
    const kind = match[0].includes('@') ? 'email' : 'phone'
    finds.push({ kind, start: match.index, end: match.index + match[0].length, text: match[0], confidence: 'sure' })
  }
  return { leak: finds.length > 0, finds }
}

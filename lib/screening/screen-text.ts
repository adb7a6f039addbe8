import { findAddresses } from './find-addresses.ts'
import { findBypasses } from './find-bypasses.ts'
import { findHandles } from './find-handles.ts'
import { findHints } from './find-hints.ts'
import { findLinks } from './find-links.ts'
import { findMails } from './find-mails.ts'
import { findMessengers, platformsOf } from './find-messengers.ts'
import { findPhones } from './find-phones.ts'
import { findReversedPhones, findSpreadPhones } from './find-spread-phones.ts'
import { numberItems } from './number-items.ts'
import { type ReadText, readText } from './read-words.ts'
import type { Find, PublicText, ScreenedText } from './screening.ts'

/**
 * Looks for contacts in one public text: an ad's title, description or field value, a picture's name or description.
 *
 * Pure and linear in the length of the text. Both languages are always looked for, whatever `lang` says, since people
 * write in either.
 */
export function screenText({ text, field }: PublicText): ScreenedText {
  const finds = apart(readText(text, field).flatMap(findsIn))
  return { leak: finds.length > 0, finds }
}

/** The telephone numbers of a text, and nothing else. */
export function screenForPhones(text: string): readonly Find[] {
  return apart(readText(text).flatMap(phonesIn))
}

function phonesIn(text: ReadText): readonly Find[] {
  const items = numberItems(text)
  return [...findPhones(text, items), ...findSpreadPhones(text, items), ...findReversedPhones(text, items)]
}

function findsIn(text: ReadText): readonly Find[] {
  const platforms = platformsOf(text)
  return [
    ...phonesIn(text),
    ...findMails(text),
    ...findLinks(text),
    ...findHandles(text, platforms),
    ...findMessengers(text, platforms),
    ...findBypasses(text, platforms),
    ...findAddresses(text),
    ...findHints(text),
  ]
}

/** Of finds that overlap keeps one: a sure one before a doubtful one, then the longest. In reading order. */
function apart(finds: readonly Find[]): readonly Find[] {
  if (finds.length < 2) return finds
  const kept: Find[] = []
  for (const find of [...finds].sort((one, other) => one.start - other.start || other.end - one.end)) {
    let beaten = false
    for (let last = kept.at(-1); last && last.end > find.start; last = kept.at(-1)) {
      beaten = weightOf(last) >= weightOf(find)
      if (beaten) break
      kept.pop()
    }
    if (!beaten) kept.push(find)
  }
  return kept
}

const weightOf = ({ confidence, start, end }: Find) => (confidence === 'sure' ? 1e6 : 0) + end - start

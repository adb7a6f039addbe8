import { readNumberWord } from './number-words.ts'
import { findBetween, type ReadText, type Word } from './read-words.ts'
import type { Find } from './screening.ts'

const frenchStreets =
  /^(?:rue|avenue|boulevard|bd|bld|blvd|chemin|route|rte|impasse|allee|place|quai|cours|square|passage|ruelle|sentier|lotissement|faubourg|chaussee|montee|venelle|esplanade|promenade|av|ave|imp|chem|hameau|residence|traverse|rond)$/
// These are also words of this trade: places (seats), the road, before (avant), a lot of parts.
const alsoWords = /^(?:route|place|cours|passage|av|ave|promenade|quai|residence|rond|square|traverse|imp|chem)$/
const nameStarters =
  /^(?:de|du|des|d|la|le|les|l|saint|st|ste|sainte|general|marechal|victor|jean|pasteur|nationale|departementale)$/
const notNames =
  /^(?:a|parking|garage|stationnement|fer|campagne|droit|droite|gauche|ar|arriere|et|ou|en|jeu|choix|assise|pieces|passager|conducteur|montagne|terre|roue|roues|pneus)$/
const englishStreets =
  /^(?:street|road|lane|avenue|drive|close|court|terrace|crescent|way|row|hill|grove|mews|gardens|square|place|walk|st|rd|ln|ave|yard|view|park|rise|green|parade)$/
const notHouses =
  /^(?:wheel|wheels|door|doors|speed|owner|owners|cylinder|cylinders|cyl|volt|volts|point|points|stroke|mile|miles|off|old|seat|seater|litre|liter|inch|gear|gears|days|weeks|months|years|and|or|of|the|in|on|pairs|sets|new)$/

/** Finds a house number with its street, in either order, in French and English. */
export function findAddresses(text: ReadText): readonly Find[] {
  const finds: Find[] = []
  for (const [at, word] of text.words.entries()) {
    if (word.isNumber || word.isGlued) continue
    const found = frenchStreets.test(word.text) ? frenchAddress(text, at) : undefined
    const find = found ?? (englishStreets.test(word.text) ? englishAddress(text, at) : undefined)
    if (find) finds.push(find)
  }
  return finds
}

const isYear = (digits: string) => /^(?:19|20)\d\d$/.test(digits)
const isHouseNumber = (word: Word | undefined) => word?.isNumber === true && word.text.length <= 4 && !isYear(word.text)
const isCapital = (text: ReadText, word: Word) => /\p{Lu}/u.test(text.original[text.starts[word.start] ?? 0] ?? '')
const address = (text: ReadText, from: number, to: number, confidence: Find['confidence'] = 'sure') =>
  findBetween(text, { kind: 'address', from, to, confidence })

function frenchAddress(text: ReadText, at: number): Find | undefined {
  const street = text.words[at]
  const name = text.words[at + 1]
  if (!street || !name || name.start - street.end > 3 || isNoName(text, at)) return undefined
  if (/\n/.test(text.letters.slice(street.end, name.start))) return undefined
  const isNamed = hasPlaceName(text, at)
  if (alsoWords.test(street.text) && !isNamed) return undefined
  const number = numberBefore(text, at)
  if (number) return address(text, number.start, nameEnd(text, at))
  return numberAfter(text, at)
}

/** Whether a street that is also a word goes on like one: `route de Vichy`, `place de l'Église`, not `route de nuit`. */
function hasPlaceName(text: ReadText, at: number): boolean {
  let place = at + 1
  while (place < at + 4 && nameStarters.test(text.words[place]?.text ?? '')) place += 1
  const word = text.words[place]
  return word !== undefined && !word.isNumber && (isCapital(text, word) || landmarks.test(word.text))
}

const landmarks = /^(?:eglise|gare|mairie|republique|liberation|poste|ecole|marche|fontaine|chateau|victoire|paix)$/

/** `place de parking`, `rue à l'usine`, `av droit`. */
function isNoName(text: ReadText, at: number): boolean {
  const [first = '', second = ''] = [text.words[at + 1]?.text, text.words[at + 2]?.text]
  return notNames.test(first) || (/^(?:de|du|d)$/.test(first) && notNames.test(second))
}

/** The house number right before a street: figures, with `bis` or a letter, or spelled after `au`. */
function numberBefore(text: ReadText, at: number): Word | undefined {
  let place = at - 1
  const skipped = /^(?:bis|ter|quater|a|b|c|de|la|l)$/
  while (place > at - 4 && skipped.test(text.words[place]?.text ?? '')) place -= 1
  const word = text.words[place]
  const street = text.words[at]
  if (!word || !street || street.start - word.end > 12) return undefined
  if (/[.;:!?\n/]/.test(text.letters.slice(word.end, street.start))) return undefined
  const before = text.words[place - 1]?.text ?? ''
  if (isHouseNumber(word)) return word.isGlued || /^(?:en|depuis|in|since|de)$/.test(before) ? undefined : word
  const isSpelled = /^(?:au|numero|le|habite)$/.test(before) && readNumberWord(word.text) !== undefined
  return isSpelled ? word : undefined
}

/** Where a street's name ends: the words after it up to a stop, five at most. */
function nameEnd(text: ReadText, at: number): number {
  let last = text.words[at]
  for (let step = 1; step <= 5; step += 1) {
    const word = text.words[at + step]
    if (!word || !last || /[.,;:!?\n(]/.test(text.letters.slice(last.end, word.start))) break
    last = word
  }
  return last?.end ?? 0
}

/** `impasse du Lavoir, numéro 7`, `rue Pasteur au 12`, `rue de la Loi 16`. */
function numberAfter(text: ReadText, at: number): Find | undefined {
  const street = text.words[at]
  for (let step = 2; step <= 7; step += 1) {
    const word = text.words[at + step]
    const before = text.words[at + step - 1]
    if (!street || !word || !before) return undefined
    const gap = text.letters.slice(before.end, word.start)
    if (/[.;:!?\n]/.test(gap.replace('n°', ''))) return undefined
    if (!word.isNumber) continue
    if (!isHouseNumber(word) || text.words[at + step + 1]?.isGlued) return undefined
    const isSaid = /°/.test(gap) || /^(?:numero|no|n|au|number)$/.test(before.text)
    const isStreet = /^(?:rue|avenue|boulevard|chaussee|chemin|impasse)$/.test(street.text) && word.text.length <= 3
    const after = text.letters.slice(word.end, word.end + 14)
    const isAlone = /^\s{0,2}(?:$|[,.;)\n]|(?:bis|ter|a|à|b)\b)/.test(after)
    if (isSaid) return address(text, street.start, word.end)
    return isStreet && isAlone && /^,?\s?$/.test(gap) ? address(text, street.start, word.end, 'doubtful') : undefined
  }
  return undefined
}

const plainStreets = /^(?:street|lane|avenue|terrace|crescent|mews|grove|gardens|rd|ln|ave)$/

/** In a title with capitals `5 Avon Road Runner Tyres` is no address: a street that is also a word ends its phrase. */
function endsAddress(text: ReadText, at: number): boolean {
  const street = text.words[at]
  const next = text.words[at + 1]
  if (!street || !next || plainStreets.test(street.text)) return true
  return /[^ ]/.test(text.letters.slice(street.end, next.start)) || !isCapital(text, next)
}

const announces = /\b(?:at|address|live|lives|come|call round|call in|viewing|view|visit|find us|find me|opposite)\b/

function englishAddress(text: ReadText, at: number): Find | undefined {
  const street = text.words[at]
  if (!street) return undefined
  for (let step = 2; step <= 4; step += 1) {
    const word = text.words[at - step]
    const next = text.words[at - step + 1]
    if (!word || !next) return undefined
    if (/[.;:!?\n]/.test(text.letters.slice(next.end, street.start))) return undefined
    if (!word.isNumber) {
      if (notHouses.test(word.text) && step > 2) return undefined
      continue
    }
    if (!isHouseNumber(word) || word.isGlued || /[.;:!?\n/]/.test(text.letters.slice(word.end, next.start)))
      return undefined
    const names = text.words.slice(at - step + 1, at)
    if (names.some((name) => name.isNumber || notHouses.test(name.text))) return undefined
    const isWritten = names.every((name) => isCapital(text, name) || name.text.length <= 3) && isCapital(text, street)
    const lead = text.letters.slice(Math.max(0, word.start - 40), word.start)
    const isLowerCase = !/\p{Lu}\p{Ll}/u.test(
      text.original.slice(text.starts[word.start] ?? 0, text.ends[street.end - 1] ?? 0),
    )
    if (isWritten && endsAddress(text, at)) return address(text, word.start, street.end)
    return isLowerCase && announces.test(lead) ? address(text, word.start, street.end, 'doubtful') : undefined
  }
  return undefined
}

import { isRefused, placeOf } from './find-messengers.ts'
import type { Platform } from './platforms.ts'
import { findBetween, type ReadText } from './read-words.ts'
import type { Find } from './screening.ts'

const atName = /(?<![a-z0-9])@\s?([a-z_][a-z0-9_.]{2,40})/g
const nameAfter =
  /\s{0,2}(?:[:=>@/·|"'(-]|\s|\b(?:est|is|c'est|it's|mon|my|nom|name|pseudo|user|username|handle|compte|account|profil|profile|sous|under|as|id)\b){1,8}\s{0,2}@?([a-z_][a-z0-9_.]{2,40})/y

/** Finds names on networks: `@shed_norton`, `insta : grange_2cv`, `my Facebook name is …`, `pseudo: …`. */
export function findHandles(text: ReadText, platforms: readonly Platform[]): readonly Find[] {
  const finds: Find[] = []
  for (const match of text.letters.matchAll(atName)) {
    const isSpaced = match[0][1] === ' '
    if (isSpaced && !platforms.some(({ last }) => isJustBefore(text, last, match.index))) continue
    const to = match.index + match[0].length
    finds.push(findBetween(text, { kind: 'handle', from: match.index, to, confidence: 'sure' }))
  }
  for (const platform of platforms) {
    const find = handleAfter(text, platform)
    if (find) finds.push(find)
  }
  return [...finds, ...pseudonyms(text), ...namesOnNetworks(text)]
}

const isJustBefore = (text: ReadText, last: number, at: number) => {
  const end = text.words[last]?.end ?? 0
  return end <= at && at - end < 30
}

const noNames =
  /^(?:non|oui|yes|not|aucun|aucune|none|pas|jamais|never|possible|uniquement|only|svp|please|pour|for|this|that|the|ce|cette|le|la|les)$/

const isMine = (text: ReadText, { first }: Platform) =>
  text.words
    .slice(Math.max(0, first - 4), first)
    .some(({ text: word }) => /^(?:mon|my|notre|our|le|pseudo|nom|name)$/.test(word))

const groups = /^(?:groupe|group|club|communaute|community|page du|amicale|forum)$/

/** A name after the platform: a sign between, or words such as `my name is`, or a name only a machine would take. */
function handleAfter(text: ReadText, platform: Platform): Find | undefined {
  if ((platform.kind !== 'network' && platform.kind !== 'messenger') || isRefused(text, platform)) return undefined
  const before = text.words.slice(Math.max(0, platform.first - 2), platform.first)
  if (before.some(({ text: word }) => groups.test(word))) return undefined
  const { from, to } = placeOf(text, platform)
  nameAfter.lastIndex = to
  const match = nameAfter.exec(text.letters)
  if (!match?.[1] || noNames.test(match[1])) return undefined
  const gap = match[0].slice(0, match[0].length - match[1].length)
  const isSaid =
    /[:=>@]|\b(?:nom|name|pseudo|user|username|handle|compte|account|profil|profile|sous|under|id)\b/.test(gap) ||
    (/\b(?:est|is)\b/.test(gap) && isMine(text, platform))
  const isMachineName =
    /[_.][a-z0-9]|[a-z]\d/.test(match[1]) || /^#\d{3,5}/.test(text.letters.slice(to + match[0].length))
  if (platform.isShort && !/[:=>@]/.test(gap)) return undefined
  if (platform.isWord && !/[:=>@]|pseudo|name|user/.test(gap) && !isMachineName) return undefined
  if (!isSaid && !isMachineName) return undefined
  return findBetween(text, { kind: 'handle', from, to: to + match[0].length, confidence: 'sure' })
}

const pseudonym =
  /\b(?:pseudo|pseudonyme|username|user name|nickname|handle is|user id)\b[^.\n]{0,30}?(?::|\best\b|\bis\b|\bc'est\b)\s{0,2}["']?@?([a-z_][a-z0-9_.-]{2,40})/g

function pseudonyms(text: ReadText): Find[] {
  return [...text.letters.matchAll(pseudonym)].map((match) => {
    const to = match.index + match[0].length
    return findBetween(text, { kind: 'handle', from: match.index, to, confidence: 'sure' })
  })
}

const nameOnNetwork =
  /\b(?:reseau|reseaux|reseaux sociaux|socials|social media|social network|appli|app)\b[^.\n]{0,40}?\b(?:je suis|i am|i'm|find me as|under|sous)\s{1,2}["']?@?([a-z][a-z0-9]{2,30}[._][a-z0-9._]{1,30}[a-z0-9])/g

/** A name only a machine would take, on a network that is described and not named: `sur le réseau bleu, je suis j.dupont`. */
function namesOnNetworks(text: ReadText): Find[] {
  return [...text.letters.matchAll(nameOnNetwork)].flatMap((match) => {
    const to = match.index + match[0].length
    const find = findBetween(text, { kind: 'handle', from: to - (match[1]?.length ?? 0), to, confidence: 'doubtful' })
    // A capital after the full stop begins a sentence whose space was forgotten.
    return /\.\p{Lu}/u.test(find.text) ? [] : [find]
  })
}

import { likelyEndings, mailCompanies, mailCompanyWords, plainEndings, wordEndings } from './domain-words.ts'
import { findBetween, type ReadText } from './read-words.ts'
import type { Find } from './screening.ts'

const doubtfulFrom = 3
const sureFrom = 4

/** Every way to write the sign of an address, and how far it is one by itself. */
const atSigns =
  /@|[([{<]\s?(?:at|a|@|chez|arr?obas[es]?)\s?[)\]}>]|(?<![a-z0-9])(?:arr?obas[es]?|arr?obaz[e]?|a commercial|at sign|chez|at|a)(?![a-z0-9])/g
const nextLabel = /\s{0,3}[-_*"']{0,2}\s?(la poste(?![a-z])|[a-z0-9][a-z0-9-]{0,50})/y
const nextDot =
  /(\s{0,2}\.\s{0,2}|\s{0,2},(?=[a-z])|\s{0,2}[([{<]\s?(?:dot|point|pt|\.)\s?[)\]}>]\s{0,2}|[\s,_*-]{1,3}(?:dot|point|pt|pnt|punkt)[\s,_*-]{1,3})([a-z0-9][a-z0-9-]{0,40})/y

/**
 * Finds addresses of e-mail, whatever stands for the sign and the dot.
 *
 * Each `@`, `arobase`, `at`, `chez`, `a` is weighed with what follows: the ending, the name of a mail company, how the
 * part before looks. `at` and `chez` are everyday words, so they need a company or an ending spelled as one.
 */
export function findMails(text: ReadText): readonly Find[] {
  const finds: Find[] = []
  for (const match of text.letters.matchAll(atSigns)) {
    const find = mailAt(text, { sign: match[0], from: match.index, to: match.index + match[0].length })
    if (find) finds.push(find)
  }
  return [...finds, ...mailCompanyNames(text, finds)]
}

type Sign = Readonly<{ sign: string; from: number; to: number }>

function mailAt(text: ReadText, { sign, from, to }: Sign): Find | undefined {
  const { letters } = text
  const pause = isDictated(sign) ? (/^\s?,/.exec(letters.slice(to, to + 2))?.[0].length ?? 0) : 0
  const host = readHost(letters, to + pause)
  if (!host) return undefined
  const local = readLocal(letters, isDictated(sign) ? from - pauseBefore(letters, from) : from)
  if (local.text === '' && signWeight(sign) < 3) return undefined
  let score = signWeight(sign) + hostWeight(host)
  if (/[0-9._]|\b(?:point|dot|underscore|tiret)\b/.test(local.text)) score += 1
  const isGlued = sign === '@' && /[a-z]{2}.?$/.test(local.text) && /^[a-z]{3}/.test(letters.slice(to, to + 3))
  if (isGlued) score += 1
  if (local.text === '') score -= 1
  if (/mail|courriel|ecri|write|adresse|address|repl/.test(letters.slice(Math.max(0, local.from - 60), local.from)))
    score += 1
  if (hostWeight(host) === 0 && signWeight(sign) < 3 && !isGlued) return undefined
  if (/^at?$/.test(sign) && host.labels.length === 1 && hostWeight(host) < 3) return undefined
  if (score < doubtfulFrom) return undefined
  const confidence = score >= sureFrom ? 'sure' : 'doubtful'
  return findBetween(text, { kind: 'email', from: local.from, to: host.to, confidence })
}

/** Whoever dictates an address pauses around its sign: `marie, arobase, free, point fr`. */
const isDictated = (sign: string) => signWeight(sign) === 3
const pauseBefore = (letters: string, at: number) =>
  /,\s{0,2}$/.exec(letters.slice(Math.max(0, at - 3), at))?.[0].length ?? 0

function signWeight(sign: string): number {
  if (/^[([{<]/.test(sign)) return /\ba\b/.test(sign) ? 1 : 2
  if (sign === '@') return 2
  return sign === 'at' || sign === 'a' || sign === 'chez' ? 0 : 3
}

const isEnding = (label: string) => plainEndings.has(label) || likelyEndings.has(label) || wordEndings.has(label)

type Host = Readonly<{ labels: readonly string[]; hasWordedDot: boolean; hasLooseDot: boolean; to: number }>

function readHost(letters: string, from: number): Host | undefined {
  nextLabel.lastIndex = from
  const first = nextLabel.exec(letters)
  if (!first?.[1]) return undefined
  const labels = [first[1].replace(' ', '')]
  let [to, hasWordedDot, hasLooseDot] = [nextLabel.lastIndex, false, false]
  for (let step = 0; step < 4; step += 1) {
    nextDot.lastIndex = to
    const next = nextDot.exec(letters)
    if (!next?.[1] || !next[2]) break
    if (labels.length > 1 && (!isEnding(next[2]) || /^\.\s/.test(next[1]))) break
    labels.push(next[2])
    hasWordedDot ||= /[a-z([{<]/.test(next[1])
    hasLooseDot ||= /^\s{0,2}[.,]\s|,/.test(next[1])
    to = nextDot.lastIndex
  }
  return { labels, hasWordedDot, hasLooseDot, to }
}

function hostWeight({ labels, hasWordedDot, hasLooseDot }: Host): number {
  const [first = ''] = labels
  const last = labels.length > 1 ? (labels.at(-1) ?? '') : ''
  const company = mailCompanies.has(first) ? 3 : mailCompanyWords.has(first) ? 1 : 0
  const hasLetter = /[a-z]/.test(first)
  if (last === '' || !hasLetter) return company
  if (plainEndings.has(last) || likelyEndings.has(last)) return company + (hasWordedDot ? 2 : hasLooseDot ? 1 : 2)
  if (wordEndings.has(last)) return company + (hasWordedDot ? 1 : hasLooseDot ? 0 : 1)
  return company
}

const localPart = /[a-z0-9._%+'-]{1,64}\s{0,3}["*_-]{0,2}$/
// A full stop right after a word, with a space behind it, ends a sentence: `Bonjour. marcel@exemple.fr`.
const joinedBefore =
  /[a-z0-9._%+-]{1,40}(?:\s{1,2}\.\s{0,2}|\.|\s{0,2}[([{]\.[)\]}]\s{0,2}|\s{0,2}[([{]?(?:point|dot|pt|tiret|underscore|_)[)\]}]?\s{0,2})$/

/** What stands before the sign: one piece, and those joined to it by `point` and the like. */
function readLocal(letters: string, to: number): Readonly<{ text: string; from: number }> {
  const near = letters.slice(Math.max(0, to - 70), to)
  const piece = localPart.exec(near)
  if (!piece) return { text: '', from: to }
  let from = to - piece[0].length
  for (let step = 0; step < 4; step += 1) {
    const before = joinedBefore.exec(letters.slice(Math.max(0, from - 60), from))
    if (!before) break
    from -= before[0].length
  }
  return { text: letters.slice(from, to).trim(), from }
}

/**
 * The address a find holds, in plain letters: its most likely sign, with what is spelled before and after it.
 *
 * @returns undefined without a host that has an ending, or without a part before the sign.
 */
export function readMailAddress({ letters }: ReadText): string | undefined {
  let best: Readonly<{ address: string; weight: number }> | undefined
  for (const { 0: sign, index } of letters.matchAll(atSigns)) {
    const host = readHost(letters, index + sign.length)
    const local = plainLocal(readLocal(letters, index).text)
    if (!host || host.labels.length < 2 || !/^[a-z0-9]([a-z0-9._%+'-]*[a-z0-9])?$/.test(local)) continue
    const weight = signWeight(sign) + hostWeight(host)
    if (weight > (best?.weight ?? 0)) best = { address: `${local}@${host.labels.join('.')}`, weight }
  }
  return best?.address
}

const spelledSigns: readonly (readonly [RegExp, string])[] = [
  [/[\s([{<_*-]+(?:dot|point|pt|pnt|punkt|\.)[\s)\]}>_*-]+/g, '.'],
  [/[\s([{<*]+(?:underscore|tiret bas|_)[\s)\]}>*]+/g, '_'],
  [/[\s([{<*]+(?:tiret|dash|hyphen|-)[\s)\]}>*]+/g, '-'],
]

/** What is joined by spelled signs; a full stop with a space after it ended the sentence before. */
function plainLocal(spelled: string): string {
  const plain = spelledSigns.reduce((text, [sign, plainSign]) => text.replace(sign, plainSign), spelled)
  return (
    plain
      .replace(/["*_-]*$/, '')
      .split(/\s+/)
      .at(-1) ?? ''
  )
}

/** The name of a mail company needs no sign: `gmail, jean.martin`. */
function mailCompanyNames(text: ReadText, finds: readonly Find[]): readonly Find[] {
  return text.words.flatMap((word, at) => {
    const next = text.words[at + 1]
    const isJoined = next !== undefined && next.start - word.end <= 1
    const isInTwo = isJoined && unmistakable.has(word.text + next.text) && next.text === 'mail'
    const isWithEnding = isJoined && mailCompanyWords.has(word.text) && /^(?:fr|com|net)$/.test(next.text)
    if (!unmistakable.has(word.text) && !isInTwo && !isWithEnding) return []
    const to = next && (isInTwo || isWithEnding) ? next.end : word.end
    const find = findBetween(text, { kind: 'email', from: word.start, to, confidence: 'doubtful' })
    return finds.some(({ start, end }) => start <= find.start && find.end <= end) ? [] : [find]
  })
}

const unmistakable = new Set([
  'gmail',
  'gmial',
  'googlemail',
  'hotmail',
  'wanadoo',
  'protonmail',
  'btinternet',
  'caramail',
  'ymail',
])

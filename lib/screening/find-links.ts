import { likelyEndings, plainEndings, shortHosts, wordEndings } from './domain-words.ts'
import { findBetween, type ReadText } from './read-words.ts'
import type { Find } from './screening.ts'

const withScheme =
  /(?:h..ps?|ftp)\s?:\s?\/\s?\/\s?[^\s]{1,200}|(?<![a-z0-9])(?:w{3}|w\.w\.w|3\s?w|trois w|triple w|(?:double v\s?){3})\s{0,2}(?:\.|\(?dot\)?|\(?point\)?)\s{0,2}[^\s]{1,200}/g

/** Finds addresses of sites: with a scheme, with `www`, as a bare domain, with a dot in words. */
export function findLinks(text: ReadText): readonly Find[] {
  const finds: Find[] = []
  for (const match of text.letters.matchAll(withScheme)) {
    const to = match.index + match[0].length
    finds.push(findBetween(text, { kind: 'link', from: match.index, to, confidence: 'sure' }))
  }
  return [...finds, ...bareDomains(text), ...wordedDomains(text), ...wordAddresses(text)]
}

const label = /[a-z0-9-]/
const farthest = 63

function bareDomains(text: ReadText): Find[] {
  const { letters } = text
  const finds: Find[] = []
  for (let dot = letters.indexOf('.'); dot !== -1; dot = letters.indexOf('.', dot + 1)) {
    let to = dot + 1
    while (to < dot + farthest && /[a-z]/.test(letters[to] ?? '')) to += 1
    if (label.test(letters[to] ?? '') || letters[to] === '@') continue
    const ending = letters.slice(dot + 1, to)
    if (!plainEndings.has(ending) && !likelyEndings.has(ending) && !wordEndings.has(ending)) continue
    let from = dot
    while (from > dot - farthest && (label.test(letters[from - 1] ?? '') || isInnerDot(letters, from - 1))) from -= 1
    const host = letters.slice(from, dot)
    const path = /^(?::\d{2,5})?[/?#][^\s,;)]{0,200}/.exec(letters.slice(to, to + 210))?.[0] ?? ''
    const confidence = confidenceOf(text, { host, ending, path, from, dot })
    if (confidence) finds.push(findBetween(text, { kind: 'link', from, to: to + path.length, confidence }))
  }
  return finds
}

const isInnerDot = (letters: string, at: number) =>
  letters[at] === '.' && label.test(letters[at - 1] ?? '') && label.test(letters[at + 1] ?? '')

type Domain = Readonly<{ host: string; ending: string; path: string; from: number; dot: number }>

function confidenceOf(text: ReadText, { host, ending, path, from, dot }: Domain): Find['confidence'] | undefined {
  if (!/[a-z]/.test(host) || (host.length < 2 && !(shortHosts.test(host) && path !== ''))) return undefined
  const original = text.original.slice(text.starts[dot + 1] ?? 0, (text.starts[dot + 1] ?? 0) + 2)
  const isNewSentence = /^\p{Lu}\p{Ll}$/u.test(original)
  if (plainEndings.has(ending) && !isNewSentence) return host.length > 2 || path !== '' ? 'sure' : 'doubtful'
  let score = isNewSentence ? -1 : 0
  if (path !== '' && path !== '/') score += 3
  if (/[-0-9]/.test(host) && /[a-z]{3}/.test(host)) score += 2
  if (/[a-z]{2}\.[a-z0-9-]{2}/.test(host)) score += 2
  score += leadWeight(text, from)
  if (likelyEndings.has(ending)) score += 2
  if (plainEndings.has(ending)) score += 1
  return score >= 3 ? 'sure' : score >= 2 ? 'doubtful' : undefined
}

const strongLead = /\b(?:site|sites|web|website|url|lien|link|boutique|blog|internet|online|homepage)\b/
const weakLead = /\b(?:sur|on|at|visit|visitez|voir|see|go to|rendez|allez|adresse|address|chez)\b/

/** Words before that announce an address. */
function leadWeight({ letters }: ReadText, from: number): number {
  const before = letters.slice(Math.max(0, from - 32), from)
  return strongLead.test(before) ? 2 : weakLead.test(before) ? 1 : 0
}

const wordedDot =
  /(\s{1,2}\.\s{0,2}|\s{0,2}[([{<]\s?(?:dot|point|pt|\.)\s?[)\]}>]\s{0,2}|[\s_*-]{1,3}(?:dot|point|pt|pnt)[\s_*-]{1,3})(com|fr|org|net|eu|uk|co|be|ch|lu|io|info|biz|online|shop|store|garage|site|pro|ly)(?![a-z0-9])/g

/** `mon-garage point com`, `theshed . org`, `garage (dot) fr`. */
function wordedDomains(text: ReadText): Find[] {
  return [...text.letters.matchAll(wordedDot)].flatMap((match): Find[] => {
    const host = /[a-z0-9-]{1,63}$/.exec(text.letters.slice(Math.max(0, match.index - 64), match.index))?.[0] ?? ''
    const from = match.index - host.length
    const [, dot = '', ending = ''] = match
    if (!/[a-z]{2}/.test(host)) return []
    const isCertain =
      /^(?:com|fr|org|eu|uk|co|io)$/.test(ending) &&
      !(/^\s/.test(dot) && isEndOfSentence(text, match.index + dot.length))
    const isWritten = /[([{<]/.test(dot)
    if (!isCertain && !isWritten && leadWeight(text, from) < 2 && !/[-0-9]/.test(host)) return []
    const to = match.index + match[0].length
    return [findBetween(text, { kind: 'link', from, to, confidence: isCertain ? 'sure' : 'doubtful' })]
  })
}

/** `Papiers OK . FR` is a sentence that ends, `grange . fr` is not. */
const isEndOfSentence = (text: ReadText, at: number) => {
  const original = text.original[text.starts[at] ?? 0] ?? ''
  return text.letters[at - 1] === ' ' && text.letters[at - 2] === '.' && /\p{Lu}/u.test(original)
}

/** Places named by three words (`///filled.count.soap`) are addresses as good as a street. */
function wordAddresses(text: ReadText): Find[] {
  return [...text.letters.matchAll(/\/\/\/[a-z]{2,30}\.[a-z]{2,30}\.[a-z]{2,30}/g)].map((match) =>
    findBetween(text, {
      ...{ kind: 'address', from: match.index, to: match.index + match[0].length, confidence: 'sure' },
    }),
  )
}

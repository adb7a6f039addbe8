import { type Platform, platformAt } from './platforms.ts'
import { findBetween, type ReadText } from './read-words.ts'
import type { Find } from './screening.ts'

/** The platforms a text names, each once. */
export function platformsOf(text: ReadText): readonly Platform[] {
  const platforms: Platform[] = []
  for (let at = 0; at < text.words.length; ) {
    const platform = platformAt(text, at)
    if (platform) platforms.push(platform)
    at = platform ? platform.last + 1 : at + 1
  }
  return platforms
}

/** Finds names of messengers given as a way to write, and not as what is refused (`pas de WhatsApp`). */
export function findMessengers(text: ReadText, platforms: readonly Platform[]): readonly Find[] {
  return platforms.flatMap((platform): readonly Find[] => {
    if (platform.kind !== 'messenger' || isRefused(text, platform) || isPictureName(text)) return []
    if ((platform.isWord || platform.isShort) && !isWayToWrite(text, platform)) return []
    const confidence = platform.isWord ? 'doubtful' : 'sure'
    return [findBetween(text, { kind: 'messenger', ...placeOf(text, platform), confidence })]
  })
}

export const placeOf = (text: ReadText, { first, last }: Readonly<{ first: number; last: number }>) => ({
  from: text.words[first]?.start ?? 0,
  to: text.words[last]?.end ?? 0,
})

const refusals =
  /^(?:pas|ni|sans|aucun|jamais|non|no|not|nor|without|never|neither|or|ou|and|et|de|d|sms|texto|textos|text|texts|call|calls|appel|appels|telephone|phone|mail|email|mails|on|sur|par|via|by|any|demarchage|spam|compte|contact|message|messages)$/
const refusing = /^(?:pas|ni|sans|aucun|jamais|no|not|nor|without|never|neither)$/

/** `pas de WhatsApp`, `ni SMS ni WhatsApp`, `no texts or WhatsApp`: only small words between the refusal and the name. */
export function isRefused(text: ReadText, { first }: Readonly<{ first: number }>): boolean {
  for (let step = 1; step <= 5; step += 1) {
    const word = text.words[first - step]
    const next = text.words[first - step + 1]
    if (!word || !next || /[.;:!?\n,(]/.test(text.letters.slice(word.end, next.start))) return false
    if (refusing.test(word.text)) return true
    if (!refusals.test(word.text)) return false
  }
  return false
}

/** What telephones call the pictures they were sent: `WhatsApp Image 2024-06-12 at 14.35.07.jpeg`, `IMG-20240612-WA0004`. */
const isPictureName = ({ letters }: ReadText) => /^(?:whatsapp image 20\d\d|img-20\d{6}-wa\d{4})/.test(letters)

const ways =
  /^(?:sur|via|par|on|through|by|over|with|use|using|passez|avec|mon|my|contact|contactez|ecrivez|message|messages|ping|add|ajoutez|prefere|preferably|preference|app|appli|uniquement|only|also|aussi|dispo|disponible|repond|reponds|reply)$/
const otherSignals =
  /^(?:sonore|sonores|lumineux|lamp|lamps|light|lights|switch|de|du|des|d|stalk|arm|arms|horn|relay|cable|box|routier|office|from|of|ring|on|chain|connector|jack|gun)$/

function isWayToWrite(text: ReadText, platform: Platform): boolean {
  const after = text.words[platform.last + 1]?.text ?? ''
  const gapAfter = text.letters.slice(
    text.words[platform.last]?.end ?? 0,
    text.words[platform.last + 1]?.start ?? undefined,
  )
  if (/^\s{0,2}[:=@>/]/.test(gapAfter)) return true
  if (platform.isWord && !platform.isShort && /^(?:me|moi|possible|ok|uniquement|only|svp|please)$/.test(after))
    return true
  if (platform.isShort) return /^(?:sur|via|on|par|mon|my|avec|by)$/.test(text.words[platform.first - 1]?.text ?? '')
  const name = text.words[platform.first]?.text ?? ''
  const before = text.words[platform.first - 1]?.text ?? ''
  if (name === 'line' || name === 'zoom') return false
  return ways.test(before) && !otherSignals.test(after)
}

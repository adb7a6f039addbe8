import { isRefused, placeOf } from './find-messengers.ts'
import type { Platform } from './platforms.ts'
import { findBetween, type ReadText } from './read-words.ts'
import type { Find } from './screening.ts'

const reach = 12
const seeking =
  /^(?:cherche[zr]|recherche[zr]|trouve[zr]|trouverez|trouvable|retrouve[zr]|retrouverez|retrouvable|tape[zr]?|google[zr]?|googling|regarde[zr]|rejoignez|suive[zr]|suivre|ajoute[zr]|voir|voyez|visite[zr]|visit|allez|go|rendez|profil|profile|page|consulte[zr]|passez|look|looking|search|find|type|check|see|follow|add)$/
const contacting =
  /^(?:contact|contacte[zr]|joindre|joignable|ecrivez|ecrire|repond|reponds|appelez|telephonez|posez|dm|pm|message|call|ring|write|reach|ask)$/
const there = /^(?:bas|there|dessus|through|via|instead|directement|directly)$/
/** `also` says that the ad stands elsewhere when the ad is spoken of, or right before the name. */
const also = /^(?:aussi|egalement|also|too|well|dispo|disponible|visible)$/
const theAd = /^(?:it|elle|annonce|ad|advert|vente|sale|same|meme|photos|pictures|vehicule|voiture|car|bike|moto)$/
const elsewhere =
  /^(?:listed|meme|memes|same|identique|publiee|postee|deposee|double|posted|advertised|gratuit|gratuitement|free)$/
const own =
  /^(?:moi|mon|ma|mes|nous|notre|nos|me|my|us|our|mine|i|im|nom|name|pseudo|annonce|annonces|ad|ads|advert|adverts|listing|vendeur|seller|garage|atelier|societe|entreprise|sarl|ets|company|business|workshop|telephone|telephonez|number|numero|coordonnees|details|directement|directly|phone)$/
const past =
  /^(?:achete|achetee|achetes|achetees|acquis|acquise|acheter|vu|vue|vus|vues|voit|voyait|vendu|vendue|bought|purchased|seen|sold|paid|cote|cotes|cotee|prix|price|prices|constate|constates|comparer|compare|comparable|comparables|similaires|similar|vendent|vend|trouve|trouvee|trouves|found|came|provient|sell|sells|fetch|asking|values|annees|ago|photos d)$/
const pointing = /^(?:suis|figure|apparais|am|m|sommes)$/

/** What is said around a place where sellers can be looked up. */
function signsAround(text: ReadText, { first, last }: Platform) {
  const signs = { also: 0, theAd: 0, contact: 0, there: 0, seek: 0, own: 0, past: 0, elsewhere: 0, pointing: 0 }
  for (let at = Math.max(0, first - reach); at <= Math.min(text.words.length - 1, last + reach); at += 1) {
    if (at >= first && at <= last) continue
    const word = text.words[at]?.text ?? ''
    if (isAcrossLines(text, at, first, last)) continue
    if (seeking.test(word)) signs.seek += 1
    if (also.test(word)) signs.also += at < first && first - at <= 2 ? 2 : 1
    if (theAd.test(word)) signs.theAd += 1
    if (contacting.test(word)) signs.contact += at < first && first - at <= 6 ? 2 : 1
    if (there.test(word)) signs.there += 1
    if (own.test(word)) signs.own += 1
    if (elsewhere.test(word)) signs.elsewhere += 1
    if (past.test(word) && at < first + 6) signs.past += 1
    if (pointing.test(word) && first - at > 0 && first - at <= 4) signs.pointing += 1
  }
  const isContactThere = signs.contact >= 2 || (signs.contact > 0 && signs.there > 0)
  const isAdThere = signs.also >= 2 || (signs.also > 0 && signs.theAd > 0)
  return {
    ...signs,
    seek: signs.seek + (isContactThere ? 1 : 0),
    elsewhere: signs.elsewhere + (isAdThere ? 1 : 0),
  }
}

function isAcrossLines(text: ReadText, at: number, first: number, last: number): boolean {
  const [from, to] =
    at < first ? [text.words[at]?.end, text.words[first]?.start] : [text.words[last]?.end, text.words[at]?.start]
  return text.letters.slice(from ?? 0, to ?? 0).includes('\n\n')
}

/** Finds where else the seller may be looked up: other boards, networks, directories, search engines. */
export function findBypasses(text: ReadText, platforms: readonly Platform[]): readonly Find[] {
  return platforms.flatMap((platform): readonly Find[] => {
    if (platform.kind === 'messenger' || isRefused(text, platform)) return []
    const confidence = bypassConfidence(text, platform)
    if (!confidence) return []
    return [findBetween(text, { kind: 'social_bypass', ...placeOf(text, platform), confidence })]
  })
}

function bypassConfidence(text: ReadText, platform: Platform): Find['confidence'] | undefined {
  const signs = signsAround(text, platform)
  const name = text.words
    .slice(platform.first, platform.last + 1)
    .map(({ text: word }) => word)
    .join(' ')
  if (platform.kind === 'directory') {
    if (signs.past > 0 && signs.seek === 0) return undefined
    if (!/^(?:annuaire|annuaires|infogreffe|bottin|yell)$/.test(name)) return 'sure'
    return signs.own + signs.pointing + signs.seek > 0 || /\bl'$|dans l'$/.test(before(text, platform))
      ? 'sure'
      : undefined
  }
  if (platform.kind === 'engine') {
    const isVerb = name === 'google' && /^(?:me|moi)$/.test(text.words[platform.last + 1]?.text ?? '')
    if (isVerb) return 'sure'
    if (signs.past > 0) return undefined
    if (isTyped(text, platform)) return 'doubtful'
    if (signs.own === 0) return undefined
    if (signs.seek > 0)
      return name === 'internet' || name === 'maps' ? (signs.own > 1 ? 'doubtful' : undefined) : 'sure'
    return undefined
  }
  if (isOwnPage(text, platform)) return 'sure'
  if (signs.past > 0) return undefined
  if (platform.isShort) return signs.seek > 0 && signs.own > 0 ? 'sure' : undefined
  if (signs.pointing > 0 || (signs.seek > 0 && signs.own > 0)) return 'sure'
  if (platform.kind === 'board')
    return signs.elsewhere > 0 || name === 'lbc' || hasReference(text, platform) ? 'sure' : undefined
  return signs.own > 0 && signs.elsewhere > 0 ? 'doubtful' : undefined
}

const before = (text: ReadText, { first }: Platform) => {
  const start = text.words[first]?.start ?? 0
  return text.letters.slice(Math.max(0, start - 12), start)
}

/** `tapez « … » dans Google`: whoever is told what to type is led somewhere. */
const isTyped = (text: ReadText, { first }: Platform) =>
  text.words.slice(Math.max(0, first - 12), first).some(({ text: word }) => /^(?:tapez|taper|type)$/.test(word))

/** `mon annonce leboncoin`, `my eBay listing`, `notre page Facebook`. */
function isOwnPage(text: ReadText, { first, last }: Platform): boolean {
  const near = (from: number, to: number) => text.words.slice(Math.max(0, from), to).map(({ text: word }) => word)
  const isMine = near(first - 4, first).some((word) => /^(?:mon|ma|mes|notre|nos|my|our)$/.test(word))
  const isPage = [...near(first - 3, first), ...near(last + 1, last + 3)].some((word) => pages.test(word))
  return isMine && isPage
}

const pages =
  /^(?:annonce|annonces|ad|ads|advert|listing|listings|page|profil|profile|compte|account|shop|store|boutique)$/

/** A board's own number of the ad: `leboncoin n° 2458…`. */
function hasReference(text: ReadText, { last }: Platform): boolean {
  const end = text.words[last]?.end ?? 0
  return /^[^.\n]{0,24}(?:ref\w{0,8}|numero|n°|no|annonce|id|#)[^.\n\d]{0,6}\d{4,}/.test(
    text.letters.slice(end, end + 60),
  )
}

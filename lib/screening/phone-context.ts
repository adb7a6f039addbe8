import type { NumberItem } from './number-items.ts'
import type { ReadText } from './read-words.ts'

const reach = 8
const calls =
  /^(?:tel|tels|tele|tph|telephone|telephones|telephonez|telephoner|phone|phones|phoning|portable|mob|mobile|gsm|natel|fixe|appel|appels|appeler|appelez|appelle|rappelez|rappeler|joindre|joignable|joignez|contact|contactez|contacter|contacts|call|calls|calling|ring|dial|text|texts|texto|textos|txt|sms|composez|composer|faites|reponds|repond|whatsapp|app|appli|bigophone|bigo|coordonnees|reach|reached|bell|buzz)$/
const codes =
  /^(?:ref|refs|reference|references|bosch|oem|oe|part|parts|piece|pieces|serie|serial|chassis|moteur|engine|vin|siret|siren|rcs|tva|vat|isbn|issn|ean|code|codes|catalogue|catalog|article|type|repere|plaque|plate|casting|body|lucas|marelli|valeo|ducellier|delphi|vdo|hella|girling|purflux|mann|frame|cadre|immatriculation|registration|iban|compte|account|facture|invoice|remplace|replaces|stamped|frappe|boite|gearbox|coque|caisse|carter|bloc|cylindre|hull|cylinder|coffre|lot|formule|certificat|certificate|police|dossier|permis)$/

// Things with ten-figure part numbers; a telephone number may stand after them too, so they count for less.
const parts =
  /^(?:injecteur|injecteurs|injection|injector|injectors|pompe|pump|alternateur|alternator|demarreur|starter|delco|allumeur|distributor|bobine|coil|regulateur|regulator|bougie|bougies|filtre|filter|joint|joints|sonde|sensor|relais|relay|capteur|debitmetre|culasse|piston|pistons|carburateur)$/
/** `n° de coque`, `numéro de …`: the number of a thing. */
const numberOf =
  /(?:n°|\bnumeros?|\bno\.?|\bnum)\s?(?:de |d'|du )(?!mon |ma |tel|port|mob|phone|gsm|contact|bureau|domicile|fixe)[a-z]{3,20}\s?:?\s?$|\b(?:serial|part|frame|engine|chassis|casting|body|model|catalogue) (?:number|no|nos|n°)[\s.:]{0,3}$/
/** `mon numéro`, `my number`, `Numéro :` lead to a telephone number, `numéro` alone to anything. */
const ownNumber = /^(?:mon|my|notre|our|son|ce|this|le|the|leur)$/

/** Signs around a number: words of calling, words of part numbers, the sign or unit that follows. */
export type NumberContext = Readonly<{
  calls: boolean
  codes: boolean
  isPart: boolean
  isBosch: boolean
  isMeasured: boolean
}>

/** Looks at the words before the number, nearest first; the nearer of a calling word and a code word decides. */
export function contextOf(text: ReadText, first: NumberItem | undefined): NumberContext {
  if (!first) return { calls: false, codes: false, isPart: false, isBosch: false, isMeasured: false }
  const calling = nearest(text, first, calls)
  const coding = nearest(text, first, codes)
  const lead = text.letters.slice(Math.max(0, first.start - 40), first.start)
  const hasSign = /[☎✉][^a-z0-9]{0,6}$/.test(lead)
  const isNumberOf = numberOf.test(lead)
  return {
    calls: hasSign || (!isNumberOf && calling !== undefined && (coding === undefined || calling < coding)),
    codes:
      text.isCodeField ||
      isNumberOf ||
      (coding !== undefined && !hasSign && (calling === undefined || coding <= calling)),
    isPart: nearest(text, first, parts) !== undefined,
    isBosch: nearest(text, first, /^(?:bosch|isbn)$/) !== undefined,
    isMeasured: /(?:^|[^\d\s])\s?[€£$]\s?$/.test(lead),
  }
}

function nearest(text: ReadText, item: NumberItem, pattern: RegExp): number | undefined {
  let far = 0
  for (let step = 1; far < reach; step += 1) {
    const word = text.words[item.words[0] - step]
    if (!word || item.start - word.end > 80) return undefined
    const next = text.words[item.words[0] - step + 1]
    const isOtherSentence = next !== undefined && /[.!?]\s/.test(text.letters.slice(word.end, next.start))
    if (isOtherSentence && step > 1 && word.text.length > 4) return undefined
    if (!word.isNumber) far += 1
    const at = item.words[0] - step
    if (pattern.test(word.text) && !(word.text === 'tel' && isSuch(text, at))) return step
    if (pattern === calls && isOwnNumber(text, at)) return step
  }
  return undefined
}

const isOwnNumber = (text: ReadText, at: number) =>
  /^(?:numero|number|num|n)$/.test(text.words[at]?.text ?? '') && ownNumber.test(text.words[at - 1]?.text ?? '')

/** `tel que`, `tel quel`: such as. */
const isSuch = (text: ReadText, at: number) => /^(?:que|quel|quelle|quels|un|une)$/.test(text.words[at + 1]?.text ?? '')

const units =
  /^(?:km|kms|kilometres|eur|euro|euros|kg|kgs|mm|cm|ch|cv|cc|rpm|tr|nm|mkg|bar|bars|litres|ans|hp|bhp|miles|psi|lb|lbs|francs|pcs|min|pouces|inch|inches|dents|teeth|volts|chevaux|places|portes|roues|ft)$/

/** Whether a unit or a currency follows, as in `06 12 mm` or `98 €`. */
export function isUnit(text: ReadText, item: NumberItem): boolean {
  if (/^\s{0,2}[€£%°$]/.test(text.letters.slice(item.end, item.end + 3))) return true
  const next = text.words[item.words[1] + 1]
  if (next === undefined || next.start - item.end > 2 || !units.test(next.text)) return false
  return text.words[item.words[1] + 2]?.isGlued !== true
}

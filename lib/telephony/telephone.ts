import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** A telephone number for people and for machines: `06 39 98 00 01` and `+33639980001`. */
export type Telephone = Readonly<{ e164: string; shown: string }>

/**
 * Reads a number as somebody wrote it. A French one is shown as in France, any other with its country code.
 *
 * @param country Where a number without a country code belongs.
 * @returns undefined for text that is no possible number.
 */
export function readTelephone(text: string, country = 'FR'): Telephone | undefined {
  const number = parsePhoneNumberFromString(text, isSupportedCountry(country) ? country : 'FR')
  if (!number?.isPossible()) return undefined
  return {
    e164: number.number,
    shown: number.country === 'FR' ? number.formatNational() : number.formatInternational(),
  }
}

/** Whether a text message can arrive; certain for France, assumed elsewhere. */
export function takesTexts(e164: string): boolean {
  return e164.startsWith('+33') ? /^\+33[67]/.test(e164) : true
}

/** Groups the digits of a short code or a premium number as they are printed: `8 12 34`, `0899 12 34 56`. */
export function spacedNumber(number: string): string {
  const digits = number.replace(/\s/g, '')
  if (!/^\d{4,10}$/.test(digits)) return number
  if (/^08\d{8}$/.test(digits)) return digits.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)$/, '$1 $2 $3 $4')
  const odd = digits.length % 2
  const pairs = digits.slice(odd).replace(/(\d\d)(?=\d)/g, '$1 ')
  return odd === 0 ? pairs : `${digits.slice(0, 1)} ${pairs}`
}

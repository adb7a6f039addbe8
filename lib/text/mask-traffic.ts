/** By themselves, or as the end of a longer name: `client_secret`, `accessToken`, `stripe-signature`, `api_sig`. */
const secretNames =
  '[\\w-]*(?:password|secret|token|signature)|(?:api[-_]?)?(?:key|sig)|pass(?:wd)?|pwd|hash|digest|auth(?:orization)?|cookie|user(?:name)?'
const inQuery = new RegExp(`([?&;](?:${secretNames})=)[^&;#\\s]*`, 'gi')
const inForm = new RegExp(`(^|&)((?:${secretNames})=)[^&\\s]*`, 'gi')
const inJson = new RegExp(`("(?:${secretNames})"\\s*:\\s*)"(?:[^"\\\\]|\\\\.)*"`, 'gi')
const inHeader = new RegExp(`^((?:${secretNames})\\s*:).*$`, 'gim')
const callbackPath = /(\/api\/callbacks\/[^/\s]+\/)[\w-]+/g
/** What Stripe knows a kept card and its holder by. */
const keptCard = /\b(cus|pm)_\w+/g
/** Seven digits or more however they are grouped or encoded; a calendar day is left readable. */
const longNumber = /(?<![\w.-])(?!\d{4}-\d\d-\d\d)(?:\+|%2B)?\d(?:(?:[ .()+-]|%20|%2B){0,2}\d){6,17}(?![\w-])/gi

/**
 * Raw traffic for staff's eyes: passwords, signatures and tokens are taken out and telephone numbers keep their last
 * two digits. Unknown formats are masked too much rather than too little.
 */
export function maskTraffic(text: string): string {
  return text
    .replace(callbackPath, '$1•••')
    .replace(inQuery, '$1•••')
    .replace(inForm, '$1$2•••')
    .replace(inJson, '$1"•••"')
    .replace(inHeader, '$1 •••')
    .replace(keptCard, '$1_•••')
    .replace(longNumber, (number) => `••••${number.slice(-2)}`)
}

/** Headers as lines, one a header, masked. */
export function maskHeaders(headers: Readonly<Record<string, string>>): string {
  return maskTraffic(
    Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n'),
  )
}

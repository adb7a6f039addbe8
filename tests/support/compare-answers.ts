import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { type Answer, type Ask, siteOrigin } from './site-process.ts'

/** The text of an answer, whatever it was packed in. */
export function textOf({ headers, body }: Pick<Answer, 'headers' | 'body'>): string {
  return unpacked(headers, body).toString('latin1')
}

function unpacked(headers: Answer['headers'], body: Buffer): Buffer {
  if (body.length === 0) return body
  if (headers['content-encoding'] === 'gzip') return gunzipSync(body)
  if (headers['content-encoding'] === 'br') return brotliDecompressSync(body)
  return body
}

/** Where the framework sends a request for a page's data first: to the same page with a digest of the request's headers. */
export function payloadAddress({ status, headers }: Answer, ask: Ask): string | undefined {
  const location = String(headers['location'] ?? '').replace(siteOrigin, '')
  const isStep = (status === 307 || status === 308) && /[?&]_rsc\b/.test(location)
  return isStep && ask.headers?.['rsc'] !== undefined ? location : undefined
}

type Plain = Readonly<{ status: number; headers: readonly string[]; body: string; hasChance: boolean }>

/**
 * Two answers to the same request, to the last byte: status, headers in their order, body, and so its length.
 *
 * Values drawn anew for each answer are replaced first, each by a pattern that fixes its shape and length.
 *
 * @returns What differs, or nothing.
 */
export function differenceOf(left: Answer, right: Answer): string | undefined {
  const [one, other] = [plain(left), plain(right)]
  if (one.status !== other.status) return `status ${one.status} and ${other.status}`
  // Without chance not even the packed bytes may differ.
  if (!one.hasChance && !other.hasChance && !left.body.equals(right.body) && one.body === other.body) {
    return 'the same text packed differently'
  }
  const headers = firstDifference(one.headers.join('\n'), other.headers.join('\n'))
  if (headers) return `headers: ${headers}`
  const body = firstDifference(one.body, other.body)
  return body ? `body: ${body}` : undefined
}

function firstDifference(left: string, right: string): string | undefined {
  if (left === right) return undefined
  let at = 0
  while (left[at] === right[at]) at += 1
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60))
  return `at ${at} of ${left.length} and ${right.length}: ${around(left)} and ${around(right)}`
}

function plain(answer: Answer): Plain {
  const nonce = /'nonce-([A-Za-z0-9+/]{22}==)'/.exec(String(answer.headers['content-security-policy'] ?? ''))?.[1]
  let hasChance = false
  const steady = (text: string) => {
    const settled = withoutChance(nonce === undefined ? text : text.replaceAll(nonce, 'NONCE'))
    if (settled !== text) hasChance = true
    return settled
  }
  const body = steady(textOf(answer))
  const isPacked = answer.headers['content-encoding'] !== undefined
  const headers: string[] = []
  for (let at = 0; at < answer.rawHeaders.length; at += 2) {
    const [name = '', value = ''] = answer.rawHeaders.slice(at, at + 2)
    // The clock's second.
    if (/^date$/i.test(name)) continue
    headers.push(`${name}: ${isNow(name, value, answer) ? '@NOW' : steady(value)}`)
  }
  const kept = headers.filter((line) => !(hasChance && isPacked && /^content-length:/i.test(line)))
  return { status: answer.status, headers: kept, body, hasChance }
}

/** Until when nginx keeps a page is the second it was sent in; any other number would be a difference. */
function isNow(name: string, value: string, { headers }: Answer): boolean {
  const sentAt = Date.parse(String(headers['date'] ?? '')) / 1000
  return /^x-accel-expires$/i.test(name) && /^@\d{10}$/.test(value) && Math.abs(Number(value.slice(1)) - sentAt) <= 1
}

const quoteKeys = 'accountId,adId,billedMinor,country,currency,expiresAt,id,kind,priceMinor,pricePointId'

/** Replaces what is drawn by chance or by the clock; everything replaced has a fixed length. */
function withoutChance(text: string): string {
  return (
    text
      // A signed price: 28 random symbols and the time it ends are replaced, every term of it stays to be compared. Its
      // seal is a keyed hash of exactly these.
      .replace(/\b(eyJ[A-Za-z0-9_-]{100,900})\.[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/g, (whole, body: string) =>
        steadyQuote(whole, body),
      )
      // A page that is not there may name, beside its scripts, a nonce its policy does not need: 16 random bytes.
      .replace(/(\bnonce=")[A-Za-z0-9+/]{22}==(?=")/g, '$1NONCE')
      // The framework's name of a page's head in its data: 21 random symbols and a letter.
      .replace(/(\["\$","\$L[0-9a-f]{1,3}",")[A-Za-z0-9_-]{21}[a-z](?=",\{)/g, '$1HEAD')
      // The number of a form, so that it counts once: drawn when the page is made, 28 symbols, kept nowhere.
      .replace(/(\bonce(?:\\?"|&quot;)?[^<>]{0,30}?value\\?"?[:=]\s?\\?")[A-Za-z0-9_-]{28}(?=\\?")/g, '$1ONCE')
      // Which refused form to show again: 10 random symbols, and the form as this request itself sent it, sealed.
      .replace(/([?&]e=)[A-Za-z0-9_-]{10}(?![A-Za-z0-9_-])/g, '$1FLASH')
      .replace(/(obole_flash=)[A-Za-z0-9_-]{10}\.[A-Za-z0-9_-]{300,1800}(?=;)/g, '$1FLASH')
      // The sign-in library's guard against foreign forms: 32 random bytes and their keyed hash.
      .replace(/[0-9a-f]{64}(?:%7C|\|)[0-9a-f]{64}/g, 'CSRF')
      .replace(/("csrfToken":")[0-9a-f]{64}"/g, '$1CSRF"')
      // The demonstration's handset: a number of the range kept for fiction, drawn for each new browser.
      .replace(/(sim_handset=063998)\d{4}(?=;)/g, '$1NNNN')
      .replace(/("msisdn":"\+3363998)\d{4}(?=")/g, '$1NNNN')
  )
}

function steadyQuote(whole: string, body: string): string {
  try {
    const quote = JSON.parse(Buffer.from(body, 'base64url').toString())
    if (Object.keys(quote).sort().join() !== quoteKeys || String(quote.id).length !== 28) return whole
    return `QUOTE ${JSON.stringify({ ...quote, id: '', expiresAt: 0 })} of ${whole.length}`
  } catch {
    return whole
  }
}

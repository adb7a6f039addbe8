import { keyedHash } from '../config/keys.ts'
import type { ProviderAccount } from '../providers/accounts.ts'
import type { CallbackMessage } from '../providers/provider.ts'
import type { KeptMessage } from './apply-observation.ts'

const secretHeaders = ['authorization', 'cookie', 'x-api-key']
const telephones = 'from|sender|msisdn|to_number|caller|phone(?:_?number)?|payerAlias'
const telephoneNames = new RegExp(`^(?:${telephones})$`, 'i')
/** `From=%2B336…`, `"msisdn": "336…"`, `<msisdn>336…`, also inside a form's value, where marks are escaped. */
const namedTelephone = new RegExp(
  `((?:${telephones})(?:"|%22)?(?:[=:>]|%3[ADE])\\s*(?:"|%22)?)((?:\\+|%2B)?\\d{8,15})(?!\\d)`,
  'gi',
)

/**
 * A provider's message as it is kept: the bytes as they came but for secrets in the address and headers, and telephone
 * numbers, which become their keyed hash so that the same telephone is still the same.
 */
export function maskMessage(message: CallbackMessage, account: ProviderAccount): KeptMessage {
  const url = new URL(message.url)
  for (const [name, value] of url.searchParams) {
    if (telephoneNames.test(name)) url.searchParams.set(name, maskNumber(value))
  }
  const headers = Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [
      name,
      secretHeaders.includes(name.toLowerCase()) ? '[secret]' : value,
    ]),
  )
  return {
    method: message.method,
    url: `/api/callbacks/${account.id}/[token]${url.search}`,
    headers,
    body: maskBody(message.body),
    receivedAt: message.receivedAt,
  }
}

function maskNumber(value: string): string {
  return `#${keyedHash('aliases', value.replace(/^(?:\+|%2B)/i, '')).slice(0, 12)}`
}

/** Telephone numbers inside a body: in E.164 wherever they stand, and however they are written under a name that says so. */
function maskBody(body: Uint8Array): Uint8Array {
  if (body.length === 0) return body
  return Buffer.from(
    Buffer.from(body)
      .toString('utf8')
      .replace(namedTelephone, (_, name: string, number: string) => name + maskNumber(number))
      .replace(/(?:\+|%2B)\d{8,15}/gi, maskNumber),
  )
}

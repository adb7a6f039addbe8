import { keyedHash } from '../config/keys.ts'
import type { ProviderAccount } from '../providers/accounts.ts'
import type { CallbackMessage } from '../providers/provider.ts'
import type { KeptMessage } from './apply-observation.ts'

const secretHeaders = ['authorization', 'cookie', 'x-api-key']
const telephoneNames = /^(from|sender|msisdn|to_number|caller|phone|payerAlias)$/i

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
  return `#${keyedHash('aliases', value.replace(/^\+/, '')).slice(0, 12)}`
}

/** Telephone numbers in E.164 inside a body. */
function maskBody(body: Uint8Array): Uint8Array {
  if (body.length === 0) return body
  return Buffer.from(
    Buffer.from(body)
      .toString('utf8')
      .replace(/\+\d{8,15}/g, (number) => maskNumber(number)),
  )
}

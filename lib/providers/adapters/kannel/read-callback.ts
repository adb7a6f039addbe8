import { equalInConstantTime, sha256Hex } from '../../../config/keys.ts'
import type { Millis } from '../../../time/time.ts'
import { headerOf, plainReply, queryBytes, refusedReading } from '../../callback-message.ts'
import { gsmText } from '../../gsm-text.ts'
import { isPayerCode, readPayerText } from '../../payer-text.ts'
import type {
  AccountContext,
  CallbackMessage,
  CallbackReading,
  CallbackReply,
  Decision,
  Observation,
} from '../../provider.ts'
import { type KannelSettings, kannelSettings, priceOf } from './kannel-settings.ts'

type Parameters = ReadonlyMap<string, Buffer>
type Call = Readonly<{
  account: AccountContext
  settings: KannelSettings
  parameters: Parameters
  receivedAt: Millis
}>

/**
 * Reads a message from Kannel's get-url (`kind=mo`) or dlr-url (`kind=dlr`).
 *
 * Kannel signs nothing: the unguessable token in the address, checked before, is what is believed; basic
 * authentication comes on top when the operator sets it, and the address list at the door.
 */
export function readKannelCallback(message: CallbackMessage, account: AccountContext): CallbackReading {
  const settings = kannelSettings(account)
  if (message.method !== 'GET') return refusedReading(405, 'GET only')
  if (!hasCallbackCredentials(message, settings)) return refusedReading(403, 'Credentials refused')
  const call: Call = { account, settings, parameters: queryBytes(message.url), receivedAt: message.receivedAt }
  const kind = textOf(call, 'kind')
  if (kind === 'mo') return readMobileOriginated(call)
  if (kind === 'dlr') return readDeliveryReport(call)
  return refusedReading(400, 'Unknown kind of message')
}

function textOf({ parameters }: Call, name: string): string {
  return parameters.get(name)?.toString() ?? ''
}

function hasCallbackCredentials(message: CallbackMessage, settings: KannelSettings): boolean {
  if (settings.callbackUser === undefined) return true
  const wanted = Buffer.from(`${settings.callbackUser}:${settings.callbackPassword ?? ''}`).toString('base64')
  return equalInConstantTime(headerOf(message, 'authorization') ?? '', `Basic ${wanted}`)
}

function readMobileOriginated(call: Call): CallbackReading {
  const { settings } = call
  const [id, smsc, from] = [textOf(call, 'id'), textOf(call, 'smsc'), senderOf(call)]
  if (id === '' || from === '') return refusedReading(400, 'A message needs id and from')
  if (settings.smsc !== undefined && smsc !== settings.smsc) return refusedReading(403, 'Another smsc')
  // A cheaper short code routed here by mistake must not open what this account's price pays for.
  if (digitsOf(textOf(call, 'to')) !== digitsOf(settings.shortCode)) return refusedReading(403, 'Another short code')
  const eventId = `mo:${smsc}:${id}`
  const understood = readPayerText(messageText(call), settings.keyword)
  const base = { kind: 'read', trust: 'shared_token' } as const
  if (understood.kind === 'command') {
    const command = { word: understood.word, payerAlias: from, eventId }
    return { ...base, observations: [], command, reply: (decisions) => freeReply(settings, decisions) }
  }
  const code = understood.kind === 'code' ? understood.code : undefined
  const observation = observationOfText(call, { eventId, from, code })
  const isBilledAlready = settings.billing === 'mo'
  return {
    ...base,
    // Without a code, a billed text is money that matches nothing; one that is not billed is nothing at all.
    observations: isBilledAlready || code !== undefined ? [observation] : [],
    ...(understood.kind === 'unread' ? { unreadText: understood.text } : {}),
    ...(understood.kind === 'code' && understood.understood ? { understood: understood.understood } : {}),
    reply: (decisions) =>
      !isBilledAlready && code !== undefined && decisions[0]?.outcome === 'pending'
        ? billedReply(call, { code, eventId, text: textToSend(decisions) })
        : freeReply(settings, decisions),
  }
}

function senderOf(call: Call): string {
  const sender = textOf(call, 'from')
  // An unencoded plus sign arrives as a space.
  return sender.startsWith(' ') ? `+${sender.trim()}` : sender.trim()
}

function digitsOf(number: string): string {
  return number.replace(/\D/g, '')
}

function messageText(call: Call): string {
  const bytes = call.parameters.get('text') ?? Buffer.alloc(0)
  const charset = textOf(call, 'charset').toLowerCase()
  if (charset === 'utf-16be') return new TextDecoder('utf-16be').decode(bytes)
  if (charset === 'iso-8859-1' || charset === 'windows-1252') return new TextDecoder('windows-1252').decode(bytes)
  return bytes.toString()
}

function observationOfText(
  { account, settings, parameters, receivedAt }: Call,
  text: Readonly<{ eventId: string; from: string; code: string | undefined }>,
): Observation {
  const isPaid = settings.billing === 'mo'
  return {
    eventId: text.eventId,
    // Each billed text is a payment of its own, even when two name the same code.
    reference: isPaid && text.code !== undefined ? text.eventId : undefined,
    correlator: undefined,
    payerCode: text.code,
    state: isPaid ? 'paid' : 'pending',
    amount: isPaid ? priceOf(settings) : undefined,
    isTest: account.mode === 'test',
    payerAlias: text.from,
    at: timeOf(parameters, receivedAt),
  }
}

function timeOf(parameters: Parameters, receivedAt: Millis): Millis {
  const seconds = parameters.get('ts')?.toString() ?? ''
  return /^\d{9,11}$/.test(seconds) ? Number(seconds) * 1000 : receivedAt
}

function textToSend(decisions: readonly Decision[]): string {
  return gsmText(decisions.find((decision) => decision.text !== undefined)?.text ?? '')
}

/** An empty body sends nothing, where the service has `omit-empty`. */
function freeReply(settings: KannelSettings, decisions: readonly Decision[]): CallbackReply {
  const headers = settings.freeBinfo === undefined ? undefined : { 'x-kannel-binfo': settings.freeBinfo }
  return plainReply(200, textToSend(decisions), headers)
}

function billedReply(
  { account, settings }: Call,
  billed: Readonly<{ code: string; eventId: string; text: string }>,
): CallbackReply {
  // Kannel fills %-escapes in this address, so nothing in it may be percent-encoded; %I would be a new id in the
  // report, which is why the message is named by our own digest of the first.
  const mark = account.callbackUrl.includes('?') ? '&' : '?'
  const message = sha256Hex(billed.eventId).slice(0, 32)
  return plainReply(200, billed.text, {
    'x-kannel-dlr-mask': '31',
    'x-kannel-dlr-url': `${account.callbackUrl}${mark}kind=dlr&code=${billed.code}&message=${message}&status=%d&ts=%T`,
    ...(settings.premiumBinfo === undefined ? {} : { 'x-kannel-binfo': settings.premiumBinfo }),
  })
}

const stateOfReport: Readonly<Record<string, 'pending' | 'paid' | 'failed'>> = {
  1: 'paid',
  2: 'failed',
  4: 'pending',
  8: 'pending',
  16: 'failed',
}

function readDeliveryReport(call: Call): CallbackReading {
  const { account, settings } = call
  const [code, message, status] = [textOf(call, 'code'), textOf(call, 'message'), textOf(call, 'status')]
  if (!isPayerCode(code) || !/^[0-9a-f]{32}$/.test(message))
    return refusedReading(400, 'A report needs code and message')
  const state = stateOfReport[status]
  const reply = () => plainReply(200, '')
  // Where the payer's own text is billed, the fate of our answer says nothing about money.
  if (settings.billing === 'mo' || state === undefined) {
    return { kind: 'read', trust: 'shared_token', observations: [], reply }
  }
  const observation: Observation = {
    eventId: `dlr:${code}:${message}:${status}`,
    reference: state === 'paid' ? `mt:${message}` : undefined,
    correlator: undefined,
    payerCode: code,
    state,
    amount: state === 'paid' ? priceOf(settings) : undefined,
    isTest: account.mode === 'test',
    ...(state === 'failed' ? { failure: 'declined' as const } : {}),
    at: timeOf(call.parameters, call.receivedAt),
  }
  return { kind: 'read', trust: 'shared_token', observations: [observation], reply }
}

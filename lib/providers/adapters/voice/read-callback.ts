import { money } from '../../../money/money.ts'
import { secretsOf } from '../../account-settings.ts'
import { formParameters, headerOf, queryParameters, refusedReading } from '../../callback-message.ts'
import type {
  AccountContext,
  CallbackMessage,
  CallbackReading,
  CallbackReply,
  Decision,
  Observation,
} from '../../provider.ts'
import { minuteOf, payerCodeOfKeyed, spokenCode } from './call-codes.ts'
import { announcement, askDigits, type Ending, endCall, holding, speakCode } from './voice-script.ts'
import { findNumber, type PremiumNumber, type VoiceSettings, voiceSettings } from './voice-settings.ts'
import { isSignedByCarrier } from './voice-signature.ts'

type Step = 'answer' | 'paid' | 'digits' | 'status'
type Call = Readonly<{
  account: AccountContext
  settings: VoiceSettings
  query: ReadonlyMap<string, string>
  fields: ReadonlyMap<string, string>
  number: PremiumNumber
  callId: string
  receivedAt: number
}>

const mostTries = 3
/** A call older than this when it reaches its code is no call any more. */
const longestCallMinutes = 30

/**
 * Reads one step of a call to our own premium number, from a carrier that speaks like Twilio: a signed form, answered
 * with what the voice says next. The price is told before anything counts; the code, or the keyed digits, come after.
 *
 * The signed address is rebuilt from our configuration: behind a proxy the request's own is not what was called.
 * Source: twilio/twilio-node for the signature, Twilio's TwiML reference for the verbs (grade A).
 */
export function readVoiceCallback(message: CallbackMessage, account: AccountContext): CallbackReading {
  const settings = voiceSettings(account)
  if (message.method !== 'POST') return refusedReading(405, 'POST only')
  const fields = formParameters(message.body)
  const at = message.url.indexOf('?')
  const url = account.callbackUrl + (at < 0 ? '' : message.url.slice(at))
  const signature = headerOf(message, 'x-twilio-signature') ?? ''
  if (!isSignedByCarrier({ url, parameters: fields, signature }, secretsOf(settings))) {
    return refusedReading(403, 'Signature refused')
  }
  const of = (name: string) => fields.get(name) ?? ''
  if (settings.carrierAccount !== undefined && of('AccountSid') !== settings.carrierAccount) {
    return refusedReading(403, 'Another account')
  }
  const number = findNumber(settings, of('To'))
  if (!number) return refusedReading(403, 'Another number')
  if (of('CallSid') === '') return refusedReading(400, 'A call needs CallSid')
  const query = queryParameters(message.url)
  const call = { account, settings, query, fields, number, callId: of('CallSid'), receivedAt: message.receivedAt }
  return stepOf(call)
}

function stepOf(call: Call): CallbackReading {
  const step = (call.query.get('step') ?? 'answer') as Step
  if (step === 'status') return { kind: 'read', trust: 'signed', observations: [], reply: () => emptyReply }
  if (step === 'paid')
    return holdFirst(call) ?? (call.settings.way === 'spoken' ? tellCode(call) : askForDigits(call, 1))
  if (step === 'digits' && call.settings.way === 'keyed') return takeDigits(call)
  return answering(
    announcement(call.settings, call.number, nextUrl(call, { step: 'paid', at: minuteOf(call.receivedAt) })),
  )
}

const emptyReply: CallbackReply = { status: 204, headers: {}, body: '' }

function answering(xml: string): CallbackReading {
  return { kind: 'read', trust: 'signed', observations: [], reply: () => xmlReply(xml) }
}

function xmlReply(body: string): CallbackReply {
  return { status: 200, headers: { 'content-type': 'text/xml; charset=utf-8' }, body }
}

function nextUrl({ account }: Call, parameters: Readonly<Record<string, string | number>>): string {
  const query = Object.entries(parameters).map(([name, value]) => `${name}=${value}`)
  return `${account.callbackUrl}?${query.join('&')}`
}

/** The minute the call was answered, which its own next address carries, signed. */
function answeredAt({ query, receivedAt }: Call): number | undefined {
  const at = Number(query.get('at'))
  const now = minuteOf(receivedAt)
  return Number.isSafeInteger(at) && at <= now && at >= now - longestCallMinutes ? at : undefined
}

/** Where time is what is billed, neither way counts before the call has cost its price. */
function holdFirst(call: Call): CallbackReading | undefined {
  const { settings, query, number } = call
  const { perMinuteMinor } = settings
  if (perMinuteMinor === undefined || query.get('held') === '1') return undefined
  const minute = answeredAt(call)
  if (minute === undefined) return tooOld
  const seconds = Math.ceil((number.minor / perMinuteMinor) * 60)
  return answering(holding(settings, seconds, nextUrl(call, { step: 'paid', at: minute, held: 1 })))
}

const tooOld = refusedReading(400, 'This call is too old')

function tellCode(call: Call): CallbackReading {
  const { settings, number, callId } = call
  const minute = answeredAt(call)
  if (minute === undefined) return tooOld
  return answering(speakCode(settings, spokenCode({ callId, number, minute }, settings.secret)))
}

function askForDigits(call: Call, attempt: number): CallbackReading {
  if (attempt > mostTries) return answering(endCall(call.settings, 'sorry'))
  const action = nextUrl(call, { step: 'digits', try: attempt })
  const next = nextUrl(call, { step: 'digits', try: attempt, none: 1 })
  return answering(askDigits(call.settings, { action, isAgain: attempt > 1, next }))
}

function takeDigits(call: Call): CallbackReading {
  const code = payerCodeOfKeyed(call.fields.get('Digits') ?? '')
  if (code === undefined) return askForDigits(call, Number(call.query.get('try') ?? 1) + 1)
  const { account, settings, number, callId, receivedAt } = call
  const observation: Observation = {
    eventId: `call:${callId}`,
    // Each call is a payment of its own, even when two key in the same digits.
    reference: `call:${callId}`,
    correlator: undefined,
    payerCode: code,
    state: 'paid',
    amount: money(number.minor, settings.currency),
    isTest: account.mode === 'test',
    ...callerOf(call),
    at: receivedAt,
  }
  return {
    kind: 'read',
    trust: 'signed',
    observations: [observation],
    reply: (decisions) => xmlReply(endCall(settings, endingOf(decisions))),
  }
}

/** A withheld number is no telephone to count against. */
function callerOf({ fields }: Call): Readonly<{ payerAlias?: string }> {
  const from = fields.get('From') ?? ''
  return /^\+?\d{4,15}$/.test(from) ? { payerAlias: from } : {}
}

function endingOf([decision]: readonly Decision[]): Ending {
  if (decision?.outcome === 'settled') return 'open'
  return decision?.outcome === 'already_settled' ? 'already' : 'kept'
}

import type { Currency, Money } from '../money/money.ts'
import type { ChargeState, FailureCode, PricePoint, Rail } from '../money/rails.ts'
import type { Millis } from '../time/time.ts'
import type { Statement } from './provider-statement.ts'

/** A text of the panel in each of its languages. */
export type Words = Readonly<Record<string, string>>

export type ProviderFacts = Readonly<{
  /** Billed by a telecom operator: the law's caps per payment and per month apply. */
  isTelco: boolean
  /** True when the provider sells in its own name and owes the VAT. */
  providerOwesVat: boolean
  /** What the payer's network adds to the price, shown beside it. */
  addedCost: 'none' | 'text_message' | 'call'
  /** Where its payers may be, ISO 3166 codes; what one contract covers is the account's. */
  countries: readonly string[] | 'any'
  currencies: readonly Currency[]
  /** Any amount between two limits in minor units, or only the steps of the account's price ladder. */
  amounts: Readonly<{ minMinor: number; maxMinor: number }> | 'ladder'
  /** Pays within one request of a program, so it is never offered on a page. */
  isForPrograms?: true
  /**
   * How well the wire format is known. A: the provider's own public description or kit. B: two independent
   * implementations agree. C: one implementation.
   */
  evidence: 'A' | 'B' | 'C'
  /** What the adapter was run against besides our own fake, in English, for `docs/providers.md`; empty if nothing. */
  testedAgainst: string
}>

/** One field the operator fills in. */
export type SettingField = Readonly<{
  key: string
  label: Words
  isSecret: boolean
  pattern?: string
  minLength?: number
  /** One sentence on where to find it or what it does. */
  help?: Words
  placeholder?: string
  isOptional?: boolean
  /** The only values, where there are few. */
  choices?: readonly string[]
}>
/** An address to paste at the provider; `{callbackUrl}` in `value` stands for the account's own. */
export type PasteLine = Readonly<{ where: Words; value: string }>

/**
 * What an account asks of its operator. Conventions: `allowedAddresses` is checked by the door before the adapter reads
 * anything, and `previousSecret` is accepted beside `secret` while it is being changed.
 */
export type SettingsDescription = Readonly<{
  fields: readonly SettingField[]
  howToTest: Words
  whatToPaste?: readonly PasteLine[]
}>
export type ProviderSettings = Readonly<Record<string, string>>

/** What every adapter is given about its account; `callbackUrl` is the one to paste at the provider. */
export type AccountContext = Readonly<{
  accountId: string
  mode: 'test' | 'live'
  settings: ProviderSettings
  callbackUrl: string
  /** A message is only read and nothing is booked: the public secrets of providers' own examples are let through. */
  isRehearsal?: boolean
}>

export type ChargeRequest = Readonly<{
  account: AccountContext
  /** Unique for this charge; asking twice with the same one is the same request. */
  correlator: string
  amount: Money
  /** The step of the price ladder that is billed, where the rail has one. */
  pricePoint: PricePoint | undefined
  country: string
  locale: string
  /** What the payer texts or keys in. */
  payerCode: string
  /** What is bought, for a bill: `Contact K7P204`. */
  description: string
  /** Where the payer comes back to. */
  returnUrl: string
  /** A telephone number typed by the payer, where the rail asks for one, in E.164. */
  msisdn: string | undefined
  /** The provider's reference of a card or account the payer saved there, to pay with it once more. */
  savedInstrument?: string | undefined
  /** The payer agreed that the provider keeps the means used, for purchases each confirmed anew. */
  saveInstrument?: boolean
  /** What a program sent with its request to pay at once. */
  paymentProof?: string | undefined
  now: Millis
}>

/** What the payer has to do next. */
export type ChargeOpening =
  | Readonly<{ kind: 'redirect'; reference: string; url: string }>
  | Readonly<{ kind: 'form_post'; reference: string; action: string; fields: Readonly<Record<string, string>> }>
  | Readonly<{ kind: 'send_sms'; reference: string; shortCode: string; text: string }>
  | Readonly<{
      kind: 'dial'
      reference: string
      number: string
      /** Digits to key in; absent when a code is heard and typed. */
      keyIn?: string
    }>
  | Readonly<{ kind: 'enter_code'; reference: string; pattern: string }>
  | Readonly<{ kind: 'qr'; reference: string; payload: string; url?: string }>
  /** For programs: the headers and body of an answer 402. */
  | Readonly<{ kind: 'http402'; reference: string; headers: Readonly<Record<string, string>>; body: unknown }>
  | Readonly<{
      kind: 'observed'
      observation: Observation
      /** For programs: sent with the answer. */
      headers?: Readonly<Record<string, string>>
    }>
  /** Its headers, too, are for programs. */
  | Readonly<{ kind: 'refused'; failure: FailureCode; headers?: Readonly<Record<string, string>> }>

/** A card or account a provider keeps for a payer; `label` is fit to be shown, such as `Visa •••• 4242`. */
export type Instrument = Readonly<{ reference: string; label: string; expiresAt: Millis | undefined }>

/** What a provider told us about a charge. */
export type Observation = Readonly<{
  /** Unique for this event at this provider, for ever; the key of the callback inbox. */
  eventId: string
  /** The provider's own reference, once it has given one. */
  reference: string | undefined
  /** Our correlator, where the provider echoes it. */
  correlator: string | undefined
  /** The code the payer sent or keyed in, where that is what identifies the charge. */
  payerCode?: string | undefined
  state: ChargeState
  /** What was billed, tax included; required when `state` is `paid`. */
  amount: Money | undefined
  /** What the provider says it will pay out, when it says so. */
  payoutMinor?: number
  /** Taken back after payment: chargeback or claw-back, as a total for this charge. */
  reversedMinor?: number
  isTest: boolean
  /** The telephone alias or account billed, opaque; hashed before it is stored. */
  payerAlias?: string | undefined
  failure?: FailureCode
  /** The means the provider keeps, where the payer agreed to it. */
  instrument?: Instrument
  at: Millis
}>

export type CallbackMessage = Readonly<{
  method: string
  url: string
  headers: Readonly<Record<string, string>>
  body: Uint8Array
  address: string
  receivedAt: Millis
}>

/** What became of an observation, for the provider's reply. */
export type Decision = Readonly<{
  outcome:
    | 'settled'
    | 'already_settled'
    | 'credited'
    | 'pending'
    | 'failed'
    | 'ignored'
    | 'unknown'
    | 'suspense'
    | 'reversed'
  /** The text to send to the payer's telephone, where the rail has one; already in the payer's language. */
  text: string | undefined
}>

export type CallbackReply = Readonly<{ status: number; headers: Readonly<Record<string, string>>; body: string }>

/** How far the message can be believed: a hint is never acted on, the provider is asked instead. */
export type Trust = 'signed' | 'shared_token' | 'hint'

/** Words that a telephone user may send to us instead of a code; answered before anything else, free of charge. */
export type SmsCommand = 'stop' | 'contact'

export type CallbackReading =
  | Readonly<{ kind: 'refused'; reply: CallbackReply }>
  | Readonly<{
      kind: 'read'
      trust: Trust
      observations: readonly Observation[]
      /** STOP or CONTACT from a telephone. */
      command?: Readonly<{ word: SmsCommand; payerAlias: string; eventId: string }>
      /** The words a payer sent that hold no code of ours, shortened; for the reply and the operator. */
      unreadText?: string
      /** How the payer's text was understood when it was misspelled. */
      understood?: Readonly<{ received: string; as: string }>
      reply: (decisions: readonly Decision[]) => CallbackReply
    }>

export type RedeemRequest = Readonly<{
  account: AccountContext
  reference: string
  correlator: string
  code: string
  amount: Money
  now: Millis
}>
export type ReferenceRequest = Readonly<{ account: AccountContext; reference: string; correlator: string; now: Millis }>
export type InstrumentRequest = Readonly<{ account: AccountContext; reference: string; now: Millis }>
export type RefundRequest = Readonly<{
  account: AccountContext
  reference: string
  amount: Money
  /** What the charge collected in all; a provider that gives back everything or nothing needs it. */
  paid?: Money
  refundId: string
  /** It was asked for before and not answered: a refusal may mean that it is made already. */
  isRepeated?: boolean
  now: Millis
}>
/** `pending`: taken and not made yet; asked for again under the same id, the provider says what became of it. */
export type RefundObservation = Readonly<{ state: 'done' | 'pending' | 'refused'; reference: string }>
export type Health = Readonly<{ isHealthy: boolean; detail: string }>

/** The port every way of paying goes through. An ability is the presence of its function; no method repeats a charge. */
export interface PaymentProvider {
  readonly kind: string
  readonly rail: Rail
  readonly facts: ProviderFacts
  readonly settings: SettingsDescription
  /** Idempotent on the correlator. A network failure throws; the charge then stays open and the sweeper asks. */
  openCharge(request: ChargeRequest): Promise<ChargeOpening>
  /** Pure: bytes, headers and secrets in, reading out; never touches the books. */
  readonly readCallback?: (message: CallbackMessage, account: AccountContext) => CallbackReading
  readonly fetchCharge?: (request: ReferenceRequest) => Promise<Observation>
  readonly redeemCode?: (request: RedeemRequest) => Promise<Observation>
  /** Takes what a charge seen as `authorized` has reserved. Repeating it is harmless. */
  readonly captureCharge?: (request: ReferenceRequest) => Promise<Observation>
  readonly cancelCharge?: (request: ReferenceRequest) => Promise<Observation>
  readonly refundCharge?: (request: RefundRequest) => Promise<RefundObservation>
  /**
   * Gives up a means the provider keeps; one it no longer has is given up already. Its presence says that a payer may
   * have a means kept here at all.
   */
  readonly forgetInstrument?: (request: InstrumentRequest) => Promise<void>
  /** Reads the provider's own statement format, for reconciliation. @throws StatementUnreadable */
  readonly readStatement?: (file: Uint8Array) => Statement
  /** Sources such as `https://pay.example` that the payer's browser is sent to; the pages' policy must allow them. */
  readonly payerHosts?: (account: AccountContext) => readonly string[]
  readonly checkHealth?: (account: AccountContext) => Promise<Health>
}

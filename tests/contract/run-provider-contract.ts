import { describe, expect, test } from 'vitest'
import { UnusableAccount } from '../../lib/providers/account-settings.ts'
import type {
  AccountContext,
  CallbackMessage,
  CallbackReading,
  ChargeRequest,
  Decision,
  Observation,
  PaymentProvider,
  Trust,
} from '../../lib/providers/provider.ts'
import { providerOf } from '../../lib/providers/registry.ts'

export type Mutation = Readonly<{ name: string; message: CallbackMessage }>

/** How a provider signs, so that everything that is not its signature can be tried. */
export type Signing = Readonly<{
  /** The secret of `account`. */
  secret: string
  /** The genuine message, signed with another secret. */
  sign: (secret: string) => CallbackMessage
  /** The genuine message with its signature missing, empty or misshapen. */
  unsigned: readonly Mutation[]
  /** The genuine message with one bit of what is signed flipped each time. */
  flipped: readonly CallbackMessage[]
  /** The same meaning in other bytes, where bytes are what is signed. */
  respelled?: CallbackMessage
  /** The same signed fields in another order, where fields are what is signed. */
  reordered?: CallbackMessage
}>

/** A provider's word for where a charge stands, and ours; `arrange` makes the fake answer it. */
export type FetchedStatus = Readonly<{
  status: string
  state: Observation['state']
  arrange: () => void | Promise<void>
}>

export type ExactReply = Readonly<{
  decision: Decision
  status: number
  headers: Readonly<Record<string, string>>
  body: string
}>

export type ProviderContract = Readonly<{
  provider: PaymentProvider
  account: AccountContext
  /** How far a genuine callback is believed; `signed` unless said otherwise. */
  trust?: Trust
  signing?: Signing
  fetched?: Readonly<{ reference: string | (() => string); statuses: readonly FetchedStatus[] }>
  /** A callback as the provider really sends it, for a charge that was paid; absent where there are none. */
  genuine?: CallbackMessage
  paid?: Partial<Observation>
  /** The same message with one thing changed each time. */
  mutations?: readonly Mutation[]
  /** Settings that must stop the account from working, with the words the operator must read. */
  unusable: readonly Readonly<{ settings: Readonly<Record<string, string>>; says: RegExp }>[]
  replies?: readonly ExactReply[]
  charge: ChargeRequest
}>

/** These tell nothing of test or live in a message: an account of theirs is what the operator says it is. */
const withoutModes: readonly string[] = ['kannel', 'voice', 'neosurf']

export const everyOutcome = [
  'settled',
  'already_settled',
  'credited',
  'pending',
  'failed',
  'ignored',
  'unknown',
  'suspense',
  'reversed',
] as const

/** The same reply whatever was decided; one with a body is plain text. */
export function sameReply(status: number, body = ''): readonly ExactReply[] {
  const headers = body === '' ? {} : { 'content-type': 'text/plain; charset=utf-8' }
  return everyOutcome.map((outcome) => ({ decision: { outcome, text: 'never sent' }, status, headers, body }))
}

/** The reading of a provider whose callbacks the site accepts. */
export function readingOf(contract: Pick<ProviderContract, 'provider' | 'account'>, message: CallbackMessage) {
  const { provider, account } = contract
  if (!provider.readCallback) throw new Error(`${provider.kind} reads no callback`)
  return provider.readCallback(message, account)
}

/** What every adapter must do, whatever it speaks. */
export function runProviderContract(contract: ProviderContract): void {
  const { provider, account, genuine } = contract

  describe(`${provider.kind}: the contract of every provider`, () => {
    test('is the one the registry gives, and describes its settings in both languages', () => {
      expect(providerOf(provider.kind)).toBe(provider)
      expect(provider.facts.currencies.length).toBeGreaterThan(0)
      requireDescription(contract)
    })

    test('opens the same charge twice with one correlator as one charge', async () => {
      const first = await provider.openCharge(contract.charge)
      expect(first.kind).not.toBe('refused')
      expect(await provider.openCharge(contract.charge)).toEqual(first)
    })

    test.each(contract.unusable)('does not work with unsafe settings: $says', async ({ settings, says }) => {
      const unsafe = { ...account, settings: { ...account.settings, ...settings } }
      if (genuine) expect(() => readingOf({ provider, account: unsafe }, genuine)).toThrow(says)
      await expect(provider.openCharge({ ...contract.charge, account: unsafe })).rejects.toThrow(says)
    })

    test('never repeats a secret in what it says', async () => {
      const secrets = provider.settings.fields
        .filter((field) => field.isSecret)
        .map((field) => account.settings[field.key])
      const messages = [...(genuine ? [genuine] : []), ...(contract.mutations ?? []).map(({ message }) => message)]
      const said = [
        ...messages.map((message) => JSON.stringify(readingOf(contract, message))),
        JSON.stringify(await provider.openCharge(contract.charge)),
      ].join('\n')
      for (const secret of secrets) if (secret) expect(said).not.toContain(secret)
    })

    test('has no way to bill twice for one consent', () => {
      expect(Object.keys(provider).filter((key) => /subscri|recur|renew|repeat/i.test(key))).toEqual([])
    })

    test('is proved with a genuine callback where it reads any, and gives none where it reads none', () => {
      expect(provider.readCallback !== undefined).toBe(genuine !== undefined)
    })
  })

  if (genuine) describeCallbacks({ ...contract, genuine })
  if (genuine && contract.signing) describeSigning({ ...contract, genuine }, contract.signing)
  if (contract.fetched) describeFetching(contract, contract.fetched)
}

function requireDescription({ provider, account }: ProviderContract): void {
  const { fields, whatToPaste = [], howToTest } = provider.settings
  expect(fields.length).toBeGreaterThan(0)
  for (const field of fields) {
    expect(Object.keys(field.label).sort()).toEqual(['en', 'fr'])
    if (field.help) expect(Object.keys(field.help).sort()).toEqual(['en', 'fr'])
    if (/secret|password|apiKey/i.test(field.key)) expect(field.isSecret).toBe(true)
  }
  expect(Object.keys(howToTest).sort()).toEqual(['en', 'fr'])
  for (const { where } of whatToPaste) expect(Object.keys(where).sort()).toEqual(['en', 'fr'])
  const described = fields.map((field) => field.key)
  expect(Object.keys(account.settings).filter((key) => !described.includes(key))).toEqual([])
}

type WithCallbacks = ProviderContract & Readonly<{ genuine: CallbackMessage }>

function describeCallbacks(contract: WithCallbacks): void {
  const { provider, account, genuine } = contract

  describe(`${provider.kind}: callbacks`, () => {
    test('reads a genuine callback as money paid', () => {
      const reading = believed(readingOf(contract, genuine))
      expect(reading.observations).toHaveLength(1)
      if (contract.trust) expect(reading.trust).toBe(contract.trust)
      expect(reading.observations[0]).toMatchObject({
        state: 'paid',
        isTest: account.mode === 'test',
        ...contract.paid,
      })
    })

    test('reads a callback delivered a hundred times as the same event', () => {
      const first = believed(readingOf(contract, genuine))
      expect(first.observations[0]?.eventId.length).toBeGreaterThan(8)
      for (let times = 0; times < 100; times += 1) {
        expect(believed(readingOf(contract, structuredClone(genuine))).observations).toEqual(first.observations)
      }
    })

    test.each(contract.mutations ?? [])('refuses, or takes no harm from, a changed $name', ({ message }) => {
      const original = believed(readingOf(contract, genuine)).observations[0]
      const reading = readingOf(contract, message)
      if (reading.kind === 'refused') {
        expect(reading.reply.status).toBeGreaterThanOrEqual(400)
        return
      }
      for (const observation of reading.observations) requireHarmless(observation, { account, original })
    })

    test('takes no harm from half a message', () => {
      const original = believed(readingOf(contract, genuine)).observations[0]
      for (const message of halvesOf(genuine)) {
        const reading = readingOf(contract, message)
        if (reading.kind === 'refused') continue
        for (const observation of reading.observations) requireHarmless(observation, { account, original })
      }
    })

    test('says nothing of money to an account of the other mode, where the provider knows modes', () => {
      const mode = account.mode === 'test' ? 'live' : 'test'
      const reading = readOrClosed({ provider, account: { ...account, mode } }, genuine)
      if (!reading || reading.kind === 'refused' || withoutModes.includes(provider.kind)) return
      const paid = reading.observations.filter(({ state }) => state === 'paid')
      // A hint is never acted on: the provider is asked, with a key that belongs to one mode.
      if (reading.trust !== 'hint') for (const { isTest } of paid) expect(isTest).not.toBe(mode === 'test')
    })

    test('names the charge even before its own reference is known here', () => {
      const { trust, observations } = believed(readingOf(contract, genuine))
      for (const { correlator, payerCode } of observations)
        expect(trust === 'hint' || correlator !== undefined || payerCode !== undefined).toBe(true)
    })

    test.each(contract.replies ?? [])('answers $decision.outcome exactly', ({ decision, status, headers, body }) => {
      expect(believed(readingOf(contract, genuine)).reply([decision])).toEqual({ status, headers, body })
    })

    test('answers every outcome with success, so that the provider stops repeating itself', () => {
      for (const outcome of everyOutcome) {
        const reply = believed(readingOf(contract, genuine)).reply([{ outcome, text: undefined }])
        expect(reply.status).toBeGreaterThanOrEqual(200)
        expect(reply.status).toBeLessThan(300)
      }
    })
  })
}

type Original = Readonly<{ account: AccountContext; original: Observation | undefined }>

/** Money that a changed message speaks of is the money of the genuine one, for the same charge. */
function requireHarmless(observation: Observation, { account, original }: Original): void {
  expect(observation.isTest).toBe(account.mode === 'test')
  if (observation.state !== 'paid') return
  expect(observation.amount).toEqual(original?.amount)
  expect([undefined, original?.payerCode]).toContain(observation.payerCode)
  if (original?.payerCode === undefined) expect([undefined, original?.reference]).toContain(observation.reference)
}

function describeSigning(contract: WithCallbacks, signing: Signing): void {
  const { provider, account, genuine } = contract
  const read = (message: CallbackMessage, settings: Readonly<Record<string, string>> = {}) =>
    readingOf({ provider, account: { ...account, settings: { ...account.settings, ...settings } } }, message)
  const newSecret = `${signing.secret.slice(1)}9`

  describe(`${provider.kind}: signatures`, () => {
    test.each(signing.unsigned)('refuses a signature that is $name', ({ message }) => {
      expect(read(message).kind).toBe('refused')
    })

    test('refuses every single flipped bit', () => {
      expect(signing.flipped.length).toBeGreaterThan(20)
      for (const message of signing.flipped) expect(read(message).kind).toBe('refused')
    })

    test.each(['', ' ', 'x', `${signing.secret} `, newSecret, 'another-account-has-this-0123456789'])(
      'refuses what is signed with “%s”',
      (secret) => {
        expect(read(signing.sign(secret)).kind).toBe('refused')
      },
    )

    test('accepts both secrets while they are changed, and only the new one afterwards', () => {
      const during = { secret: newSecret, previousSecret: signing.secret }
      expect(read(genuine, during).kind).toBe('read')
      expect(read(signing.sign(newSecret), during).kind).toBe('read')
      expect(read(genuine, { secret: newSecret }).kind).toBe('refused')
    })

    if (signing.respelled) {
      const { respelled } = signing
      test('refuses the same meaning in other bytes', () => expect(read(respelled).kind).toBe('refused'))
    }
    if (signing.reordered) {
      const { reordered } = signing
      test('accepts the same fields in another order, as the same event', () => {
        expect(believed(read(reordered)).observations).toEqual(believed(read(genuine)).observations)
      })
    }
  })
}

function describeFetching(
  { provider, account, charge }: ProviderContract,
  { reference, statuses }: NonNullable<ProviderContract['fetched']>,
): void {
  describe(`${provider.kind}: asking`, () => {
    test.each(statuses)('$status is $state', async ({ state, arrange }) => {
      await arrange()
      const { correlator, amount, now } = charge
      const observation = await provider.fetchCharge?.({
        account,
        reference: typeof reference === 'string' ? reference : reference(),
        correlator,
        now,
      })
      expect(observation?.state).toBe(state)
      expect(observation?.amount).toEqual(state === 'paid' ? amount : undefined)
    })
  })
}

/** The start of the body and of the address's parameters, as when the line breaks. */
function halvesOf(message: CallbackMessage): CallbackMessage[] {
  const [path = '', search = ''] = message.url.split('?')
  return [0, 0.25, 0.5, 0.75, 0.95].flatMap((share) => [
    ...(message.body.length > 0 ? [{ ...message, body: message.body.slice(0, message.body.length * share) }] : []),
    ...(search ? [{ ...message, url: `${path}?${search.slice(0, search.length * share)}` }] : []),
  ])
}

/** @returns undefined when these settings close the account: a key may belong to the other mode. */
function readOrClosed(contract: Pick<ProviderContract, 'provider' | 'account'>, message: CallbackMessage) {
  try {
    return readingOf(contract, message)
  } catch (error) {
    if (error instanceof UnusableAccount) return undefined
    throw error
  }
}

/** A message with each byte of its body changed by one bit. */
export function flipBody(message: CallbackMessage): CallbackMessage[] {
  return [...message.body].map((byte, at) => {
    const body = Buffer.from(message.body)
    body[at] = byte ^ 1
    return { ...message, body }
  })
}

/** A message with each character of each parameter of its address changed. */
export function flipQuery(message: CallbackMessage): CallbackMessage[] {
  const url = new URL(message.url, 'https://annonces.example')
  return [...url.searchParams].flatMap(([name, value]) =>
    [...value].map((character, at) => {
      const changed = new URL(url)
      const other = character === '1' ? '2' : '1'
      changed.searchParams.set(name, value.slice(0, at) + other + value.slice(at + 1))
      return { ...message, url: changed.pathname + changed.search }
    }),
  )
}

export function believed(reading: CallbackReading) {
  if (reading.kind === 'refused') throw new Error(`refused with ${reading.reply.status}: ${reading.reply.body}`)
  return reading
}

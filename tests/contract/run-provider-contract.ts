import { describe, expect, test } from 'vitest'
import type {
  AccountContext,
  CallbackMessage,
  CallbackReading,
  ChargeRequest,
  Decision,
  Observation,
  PaymentProvider,
} from '../../lib/providers/provider.ts'
import { providerOf } from '../../lib/providers/registry.ts'

export type Mutation = Readonly<{ name: string; message: CallbackMessage }>

export type ProviderContract = Readonly<{
  provider: PaymentProvider
  account: AccountContext
  /** A callback as the provider really sends it, for a charge that was paid. */
  genuine: CallbackMessage
  paid: Partial<Observation>
  /** The same message with one thing changed each time. */
  mutations: readonly Mutation[]
  /** Settings that must stop the account from working, with the words the operator must read. */
  unusable: readonly Readonly<{ settings: Readonly<Record<string, string>>; says: RegExp }>[]
  replies: readonly Readonly<{
    decision: Decision
    status: number
    headers: Readonly<Record<string, string>>
    body: string
  }>[]
  charge: ChargeRequest
}>

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
      expect(provider.settings.fields.length).toBeGreaterThan(0)
      for (const field of provider.settings.fields) {
        expect(Object.keys(field.label).sort()).toEqual(['en', 'fr'])
        if (/secret|password|apiKey/i.test(field.key)) expect(field.isSecret).toBe(true)
      }
      const described = provider.settings.fields.map((field) => field.key)
      expect(Object.keys(account.settings).filter((key) => !described.includes(key))).toEqual([])
    })

    test('reads a genuine callback as money paid', () => {
      const reading = believed(readingOf(contract, genuine))
      expect(reading.observations).toHaveLength(1)
      expect(reading.observations[0]).toMatchObject({
        state: 'paid',
        isTest: account.mode === 'test',
        ...contract.paid,
      })
    })

    test('reads a callback delivered twice as the same event', () => {
      const first = believed(readingOf(contract, genuine))
      const second = believed(readingOf(contract, structuredClone(genuine)))
      expect(second.observations).toEqual(first.observations)
    })

    test('gives two different events two event ids', () => {
      const [one] = believed(readingOf(contract, genuine)).observations
      expect(one?.eventId.length).toBeGreaterThan(8)
    })

    test.each(contract.mutations)('refuses, or takes no harm from, a changed $name', ({ message }) => {
      const original = believed(readingOf(contract, genuine)).observations[0]
      const reading = readingOf(contract, message)
      if (reading.kind === 'refused') {
        expect(reading.reply.status).toBeGreaterThanOrEqual(400)
        return
      }
      for (const observation of reading.observations) {
        expect(observation.isTest).toBe(account.mode === 'test')
        if (observation.state !== 'paid') continue
        expect(observation.amount).toEqual(original?.amount)
        expect([undefined, original?.payerCode]).toContain(observation.payerCode)
        if (original?.payerCode === undefined) expect([undefined, original?.reference]).toContain(observation.reference)
      }
    })

    test.each(contract.replies)('answers $decision.outcome exactly', ({ decision, status, headers, body }) => {
      expect(believed(readingOf(contract, genuine)).reply([decision])).toEqual({ status, headers, body })
    })

    test('answers every outcome with success, so that the provider stops repeating itself', () => {
      for (const outcome of everyOutcome) {
        const reply = believed(readingOf(contract, genuine)).reply([{ outcome, text: undefined }])
        expect(reply.status).toBeGreaterThanOrEqual(200)
        expect(reply.status).toBeLessThan(300)
      }
    })

    test('opens the same charge twice with one correlator as one charge', async () => {
      const first = await provider.openCharge(contract.charge)
      expect(first.kind).not.toBe('refused')
      expect(await provider.openCharge(contract.charge)).toEqual(first)
    })

    test.each(contract.unusable)('does not work with unsafe settings: $says', async ({ settings, says }) => {
      const unsafe = { ...account, settings: { ...account.settings, ...settings } }
      expect(() => readingOf({ provider, account: unsafe }, genuine)).toThrow(says)
      await expect(provider.openCharge({ ...contract.charge, account: unsafe })).rejects.toThrow(says)
    })

    test('never repeats a secret in what it says', async () => {
      const secrets = provider.settings.fields
        .filter((field) => field.isSecret)
        .map((field) => account.settings[field.key])
      const said = [
        JSON.stringify(readingOf(contract, genuine)),
        ...contract.mutations.map(({ message }) => JSON.stringify(readingOf(contract, message))),
        JSON.stringify(await provider.openCharge(contract.charge)),
      ].join('\n')
      for (const secret of secrets) if (secret) expect(said).not.toContain(secret)
    })

    test('has no way to bill twice for one consent', () => {
      expect(Object.keys(provider).filter((key) => /subscri|recur|renew|repeat/i.test(key))).toEqual([])
    })
  })
}

export function believed(reading: CallbackReading) {
  if (reading.kind === 'refused') throw new Error(`refused with ${reading.reply.status}: ${reading.reply.body}`)
  return reading
}

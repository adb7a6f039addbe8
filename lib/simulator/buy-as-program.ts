import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Locale } from '../i18n/locales.ts'
import { currentTime, type Millis, second } from '../time/time.ts'
import { findRecord, saveRecord } from './companies/company-records.ts'
import { type Authorization, signatureOf, type WalletTrouble, wallets } from './companies/x402/program-wallets.ts'
import { insideOrigin } from './merchants.ts'
import { noteTraffic } from './traffic.ts'

/** What the program does: pays, pays from an empty wallet, sends one payment twice, or its payment's answer is lost. */
export const programEnds = ['accepted', 'no_credit', 'duplicate', 'lost'] as const
export type ProgramEnd = (typeof programEnds)[number]

/** One request of the program and its answer; what a bought contact says is left out. */
export type ProgramStep = Readonly<{ kind: 'asked' | 'paid' | 'repeated'; sent: string; status: number; got: string }>
export type ProgramRun = Readonly<{ ref: string; end: ProgramEnd; steps: readonly ProgramStep[]; hasContact: boolean }>

const required = z.object({
  accepts: z.array(z.looseObject({ network: z.string(), asset: z.string(), amount: z.string(), payTo: z.string() })),
})

type Order = Readonly<{ ref: string; end: ProgramEnd; locale: Locale; now: Millis }>

/**
 * Buys a contact as a program would: asks, is told the price by HTTP 402, signs a payment and asks again with it. It
 * knows of the site what any program knows.
 *
 * @returns The id by which the run is read again.
 */
export async function buyAsProgram(order: Order): Promise<Readonly<{ id: string; run: ProgramRun }>> {
  const steps = await stepsOf(order)
  const hasContact = steps.some(({ status }) => status === 200)
  const id = randomUUID().replaceAll('-', '')
  const run: ProgramRun = { ref: order.ref, end: order.end, steps, hasContact }
  saveRecord('program', { id, body: run, at: order.now })
  return { id, run }
}

export function findProgramRun(id: string): ProgramRun | undefined {
  return findRecord<ProgramRun>('program', id)
}

async function stepsOf({ ref, end, locale, now }: Order): Promise<ProgramStep[]> {
  const asked = await ask({ kind: 'asked', ref, locale, headers: {} })
  const wanted = asked.status === 402 ? required.safeParse(jsonIn(asked.required)).data?.accepts[0] : undefined
  if (!wanted) return [asked.step]
  const payment = payWith(end === 'no_credit' || end === 'lost' ? end : 'none', { wanted, now })
  const headers = { 'payment-signature': Buffer.from(JSON.stringify(payment)).toString('base64') }
  const paid = await ask({ kind: 'paid', ref, locale, headers: { ...headers, 'idempotency-key': randomUUID() } })
  if (end !== 'duplicate') return [asked.step, paid.step]
  // Whoever read the payment on its network sends it once more.
  const repeated = await ask({ kind: 'repeated', ref, locale, headers })
  return [asked.step, paid.step, repeated.step]
}

type Wanted = z.output<typeof required>['accepts'][number]

/** The envelope of version 2, signed by one of the demonstration's wallets. */
function payWith(trouble: WalletTrouble, { wanted, now }: Readonly<{ wanted: Wanted; now: Millis }>) {
  const seconds = Math.floor(now / second)
  const authorization: Authorization = {
    from: wallets.find((wallet) => wallet.trouble === trouble)?.address ?? '',
    to: wanted.payTo,
    value: wanted.amount,
    validAfter: String(seconds - 600),
    validBefore: String(seconds + 60),
    nonce: `0x${randomBytes(32).toString('hex')}`,
  }
  const { network, asset } = wanted
  const signature = signatureOf({ authorization, network, asset })
  return { x402Version: 2, accepted: wanted, payload: { signature, authorization } }
}

type Question = Readonly<{
  kind: ProgramStep['kind']
  ref: string
  locale: Locale
  headers: Readonly<Record<string, string>>
}>

async function ask({ kind, ref, locale, headers }: Question) {
  const path = `/api/v1/ads/${encodeURIComponent(ref)}/unlocks`
  const body = JSON.stringify({ waiver: true, country: 'FR', locale })
  const at = currentTime()
  const response = await fetch(insideOrigin() + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body,
  })
  const words = withoutContact(await response.text())
  const told = ['payment-required', 'payment-response'].flatMap((name) => {
    const value = response.headers.get(name)
    return value === null ? [] : [`${name}: ${decoded(value)}`]
  })
  const sent = Object.entries(headers).map(([name, value]) =>
    name === 'payment-signature' ? `${name}: ${decoded(value)}` : `${name}: ${value}`,
  )
  const step: ProgramStep = {
    kind,
    sent: [`POST ${path}`, ...sent, '', body].join('\n'),
    status: response.status,
    got: [...told, '', response.status === 402 ? '' : words].join('\n').trim(),
  }
  const durationMs = currentTime() - at
  const { status } = response
  noteTraffic({
    at,
    party: 'program',
    method: 'POST',
    url: path,
    request: step.sent,
    status,
    response: step.got,
    durationMs,
  })
  return { status, required: decoded(response.headers.get('payment-required') ?? ''), step }
}

/** What was bought is for the program alone: it is kept nowhere, and no page of the simulator shows it. */
function withoutContact(text: string): string {
  const answer = z.looseObject({ contact: z.record(z.string(), z.unknown()) }).safeParse(jsonIn(text))
  if (!answer.success) return text
  const contact = Object.fromEntries(Object.keys(answer.data.contact).map((name) => [name, '…']))
  return JSON.stringify({ ...answer.data, contact }, null, 2)
}

/** Headers of this protocol are JSON in base64. */
function decoded(header: string): string {
  const value = jsonIn(Buffer.from(header, 'base64').toString())
  return value === undefined ? header : JSON.stringify(value, null, 2)
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

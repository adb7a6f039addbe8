import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { UnusableAccount } from '../providers/account-settings.ts'
import type { AccountContext, CallbackMessage, CallbackReading, Decision } from '../providers/provider.ts'
import { findProvider, listProviders } from '../providers/registry.ts'
import { currentTime } from '../time/time.ts'

export const readingOutcomes = [
  'settled',
  'already_settled',
  'credited',
  'pending',
  'failed',
  'ignored',
  'unknown',
  'suspense',
  'reversed',
] as const satisfies readonly Decision['outcome'][]

const settingsFile = z.record(z.string(), z.union([z.string(), z.number().transform(String)]))
const messageFile = z.object({
  method: z.string().transform((method) => method.toUpperCase()),
  url: z.string().min(1),
  headers: z.record(z.string(), z.string()).default({}),
  bodyBase64: z.base64().default(''),
  /** Milliseconds, or seconds where the number is too small for them, or ISO 8601. */
  receivedAt: z
    .union([z.number().transform(milliseconds), z.iso.datetime({ offset: true }).transform(Date.parse)])
    .optional(),
  address: z.string().default(''),
})

type Options = Readonly<{
  settings: string
  message: string
  mode: 'test' | 'live'
  callbackUrl?: string
  outcome: Decision['outcome']
  text?: string
}>

/**
 * Prints what an adapter makes of one raw callback, as JSON: trust, observations and the exact reply, or the refusal.
 * Needs no site, no secret of its own and no database, and books nothing.
 *
 * @returns 0 when the message was read, 1 when the adapter refused it or the settings do not do. @throws Error with a sentence on bad files.
 */
export function providerReadCommand(kind: string, options: Options): number {
  const provider = findProvider(kind)
  if (!provider) throw new Error(`There is no adapter “${kind}”. There are: ${kindsThatRead().join(', ')}.`)
  if (!provider.readCallback) throw new Error(`${kind} receives no callbacks: it is asked instead.`)
  const given = readJson(options.message, messageFile)
  const message: CallbackMessage = {
    method: given.method,
    url: given.url,
    headers: given.headers,
    body: Buffer.from(given.bodyBase64, 'base64'),
    address: given.address,
    receivedAt: given.receivedAt ?? currentTime(),
  }
  const account: AccountContext = {
    accountId: 'rehearsal',
    mode: options.mode,
    settings: readJson(options.settings, settingsFile),
    callbackUrl: options.callbackUrl ?? withoutQuery(message.url),
    isRehearsal: true,
  }
  const { readCallback } = provider
  const { code, answer } = readOrExplain(() => readCallback(message, account), options)
  process.stdout.write(`${JSON.stringify(answer, undefined, 2)}\n`)
  return code
}

function shown(reading: CallbackReading, { outcome, text }: Options) {
  if (reading.kind === 'refused') return { trust: 'none', refused: true, observations: [], reply: reading.reply }
  const { trust, observations, command, unreadText, understood } = reading
  const decisions: Decision[] = observations.map(() => ({ outcome, text }))
  return {
    trust,
    refused: false,
    observations,
    ...(command ? { command } : {}),
    ...(unreadText === undefined ? {} : { unreadText }),
    ...(understood ? { understood } : {}),
    reply: reading.reply(decisions),
  }
}

/** What the site's door would answer, too. */
function readOrExplain(read: () => CallbackReading, options: Options): Readonly<{ code: number; answer: unknown }> {
  try {
    const reading = read()
    return { code: reading.kind === 'read' ? 0 : 1, answer: shown(reading, options) }
  } catch (error) {
    if (!(error instanceof UnusableAccount)) throw error
    return { code: 1, answer: { trust: 'none', refused: true, reason: error.message, observations: [] } }
  }
}

function milliseconds(time: number): number {
  return time < 100_000_000_000 ? time * 1000 : time
}

function kindsThatRead(): string[] {
  return listProviders()
    .filter(({ readCallback }) => readCallback)
    .map(({ kind }) => kind)
}

function withoutQuery(url: string): string {
  const bare = url.replace(/[?#].*$/, '')
  return bare.startsWith('/') ? `https://site.example${bare}` : bare
}

function readJson<Shape extends z.ZodType>(path: string, shape: Shape): z.output<Shape> {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`${path} cannot be read as JSON: ${error instanceof Error ? error.message : 'unknown'}`)
  }
  const result = shape.safeParse(content)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new Error(`${path}: ${issue?.path.join('.') || 'content'}: ${issue?.message ?? 'invalid'}`)
}

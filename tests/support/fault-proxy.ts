import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * What goes wrong between the site and a company.
 *
 * The company is never asked: `refuse` (nobody is there), `unheard` (the question is lost and we wait in vain). It hears
 * the question, and of its answer arrives: nothing (`reset`, `silence`), half (`half` says so, `cut` does not), another's
 * (`gateway`), all of it late (`slow`). It hears it long after we have given up: `belated`. Every other time: `flapping`.
 */
export const faults = [
  'refuse',
  'unheard',
  'reset',
  'silence',
  'half',
  'cut',
  'gateway',
  'slow',
  'belated',
  'flapping',
] as const
/** `hang`: no answer until the test lets go. */
export type Fault = (typeof faults)[number] | 'none' | 'hang'

export type Passing = Readonly<{ method: string; url: string; headers: Readonly<Record<string, string>>; body: string }>
type Answered = Readonly<{ status: number; headers: Readonly<Record<string, string>>; body: Buffer }>

type Options = Readonly<{
  /** Ends the waiting of whoever asked: the test's clock. */
  expire?: () => void
  /** Changes what the company hears, such as by dropping the mark that a repeated question is known by. */
  tamper?: (passing: Passing) => Passing
  /** Paths that pass unspoiled. */
  spares?: RegExp | undefined
}>

/** Stands before a company on loopback and spoils what passes. */
export async function startFaultProxy(target: string, { expire = () => undefined, tamper, spares }: Options = {}) {
  let fault: Fault = 'none'
  let which: 'all' | 'writes' = 'all'
  let passed = 0
  const heard: Passing[] = []
  const held: Passing[] = []
  const forward = (passing: Passing) => ask(target, tamper ? tamper(passing) : passing)

  let arrive: () => void = () => undefined
  let arrived = new Promise<void>((resolve) => {
    arrive = resolve
  })
  let release: () => void = () => undefined

  async function spoil(passing: Passing, now: Fault, outgoing: ServerResponse): Promise<unknown> {
    if (now === 'unheard' || now === 'belated') {
      if (now === 'belated') held.push(passing)
      return expire()
    }
    if (now === 'hang') {
      arrive()
      await new Promise<void>((resolve) => {
        release = resolve
      })
    }
    const answer = await forward(passing)
    if (now === 'reset') return outgoing.socket?.resetAndDestroy()
    if (now === 'silence') return expire()
    if (now === 'half' || now === 'cut') return cutShort(outgoing, answer, now)
    if (now === 'gateway') return outgoing.writeHead(502, { connection: 'close' }).end('<html>Bad Gateway</html>')
    if (now === 'slow') await wait(2)
    return outgoing.writeHead(answer.status, { ...answer.headers, connection: 'close' }).end(answer.body)
  }

  const server = createServer({ keepAliveTimeout: 1 }, async (incoming, outgoing) => {
    const isSpared = spares?.test(incoming.url ?? '') || (which === 'writes' && incoming.method === 'GET')
    if (isSpared) return spoil(await readAll(incoming), 'none', outgoing)
    passed += 1
    const now = fault === 'flapping' ? (passed % 2 === 0 ? 'none' : 'refuse') : fault
    if (now === 'refuse') return incoming.socket.resetAndDestroy()
    const passing = await readAll(incoming)
    heard.push(passing)
    return spoil(passing, now, outgoing)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** `writes`: what is only looked up passes unspoiled. */
    become: (next: Fault, spoiled: 'all' | 'writes' = 'all') => {
      fault = next
      which = spoiled
      passed = 0
    },
    /** What was held up reaches the company after all. */
    deliverBelated: async () => {
      for (const passing of held.splice(0)) await forward(passing)
    },
    /** Until a question hangs. */
    hanging: () => arrived,
    letGo: () => {
      arrived = new Promise<void>((resolve) => {
        arrive = resolve
      })
      release()
    },
    /** Every question that got as far as here. */
    heard,
    count: () => passed,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function readAll(incoming: IncomingMessage): Promise<Passing> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const { method = 'GET', url = '/', headers } = incoming
  const kept = Object.entries(headers).filter(([name]) => !/^(host|connection|content-length|accept-)/.test(name))
  return {
    method,
    url,
    headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
    body: Buffer.concat(chunks).toString(),
  }
}

async function ask(target: string, { method, url, headers, body }: Passing): Promise<Answered> {
  const answer = await fetch(target + url, {
    method,
    headers: { ...headers, connection: 'close' },
    ...(body === '' ? {} : { body }),
  })
  const kept = [...answer.headers].filter(([name]) => !/^(connection|keep-alive|content-length|transfer-)/.test(name))
  return { status: answer.status, headers: Object.fromEntries(kept), body: Buffer.from(await answer.arrayBuffer()) }
}

/** With its length said, the reader knows that something is missing; without, the end looks like an end. */
function cutShort(outgoing: ServerResponse, { status, headers, body }: Answered, how: 'half' | 'cut'): void {
  const first = body.subarray(0, body.length >> 1)
  const length = how === 'half' ? { 'content-length': String(body.length + 1) } : {}
  outgoing.writeHead(status, { ...headers, ...length, connection: 'close' })
  if (how === 'cut') outgoing.end(first)
  else outgoing.write(first, () => outgoing.socket?.resetAndDestroy())
}

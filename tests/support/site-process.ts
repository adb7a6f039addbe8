// Runs the built site in a process of its own, as an operator does, and talks to it without a browser's manners.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { join } from 'node:path'
import { serverFlags } from '../../lib/runtime/server-flags.ts'
import { root } from './source-files.ts'

export const siteSecret = 'kQ8v0Zr3xT6mJ1sW9yB4nF7hD2gL5pC-test-secret-only'
/** The public address of every site under test, whatever its port: two sites then write the same links. */
export const siteOrigin = 'http://obole.test'

/** Where the build to test is, from the root of the checkout. @throws when there is none: these tests never skip. */
export function builtSiteDir(): string {
  const dir = process.env['OBOLE_BUILD_DIR'] ?? '.next-test'
  if (existsSync(join(root, dir, 'BUILD_ID'))) return dir
  throw new Error('There is no build to test: run `npm test -- build` first, or name one in OBOLE_BUILD_DIR.')
}

export type Answer = Readonly<{
  status: number
  headers: IncomingHttpHeaders
  /** Names and values in turn, in the order they were sent. */
  rawHeaders: readonly string[]
  body: Buffer
}>
export type Ask = Readonly<{ method?: string; headers?: Readonly<Record<string, string>>; body?: string | Buffer }>

export type SiteProcess = Readonly<{
  port: number
  pid: number
  /** Everything the server printed so far. */
  output: () => string
  ask: (path: string, ask?: Ask) => Promise<Answer>
  /** A POST as our own page sends it, from an address of its own. */
  post: (path: string, fields: unknown, headers?: Readonly<Record<string, string>>) => Promise<Answer>
  stop: () => Promise<void>
  kill: () => Promise<void>
}>

/** What a site under test is told, for its process and for code here that works on the same directory. */
export function siteEnvironment(dir: string): Record<string, string> {
  return {
    OBOLE_DATA_DIR: dir,
    OBOLE_SECRET: siteSecret,
    OBOLE_ORIGIN: siteOrigin,
    OBOLE_MODE: 'demo',
    OBOLE_LOG_LEVEL: 'info',
  }
}

/** @param env laid over the usual environment, such as `{ OBOLE_MODE: 'live' }`. */
export async function startSite(dir: string, env: Readonly<Record<string, string>> = {}): Promise<SiteProcess> {
  const { NODE_OPTIONS: _, VITEST: __, ...inherited } = process.env
  const child = spawn(
    process.execPath,
    [...serverFlags, '--disable-warning=ExperimentalWarning', join(root, 'server.mjs')],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        ...inherited,
        ...siteEnvironment(dir),
        NODE_ENV: 'production',
        PORT: '0',
        OBOLE_HOST: '127.0.0.1',
        OBOLE_BUILD_DIR: builtSiteDir(),
        ...env,
      },
    },
  )
  const printed: string[] = []
  child.stdout?.on('data', (chunk: Buffer) => printed.push(chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => printed.push(chunk.toString()))
  const port = await portOf(child, printed)
  const agent = new Agent({ keepAlive: true, maxSockets: 128 })
  const ask = (path: string, options: Ask = {}) => send({ port, agent, path, ...options })
  const end = (signal: 'SIGTERM' | 'SIGKILL') => {
    agent.destroy()
    return ended(child, signal)
  }
  return {
    port,
    pid: child.pid ?? 0,
    output: () => printed.join(''),
    ask,
    post: (path, fields, headers = {}) =>
      ask(path, { method: 'POST', headers: { ...ownPage(), ...headers }, body: JSON.stringify(fields) }),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

/** The headers of a JSON request that one of our own pages makes. */
export function ownPage(): Record<string, string> {
  return { accept: 'application/json', 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
}

let lastAddress = 0
/** An address nobody else in this process used, to be sent as `X-Forwarded-For` to a site that trusts one proxy. */
export function newAddress(): string {
  lastAddress += 1
  return `10.${(lastAddress >> 16) & 255}.${(lastAddress >> 8) & 255}.${lastAddress & 255}`
}

function portOf(child: ChildProcess, printed: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${printed.join('').slice(0, 2000)}`)))
    child.once('message', (message) => resolve(Number((message as { port: number }).port)))
  })
}

function ended(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}

type Sent = Ask & Readonly<{ port: number; agent: Agent; path: string }>

function send({ port, agent, path, method = 'GET', headers = {}, body }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const call = request(
      { host: '127.0.0.1', port, agent, path, method, headers: { ...length, ...headers } },
      (reply) => {
        const chunks: Buffer[] = []
        reply.on('data', (chunk: Buffer) => chunks.push(chunk))
        reply.on('error', reject)
        reply.on('end', () =>
          resolve({
            status: reply.statusCode ?? 0,
            headers: reply.headers,
            rawHeaders: reply.rawHeaders,
            body: Buffer.concat(chunks),
          }),
        )
        // An event stream never ends by itself: its first bytes are its answer.
        if (String(reply.headers['content-type']).startsWith('text/event-stream')) {
          setTimeout(() => reply.destroy(), 300).unref()
          reply.on('close', () =>
            resolve({
              status: reply.statusCode ?? 0,
              headers: reply.headers,
              rawHeaders: reply.rawHeaders,
              body: Buffer.concat(chunks),
            }),
          )
        }
      },
    )
    call.setTimeout(30_000, () => call.destroy(new Error(`${method} ${path} took longer than 30 s`)))
    call.on('error', reject)
    call.end(body)
  })
}

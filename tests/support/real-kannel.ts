import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const programs = {
  bearerbox: '/usr/sbin/bearerbox',
  smsbox: '/usr/sbin/smsbox',
  handset: '/usr/lib/kannel/test/fakesmsc',
}

/** The programs that are not installed; none missing means that the real Kannel can be run. */
export function missingKannelPrograms(): string[] {
  return Object.values(programs).filter((path) => !existsSync(path))
}

export type KannelOptions = Readonly<{
  /** Where messages go, without the query: those to a short code, or without one all others. */
  services: readonly Readonly<{ callbackUrl: string; shortCode?: string }>[]
  retries?: number
}>

export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer())
  const ports: number[] = []
  for (const server of servers) {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (address && typeof address === 'object') ports.push(address.port)
  }
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}

/** Waits until `condition` holds, asking every 50 ms. */
export async function eventually(condition: () => boolean, timeoutMs = 15_000): Promise<void> {
  const until = Date.now() + timeoutMs
  while (!condition()) {
    if (Date.now() > until) throw new Error('it did not happen in time')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Starts Kannel on loopback in its own directory, with a fake operator's centre that handsets can write to. */
export async function startKannel(options: KannelOptions) {
  const dir = mkdtempSync(join(tmpdir(), 'obole-kannel-'))
  mkdirSync(join(dir, 'run'))
  const [admin = 0, box = 0, centre = 0, sendsms = 0] = await freePorts(4)
  const file = join(dir, 'kannel.conf')
  writeFileSync(file, configuration({ ...options, dir, ports: { admin, box, centre, sendsms } }))
  const children: ChildProcess[] = []
  const run = (path: string, args: readonly string[]) => {
    const child = spawn(path, args, { cwd: dir, stdio: ['ignore', 'pipe', 'pipe'] })
    children.push(child)
    return child
  }
  const isLogged = (log: string, words: RegExp) => {
    const path = join(dir, 'run', log)
    return existsSync(path) && words.test(readFileSync(path, 'latin1'))
  }
  run(programs.bearerbox, ['-v', '4', file])
  await eventually(() => isLogged('bearerbox.log', /MAIN: Start-up done/))
  run(programs.smsbox, ['-v', '4', file])
  await eventually(() => isLogged('bearerbox.log', /Started thread .*boxc_sender/))

  const stop = async () => {
    for (const child of children.reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue
      const closed = once(child, 'close')
      child.kill('SIGKILL')
      await closed
    }
    rmSync(dir, { recursive: true, force: true })
  }
  return {
    sendsmsUrl: `http://127.0.0.1:${sendsms}/cgi-bin/sendsms`,
    stop,
    /** Writes a text as a handset would, and collects what comes back to it. */
    handset: async (from: string, text: string, to = '81234') => {
      const child = run(programs.handset, [
        '-H',
        '127.0.0.1',
        '-r',
        String(centre),
        '-m',
        '1',
        `${from} ${to} text ${text}`,
      ])
      const state = { output: '' }
      const keep = (chunk: Buffer) => {
        state.output += chunk.toString('latin1')
      }
      child.stdout?.on('data', keep)
      child.stderr?.on('data', keep)
      return {
        received: () => receivedTexts(state.output),
        hangUp: async () => {
          const closed = once(child, 'close')
          child.kill('SIGKILL')
          await closed
        },
      }
    },
  }
}

type Ports = Readonly<{ admin: number; box: number; centre: number; sendsms: number }>

function configuration(options: KannelOptions & Readonly<{ dir: string; ports: Ports }>): string {
  const { dir, ports } = options
  return `
group = core
admin-port = ${ports.admin}
admin-interface = 127.0.0.1
admin-password = adm
admin-deny-ip = "*.*.*.*"
admin-allow-ip = "127.0.0.1"
smsbox-port = ${ports.box}
smsbox-interface = 127.0.0.1
box-deny-ip = "*.*.*.*"
box-allow-ip = "127.0.0.1"
store-type = file
store-location = "${dir}/run/kannel.store"
store-dump-freq = 1
dlr-storage = internal
log-file = "${dir}/run/bearerbox.log"
log-level = 0

group = smsc
smsc = fake
smsc-id = FAKE
our-host = 127.0.0.1
port = ${ports.centre}
connect-allow-ip = 127.0.0.1

group = smsbox
bearerbox-host = 127.0.0.1
bearerbox-port = ${ports.box}
sendsms-port = ${ports.sendsms}
sendsms-interface = 127.0.0.1
log-file = "${dir}/run/smsbox.log"
log-level = 0
http-request-retry = ${options.retries ?? 20}
http-queue-delay = 1
mo-recode = true

group = sendsms-user
username = app
password = sendsms-password
user-deny-ip = "*.*.*.*"
user-allow-ip = "127.0.0.1"
concatenation = true
max-messages = 3
${options.services.map(serviceOf).join('')}`
}

const parameters = 'from=%p&to=%P&ts=%T&id=%I&smsc=%i&kw=%k&text=%a&coding=%c&charset=%C'

/** A service for one short code takes every text whatever its first word; Kannel wants the words as an expression. */
function serviceOf({ callbackUrl, shortCode }: KannelOptions['services'][number]): string {
  return `
group = sms-service
${shortCode === undefined ? 'keyword = default' : `keyword-regex = .*\naccepted-smsc = FAKE\nallowed-receiver-prefix = ${shortCode}`}
catch-all = true
get-url = "${callbackUrl}?kind=mo&${parameters}"
max-messages = 3
concatenation = true
omit-empty = true
accept-x-kannel-headers = true
assume-plain-text = true
`
}

/** What the handset shows: a text of several parts is one, as the parts follow each other. */
function receivedTexts(output: string): string[] {
  const texts: string[] = []
  for (const [, message = ''] of output.matchAll(/Got message \d+: <(.*?)>$/gm)) {
    const part = /^(\S+ \S+) udh %05%00%03%..%..%(..) data (.*)$/.exec(message)
    if (!part) texts.push(message)
    else if (part[2] === '01') texts.push(`${part[1]} text ${decode(part[3])}`)
    else texts.push((texts.pop() ?? '') + decode(part[3]))
  }
  return texts
}

function decode(data: string | undefined): string {
  return decodeURIComponent((data ?? '').replaceAll('+', ' '))
}

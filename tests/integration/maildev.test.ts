// A real mail server in a process of its own: MailDev (MIT). What ours is stubborn about is in mail.test.ts.
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { commit } from '../../db/commit.ts'
import { deliverMails } from '../../lib/mail/deliver-mails.ts'
import { countMails, listMails } from '../../lib/mail/mail-queries.ts'
import { queueMail } from '../../lib/mail/mail-store.ts'
import { mailText } from '../../lib/mail/mail-text.ts'
import { day, minute } from '../../lib/time/time.ts'
import { root } from '../support/source-files.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

type Received = Readonly<{
  subject: string
  text: string
  html: string
  messageId: string
  headers: Readonly<Record<string, string>>
  to: readonly Readonly<{ address: string }>[]
}>

const now = Date.UTC(2026, 10, 22, 9)
const from = '"Sortie de Grange" <noreply@annonces.example>'
let smtpPort: number
let webPort: number
let server: ChildProcess
let database: TestDatabase

beforeAll(async () => {
  smtpPort = await freePort()
  webPort = await freePort()
  server = await startMailDev()
}, 60_000)
afterAll(() => stop())
beforeEach(async () => {
  database = openTestDatabase()
  await fetch(`http://127.0.0.1:${webPort}/email/all`, { method: 'DELETE' })
})
afterEach(() => database.close())

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

async function startMailDev(): Promise<ChildProcess> {
  const ports = ['-s', String(smtpPort), '-w', String(webPort), '--ip', '127.0.0.1', '--web-ip', '127.0.0.1']
  const child = spawn(
    process.execPath,
    [join(root, 'node_modules/maildev/bin/maildev'), ...ports, '--incoming-user', 'app', '--incoming-pass', 'pw'],
    { stdio: 'ignore' },
  )
  for (let tries = 0; tries < 100; tries += 1) {
    const isUp = await fetch(`http://127.0.0.1:${webPort}/email`).then(
      () => true,
      () => false,
    )
    if (isUp) return child
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('MailDev did not start')
}

function stop(): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve()
    server.once('exit', () => resolve())
    server.kill('SIGTERM')
  })
}

function deliver(at = now, password = 'pw') {
  return deliverMails({ smtpUrl: `smtp://app:${password}@127.0.0.1:${smtpPort}`, from }, at)
}

/** What the server shows once it has read as many; it does so a moment after it took them. */
async function received(count: number): Promise<readonly Received[]> {
  for (let tries = 0; ; tries += 1) {
    const mails = (await (await fetch(`http://127.0.0.1:${webPort}/email`)).json()) as Received[]
    if (mails.length >= count || tries === 50) return mails
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

function code(locale: 'fr' | 'en', key = 'code:1') {
  const letter = mailText('signInCode', locale, { code: '12345678', minutes: 20 })
  return queueMail({ dedupeKey: key, to: `${locale}@example.org`, locale, letter }, now)
}

test('mails arrive in both languages, as text and as a drawing that says the same', async () => {
  await commit([code('fr', 'a'), code('en', 'b')])

  expect(await deliver()).toEqual({ sent: 2, failed: 0 })

  const mails = await received(2)
  const french = mails.find(({ to }) => to[0]?.address === 'fr@example.org')
  const english = mails.find(({ to }) => to[0]?.address === 'en@example.org')
  expect(french?.subject).toBe('Votre code de connexion : 12345678')
  expect(english?.text).toContain('This is the code to sign in')
  expect(french?.html).toContain('letter-spacing:2px')
  expect(french?.html).not.toMatch(/<script|<img|url\(/i)
})

test('what nobody asked for says how to stop it', async () => {
  const letter = {
    subject: 'Vos annonces',
    text: 'Toujours là ?\n',
    unsubscribeUrl: 'https://annonces.example/fr/stop',
  }
  await commit([queueMail({ dedupeKey: 'weekly', to: 'lea@example.org', locale: 'fr', letter }, now)])
  await deliver()

  const [mail] = await received(1)
  expect(JSON.stringify(mail?.headers)).toContain('https://annonces.example/fr/stop')
})

test('a wrong password of ours is shown, and the mail waits until it is put right', async () => {
  await commit([code('fr')])

  expect(await deliver(now, 'wrong')).toEqual({ sent: 0, failed: 1 })

  expect(await received(0)).toHaveLength(0)
  expect(listMails(1)[0]?.error).toMatch(/535|Invalid login/)
  expect((await deliver(now + minute)).sent).toBe(1)
})

test('two hundred mails go out, each once', async () => {
  await commit(Array.from({ length: 200 }, (_, at) => code(at % 2 === 0 ? 'fr' : 'en', `code:${at}`)))
  let sent = 0
  for (let run = 0; run < 10; run += 1) sent += (await deliver()).sent

  const mails = await received(200)
  expect([sent, mails.length, new Set(mails.map(({ messageId }) => messageId)).size]).toEqual([200, 200, 200])
})

test('a server that is down loses nothing: the mail goes once it is back', async () => {
  await commit([code('fr')])
  await stop()
  expect(await deliver()).toEqual({ sent: 0, failed: 1 })
  expect(countMails()).toEqual({ waiting: 1, given_up: 0 })

  server = await startMailDev()
  expect((await deliver(now + minute)).sent).toBe(1)
  expect((await deliver(now + day)).sent).toBe(0)
  expect(await received(1)).toHaveLength(1)
})

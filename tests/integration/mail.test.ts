import { afterEach, beforeEach, expect, test } from 'vitest'
import { reader } from '../../db/client.ts'
import { commit, one } from '../../db/commit.ts'
import { writeSql } from '../../db/statement.ts'
import { deliverMails } from '../../lib/mail/deliver-mails.ts'
import { leaseMs } from '../../lib/mail/mail.ts'
import { countMails, listDueMails, listMails } from '../../lib/mail/mail-queries.ts'
import { forgetMails, leaseMail, markMailFailed, markMailSent, queueMail } from '../../lib/mail/mail-store.ts'
import { listDueTexts } from '../../lib/mail/text-outbox-queries.ts'
import { forgetTexts, markTextSent, queueText } from '../../lib/mail/text-outbox-store.ts'
import { day, minute } from '../../lib/time/time.ts'
import { type SmtpServer, startSmtpServer } from '../support/smtp-server.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

const now = Date.UTC(2026, 10, 22, 9)
const from = '"Sortie de Grange" <noreply@annonces.example>'
let database: TestDatabase
let server: SmtpServer

beforeEach(async () => {
  database = openTestDatabase()
  server = await startSmtpServer()
})
afterEach(async () => {
  await server.close()
  database.close()
})

function mail(dedupeKey = 'receipt:1', text = 'Votre reçu.\n.une ligne qui commence par un point\n') {
  const letter = { subject: 'Votre reçu n° 1', text }
  return queueMail({ dedupeKey, to: 'lea@example.org', locale: 'fr', letter }, now)
}

function deliver(at = now, smtpUrl: string | undefined = server.url) {
  return deliverMails({ smtpUrl, from }, at)
}

test('a queued mail reaches the mail server once, readable and dot-stuffed', async () => {
  await commit([mail()])

  expect(await deliver()).toEqual({ sent: 1, failed: 0 })
  expect(await deliver(now + day)).toEqual({ sent: 0, failed: 0 })

  const [received] = server.mails
  expect(server.mails).toHaveLength(1)
  expect(received).toMatchObject({ from: 'noreply@annonces.example', to: 'lea@example.org' })
  expect(received?.data).toContain('=?UTF-8?Q?')
  expect(received?.data).toContain('Content-Type: text/plain; charset=utf-8')
  expect(received?.data).toContain('.une ligne qui commence par un point')
})

test('the same reason queues one mail, however often it is given', async () => {
  await commit([mail()])
  await commit([mail(), mail()])

  expect(listMails(10)).toHaveLength(1)
})

test('a mail exists only when what caused it was kept', async () => {
  const refused = one(writeSql('update members set locale = ? where id = ?')('fr', 'nobody'), 'not_found')

  await expect(commit([mail(), refused])).rejects.toThrow('not_found')

  expect(listMails(10)).toHaveLength(0)
})

test('two processes that start at once send a mail once', async () => {
  for (let at = 0; at < 8; at += 1) await commit([mail(`receipt:${at}`)])

  const counts = await Promise.all([deliver(), deliver(), deliver()])

  expect(server.mails).toHaveLength(8)
  expect(counts.reduce((sum, { sent }) => sum + sent, 0)).toBe(8)
})

test('a crash between taking and sending costs a delay, not the mail', async () => {
  await commit([mail()])
  const [due] = listDueMails(now, 1)
  if (due) await commit([leaseMail(due, now + leaseMs)])

  expect((await deliver(now + minute)).sent).toBe(0)
  expect((await deliver(now + leaseMs)).sent).toBe(1)
  expect(server.mails).toHaveLength(1)
})

// The line is cut after the server took the mail: nobody can know, so it goes again under the name it had.
test('a mail whose fate is unknown is repeated under the same Message-ID', async () => {
  await commit([mail()])
  server.answerWith('drop')
  expect((await deliver()).failed).toBe(1)
  server.answerWith('250 ok')
  expect((await deliver(now + minute)).sent).toBe(1)

  const ids = server.mails.map(({ data }) => /^Message-ID: (.*)$/im.exec(data)?.[1])
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
})

test('a busy server is tried again, later each time, and given up in the end', async () => {
  await commit([mail()])
  server.answerWith('451 4.3.0 later')
  const waits: number[] = []
  let at = now
  for (let attempt = 0; attempt < 7; attempt += 1) {
    expect((await deliver(at)).failed).toBe(1)
    expect((await deliver(at)).failed).toBe(0)
    waits.push(at)
    while (listDueMails(at, 1).length === 0 && at < now + 8 * day) at += minute
  }
  const gaps = waits.slice(1).map((time, place) => time - (waits[place] ?? 0))
  expect([...gaps].sort((left, right) => left - right)).toEqual(gaps)

  expect((await deliver(at)).failed).toBe(1)
  expect(countMails()).toEqual({ waiting: 0, given_up: 1 })
  expect(listMails(1)[0]?.error).toContain('451')
})

test('an address the server refuses for good is not tried again', async () => {
  await commit([mail()])
  server.answerWith('550 5.1.1 no such box')

  expect((await deliver()).failed).toBe(1)

  expect(countMails()).toEqual({ waiting: 0, given_up: 1 })
})

test('without a mail server nothing leaves and nothing is lost', async () => {
  await commit([mail()])

  expect(await deliverMails({ smtpUrl: undefined, from }, now)).toEqual({ sent: 0, failed: 0 })

  expect(countMails()).toEqual({ waiting: 1, given_up: 0 })
  expect((await deliver()).sent).toBe(1)
})

test('a header cannot be smuggled in through an address or a subject', async () => {
  const letter = { subject: 'Bonjour\r\nBcc: tous@example.org', text: 'x' }
  expect(() =>
    queueMail({ dedupeKey: 'a', to: 'a@example.org\r\nBcc: b@example.org', locale: 'fr', letter }, now),
  ).toThrow()
  await commit([queueMail({ dedupeKey: 'b', to: 'a@example.org', locale: 'fr', letter }, now)])
  await deliver()

  expect(server.mails[0]?.data).not.toMatch(/^Bcc:/im)
})

test('what is old is forgotten once it was sent or given up; what waits is kept', async () => {
  await commit([mail('sent'), mail('given-up'), mail('waits')])
  const [sent, failed] = listDueMails(now, 2)
  await commit([
    markMailSent(sent?.id ?? '', now),
    markMailFailed({ id: failed?.id ?? '', attempts: 0 }, { error: '550', next: undefined }),
    queueText({ dedupeKey: 'sent', to: '+33639980001', text: 'Code 1' }, now),
  ])
  await commit([markTextSent(listDueTexts(now, 1)[0]?.id ?? '', now)])
  await commit([queueText({ dedupeKey: 'waits', to: '+33639980002', text: 'Code 2' }, now)])
  const countTexts = () => reader().$client.prepare('select count(*) from outbox_texts').pluck().get()

  await commit([forgetMails(now), forgetTexts(now)])
  expect([listMails(10).length, countTexts()]).toEqual([3, 2])
  await commit([forgetMails(now + 1), forgetTexts(now + 1)])
  expect([listMails(10).length, countTexts()]).toEqual([1, 1])
  expect([listDueMails(now, 10).length, listDueTexts(now, 10).length]).toEqual([1, 1])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { writer } from '../../db/client.ts'
import { eur } from '../../lib/money/money.ts'
import type { ProviderAccount } from '../../lib/providers/accounts.ts'
import { findAccount } from '../../lib/providers/accounts-queries.ts'
import type { Charge } from '../../lib/purchases/purchases.ts'
import { databaseDigest } from '../support/database-digest.ts'
import {
  allopassDoor,
  askOf,
  camaraDoor,
  companyDoor,
  type Door,
  dimocoDoor,
  forgery,
  fortumoDoor,
  kannelDoor,
  voiceDoor,
} from '../support/forged-callbacks.ts'
import { type HttpSite, openHttpSite } from '../support/http-site.ts'

const forgeries = 20_000
const atOnce = 24
const addresses = ['198.51.100.7', '198.51.100.8', '203.0.113.9', '2001:db8::7']
/** Their notifications are hints, and their companies are not there while the doors are tried. */
const mustSayAgain: ReadonlySet<string> = new Set(['allopass', 'camara'])
/** How many refusals of one address are written down in an hour. */
const writtenDown = 60

let http: HttpSite
beforeAll(async () => {
  http = await openHttpSite()
}, 120_000)
afterAll(() => http.close(), 30_000)

async function openCharge(accountId: string): Promise<Charge> {
  const ad = await http.addAd(eur(300))
  const token = http.quote(ad, accountId)
  const nobody = { deviceHash: undefined, payerIds: [], memberId: undefined }
  await http.site.buy(nobody, token, { now: Date.now() })
  return http.site.chargeOf(token)
}

function accountOf(id: string): ProviderAccount {
  const account = findAccount(id)
  if (!account) throw new Error(`there is no account ${id}`)
  return account
}

async function openDoors(): Promise<Readonly<{ doors: readonly Door[]; card: Charge; text: Charge }>> {
  const card = await openCharge('card-eur')
  const text = await openCharge('sms-83000')
  const correlator = 'correlator-0123456789'
  const doors = [
    companyDoor(accountOf('card-eur'), card),
    kannelDoor(accountOf('sms-83000'), text.payerCode ?? ''),
    fortumoDoor(accountOf('fortumo'), `ANNONCE ${text.payerCode}`),
    dimocoDoor(accountOf('dimoco'), correlator),
    voiceDoor(accountOf('voice')),
    allopassDoor(accountOf('allopass'), correlator),
    camaraDoor(accountOf('camara'), correlator),
  ]
  // Nobody asks about these while the doors are tried: what changes then was changed by a forgery.
  writer().$client.prepare('update charges set next_check_at = null').run()
  return { doors, card, text }
}

const send = (door: Door, parts: Parameters<typeof askOf>[1], address: string) => {
  const { path, headers, ...ask } = askOf(door, parts)
  return http.server.ask(path, { ...ask, headers: { ...headers, 'x-forwarded-for': address } })
}

test('of 20,000 forged messages none is taken in, and they leave a few counted lines', async () => {
  const { doors, card } = await openDoors()
  const before = databaseDigest(http.dir, ['audit_log'])
  const linesBefore = http.site.count('audit_log')
  const statuses = new Map<string, number>()
  let next = 0
  const worker = async () => {
    for (let number = next++; number < forgeries; number = next++) {
      const door = doors[number % doors.length]
      if (!door) throw new Error('there is no door')
      const parts = forgery(door, Math.floor(number / doors.length))
      const { status } = await send(door, parts, addresses[number % addresses.length] ?? '')
      const seen = `${door.account.kind} ${status}`
      statuses.set(seen, (statuses.get(seen) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const answered = [...statuses.values()].reduce((sum, count) => sum + count, 0)
  expect(answered).toBe(forgeries)
  expect([...statuses.keys()].filter((seen) => !/ 4\d\d$/.test(seen))).toEqual([])
  expect(databaseDigest(http.dir, ['audit_log'])).toEqual(before)
  const lines = http.site.count('audit_log') - linesBefore
  expect(lines).toBeGreaterThan(0)
  expect(lines).toBeLessThanOrEqual(addresses.length * writtenDown)

  // The control: each message, untouched, is let in, and the one about a charge of ours opens the access.
  const refused = () => http.site.count('audit_log', "action = 'callback_refused'")
  const refusedBefore = refused()
  for (const door of doors) {
    const { status } = await send(door, door.write(door.account.settings['secret'] ?? ''), '192.0.2.55')
    // Believed, but a hint about no charge of ours while its company is away: it is asked to say it again.
    const expected = mustSayAgain.has(door.account.kind) ? '503' : '2xx'
    expect(`${door.account.kind} ${status}`.replace(/2\d\d$/, '2xx')).toBe(`${door.account.kind} ${expected}`)
  }
  expect(refused()).toBe(refusedBefore)
  expect(http.site.count('unlocks', `purchase_id = '${card.purchaseId}'`)).toBe(1)
}, 300_000)

// The server is killed in the middle of sales, again and again: whoever was told "yours" keeps it, nobody pays twice.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase } from '../../db/client.ts'
import { readConfig, useConfig } from '../../lib/config/env.ts'
import { sealLedger } from '../../lib/ledger/seal-ledger.ts'
import { verifyLedger } from '../../lib/ledger/verify-ledger.ts'
import { eur } from '../../lib/money/money.ts'
import { closeLimits } from '../../lib/rate-limit/rate-limit.ts'
import { day } from '../../lib/time/time.ts'
import { type Browser, browserWithBalance } from '../support/http-site.ts'
import { newAddress, type SiteProcess, siteEnvironment, startSite } from '../support/site-process.ts'
import { openTestSite, type TestAd } from '../support/test-site.ts'

const cycles = Number(process.env['OBOLE_KILL_CYCLES'] ?? 50)
const inFlight = 6
const adCount = 40
const priceMinor = 100
const fundedMinor = 4500

type Acknowledged = Readonly<{ browser: number; ad: number; quote: string; purchaseId: string }>

const folder = mkdtempSync(join(tmpdir(), 'obole-kill-'))
const dir = join(folder, 'data')
const ads: TestAd[] = []
const browsers: Browser[] = []
/** What the server told a client, kept where its death cannot reach. */
const acknowledged: Acknowledged[] = []
let site: Awaited<ReturnType<typeof openTestSite>>

beforeAll(async () => {
  site = await openTestSite({ ...siteEnvironment(dir), OBOLE_LOG_LEVEL: 'silent' })
  for (let at = 0; at < adCount; at += 1)
    ads.push(await site.addAd({ price: eur(priceMinor), expiresAt: Date.now() + 60 * day }))
  browsers.push(...(await Promise.all(Array.from({ length: 200 }, () => browserWithBalance(eur(fundedMinor))))))
  // No connection of ours may stay open: the server alone must bring the database back after each death.
  closeDatabase()
  closeLimits()
}, 120_000)
afterAll(() => {
  site.close()
  rmSync(folder, { recursive: true, force: true })
})

type Order = Readonly<{ browser: number; ad: number; quote: string }>
let nextOrder = 0
const orderAt = (at: number): Order => ({
  browser: Math.floor(at / adCount),
  ad: at % adCount,
  quote: site.quote(ads[at % adCount] as TestAd, 'wallet-eur', { now: Date.now() }),
})

function send(server: SiteProcess, { browser, quote }: Order) {
  const headers = { cookie: browsers[browser]?.cookie ?? '', 'x-forwarded-for': newAddress() }
  return server.post('/api/v1/purchases', { locale: 'fr', quote, waiver: true }, headers)
}

/** Buys until the server is gone. @returns What was under way then: the client does not know what became of it. */
async function buyUntilDeath(server: SiteProcess): Promise<Order[]> {
  const unsure: Order[] = []
  const line = async () => {
    for (;;) {
      const order = orderAt(nextOrder)
      nextOrder += 1
      if (order.browser >= browsers.length) throw new Error('the test ran out of browsers')
      try {
        const answer = await send(server, order)
        expect(answer.status).toBe(201)
        acknowledged.push({ ...order, purchaseId: JSON.parse(answer.body.toString()).purchaseId })
      } catch (error) {
        if (error instanceof Error && error.name === 'AssertionError') throw error
        unsure.push(order)
        return
      }
    }
  }
  const lines = Promise.all(Array.from({ length: inFlight }, line))
  const enough = acknowledged.length + 1 + Math.floor(Math.random() * 40)
  const deadline = Date.now() + 10_000
  while (acknowledged.length < enough && Date.now() < deadline) await wait(1)
  await wait(Math.random() * 8)
  await server.kill()
  await lines
  return unsure
}

test(`${cycles} deaths lose no sale that was acknowledged and charge nobody twice`, async () => {
  let server = await startSite(dir, { OBOLE_TRUSTED_PROXIES: '1' })
  let retried = 0
  let slowestStartMs = 0
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const before = acknowledged.length
    const unsure = await buyUntilDeath(server)
    const startedAt = performance.now()
    server = await startSite(dir, { OBOLE_TRUSTED_PROXIES: '1' })
    slowestStartMs = Math.max(slowestStartMs, performance.now() - startedAt)
    // The client tries again with the very same quote; and what it was already told is told again.
    for (const order of unsure) {
      const answer = await send(server, order)
      expect(answer.status).toBe(201)
      acknowledged.push({ ...order, purchaseId: JSON.parse(answer.body.toString()).purchaseId })
      retried += 1
    }
    const last = acknowledged[before]
    if (last) expect(JSON.parse((await send(server, last)).body.toString()).purchaseId).toBe(last.purchaseId)
    for (const browser of new Set(acknowledged.slice(before).map((sale) => sale.browser)))
      await requireKept(server, browser)
  }
  await server.stop()
  console.log(
    JSON.stringify({ cycles, sales: acknowledged.length, retried, slowestStartMs: Math.round(slowestStartMs) }),
  )
  expect(acknowledged.length - retried).toBeGreaterThan(cycles * 2)
  expect(retried).toBeGreaterThan(cycles)
  expect(await faultsIn(dir)).toEqual([])
}, 1_800_000)

/** What the site itself tells a browser it owns, against what it was told before. */
async function requireKept(server: SiteProcess, browser: number): Promise<void> {
  const me = await server.ask('/api/v1/me', { headers: { cookie: browsers[browser]?.cookie ?? '' } })
  const { unlockedRefs, walletMinor } = JSON.parse(me.body.toString()) as {
    unlockedRefs: string[]
    walletMinor: number
  }
  const own = acknowledged.filter((sale) => sale.browser === browser)
  for (const sale of own) expect(unlockedRefs).toContain(ads[sale.ad]?.ref)
  expect(walletMinor + unlockedRefs.length * priceMinor).toBe(fundedMinor)
}

/** Everything that is wrong in a database, given what was acknowledged. */
async function faultsIn(data: string): Promise<string[]> {
  const client = new Database(join(data, 'obole.db'))
  const faults: string[] = []
  const integrity = client.pragma('integrity_check', { simple: true })
  if (integrity !== 'ok') faults.push(`integrity: ${integrity}`)
  const unlock = client
    .prepare('select purchase_id from unlocks where payer_id = ? and ad_id = ? and revoked_at is null')
    .pluck()
  for (const sale of acknowledged) {
    const found = unlock.get(browsers[sale.browser]?.payer.payerIds[0], ads[sale.ad]?.id)
    if (found !== sale.purchaseId) faults.push(`sale ${sale.purchaseId} is ${found ?? 'lost'}`)
  }
  const payers = client
    .prepare(
      `select w.payer_id as id, w.balance_minor + (select count(*) from unlocks u where u.payer_id = w.payer_id) * ${priceMinor} as sum,
        (select count(*) from purchases p where p.payer_id = w.payer_id and p.state = 'settled')
          - (select count(*) from unlocks u where u.payer_id = w.payer_id) as odd from wallets w`,
    )
    .all() as { id: string; sum: number; odd: number }[]
  for (const { id, sum, odd } of payers) {
    if (sum !== fundedMinor) faults.push(`balance and purchases of ${id} are ${sum}, not ${fundedMinor}`)
    if (odd !== 0) faults.push(`${id} has ${odd} purchases more than contacts`)
  }
  client.close()
  closeDatabase()
  useConfig(readConfig({ ...siteEnvironment(data), OBOLE_LOG_LEVEL: 'silent' }))
  await sealLedger()
  for (const fault of verifyLedger().faults) faults.push(JSON.stringify(fault))
  closeDatabase()
  return faults
}

test('the check sees one lost sale, one charge too many and one changed entry', async () => {
  const plant = async (name: string, sql: string) => {
    const copy = join(folder, name)
    cpSync(dir, copy, { recursive: true })
    const client = new Database(join(copy, 'obole.db'))
    client.pragma('foreign_keys = OFF')
    for (const trigger of client.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all()) {
      client.exec(`drop trigger "${trigger}"`)
    }
    expect(client.prepare(sql).run().changes).toBe(1)
    client.close()
    return faultsIn(copy)
  }
  const sale = acknowledged.at(-1)
  expect(await plant('lost', `delete from unlocks where purchase_id = '${sale?.purchaseId}'`)).toEqual(
    expect.arrayContaining([expect.stringContaining('is lost')]),
  )
  expect(
    await plant(
      'twice',
      `update wallets set balance_minor = balance_minor - ${priceMinor} where id in (select id from wallets order by balance_minor limit 1 offset 3)`,
    ),
  ).toEqual(
    expect.arrayContaining([
      expect.stringContaining('balance and purchases'),
      expect.stringContaining('balance_differs'),
    ]),
  )
  expect(
    await plant(
      'changed',
      'update ledger_entries set amount_minor = amount_minor + 1 where rowid in (select max(rowid) from ledger_entries)',
    ),
  ).toEqual(expect.arrayContaining([expect.stringMatching(/unbalanced|chain_broken/)]))
}, 120_000)

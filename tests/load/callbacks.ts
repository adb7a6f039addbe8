import { Agent, request } from 'node:http'
import { loadavg } from 'node:os'
import { databaseFile, openConnection, writer } from '../../db/client.ts'
import { commit } from '../../db/commit.ts'
import { beginCharge } from '../../lib/checkout/begin-charge.ts'
import { receiveCallback } from '../../lib/checkout/receive-callback.ts'
import { keyedHash } from '../../lib/config/keys.ts'
import { callbackToken } from '../../lib/providers/accounts.ts'
import { findAccount } from '../../lib/providers/accounts-queries.ts'
import type { Charge } from '../../lib/purchases/purchases.ts'
import { signature } from '../contract/fake-company.ts'
import { paidEvent } from '../support/company-event.ts'
import { recordWrites, straightWriter, varying } from './recorded-writes.ts'
import { type Buyer, inFlight, openSalesSite, quoteOf, type SalesSite, salesPerBuyer, timeAll } from './sales-site.ts'
import { cpuMsOf, startServer } from './server-process.ts'

const callbacks = 4000
const accountId = 'card-eur'
type Due = Readonly<{ buyer: Buyer; adId: number; charge: Charge; body: string; signature: string }>
type Measured = Readonly<{ figure: string; value: number; samples: number; cpuMs: number }>

/**
 * Signed messages of a payment company a second, each settling a purchase and answered after the disk has it: through
 * HTTP, below it, and beside them the same rows written straight to SQLite. Prints one JSON object a figure.
 */
export async function run({ ads }: Readonly<{ ads: number }>): Promise<void> {
  const site = await openSalesSite(ads)
  try {
    const straight = await straightRows(site)
    const before = await straight()
    const below = await belowHttp(site)
    const through = await throughHttp(site)
    const after = await straight()
    const raw = (before.value + after.value) / 2
    for (const measured of [before, below, through, after]) print(measured, { ads, raw })
  } finally {
    site.close()
  }
}

function print(measured: Measured, { ads, raw }: Readonly<{ ads: number; raw: number }>): void {
  const { value, cpuMs } = measured
  const figure = { ...measured, value: round(value), cpuMs: round(cpuMs), ofStraight: round(value / raw) }
  const bench = { bench: 'callbacks', unit: 'callbacks/s', ads }
  console.log(JSON.stringify({ ...bench, ...figure, loadAverage: round(loadavg()[0] ?? 0) }))
}

/** Purchases that wait for the company to say "paid", and what it will say. */
async function duesOf(site: SalesSite, count: number): Promise<Due[]> {
  const buyers = await site.newBuyers(Math.ceil(count / salesPerBuyer))
  const pairs = buyers.flatMap((buyer) => site.adIds.map((adId) => ({ buyer, adId }))).slice(0, count)
  return Promise.all(pairs.map((pair) => openDue(pair)))
}

async function openDue({ buyer, adId }: Readonly<{ buyer: Buyer; adId: number }>): Promise<Due> {
  const account = findAccount(accountId)
  if (!account) throw new Error(`There is no account ${accountId}.`)
  const known = {
    payerId: buyer.payerId,
    payerIds: [buyer.payerId],
    memberId: undefined,
    deviceHash: buyer.payer.deviceHash ?? '',
    newDeviceToken: undefined,
  }
  const { quote } = quoteOf(adId, accountId)
  const begun = beginCharge({
    quote,
    buyer: known,
    account,
    pending: undefined,
    ad: undefined,
    locale: 'fr',
    address: '192.0.2.1',
    now: Date.now(),
  })
  await commit(begun.steps)
  return { buyer, adId, charge: begun.charge, ...paidMessage(begun.charge) }
}

function paidMessage(charge: Charge): Readonly<{ body: string; signature: string }> {
  const body = paidEvent(charge)
  const secret = keyedHash('provider-settings', 'demo company secret')
  return { body, signature: signature(secret, Buffer.from(body), Date.now()) }
}

async function receive({ body, signature }: Due): Promise<void> {
  const { reply } = await receiveCallback(
    { accountId, token: callbackToken(accountId) },
    {
      method: 'POST',
      url: `http://localhost/api/callbacks/${accountId}/x`,
      headers: { 'content-type': 'application/json', 'x-signature': signature },
      body: Buffer.from(body),
      address: '192.0.2.1',
      receivedAt: Date.now(),
    },
  )
  if (reply.status !== 204) throw new Error(`A callback was answered ${reply.status}.`)
}

async function belowHttp(site: SalesSite): Promise<Measured> {
  await timeAll(await duesOf(site, 200), receive)
  const work = await duesOf(site, callbacks)
  const cpu = process.cpuUsage()
  const seconds = await timeAll(work, receive)
  const { user, system } = process.cpuUsage(cpu)
  const cpuMs = (user + system) / 1000 / callbacks
  return { figure: 'below HTTP', value: callbacks / seconds, samples: callbacks, cpuMs }
}

async function throughHttp(site: SalesSite): Promise<Measured> {
  const server = await startServer(site.dir)
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight })
  const { port } = new URL(server.origin)
  const send = (due: Due) => post({ agent, port, due })
  try {
    await timeAll(await duesOf(site, 400), send)
    const work = await duesOf(site, callbacks)
    const cpu = cpuMsOf(server.pid)
    const seconds = await timeAll(work, send)
    const cpuMs = (cpuMsOf(server.pid) - cpu) / callbacks
    return { figure: 'through HTTP', value: callbacks / seconds, samples: callbacks, cpuMs }
  } finally {
    agent.destroy()
    await server.stop()
  }
}

function post({ agent, port, due }: Readonly<{ agent: Agent; port: string; due: Due }>): Promise<void> {
  const path = `/api/callbacks/${accountId}/${callbackToken(accountId)}`
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(due.body),
    'x-signature': due.signature,
  }
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, agent, path, method: 'POST', headers }, (reply) => {
      reply.resume()
      reply.once('end', () =>
        reply.statusCode === 204 ? resolve() : reject(new Error(`A callback was answered ${reply.statusCode}.`)),
      )
    })
    call.once('error', reject)
    call.end(due.body)
  })
}

/** @returns What writes the rows of so many settled charges straight to SQLite. */
async function straightRows(site: SalesSite): Promise<() => Promise<Measured>> {
  const dues = await duesOf(site, salesPerBuyer + 2)
  const [first, other] = [dues[0], dues[salesPerBuyer + 1]]
  if (!first || !other) throw new Error('There is nothing to record.')
  const client = writer().$client
  const recorded = await recordWrites(client, () => receive(first))
  const again = await recordWrites(client, () => receive(other))
  const renaming = varying(recorded, again)
  return async () => {
    const work = await duesOf(site, callbacks)
    const { $client } = openConnection(databaseFile(site.dir), { isReadOnly: false })
    const write = straightWriter($client, recorded)
    const renamed = work.map(({ buyer, adId, charge }) =>
      renaming(
        new Map<string | number, string | number>([
          [first.buyer.payerId, buyer.payerId],
          [first.adId, adId],
          [first.charge.id, charge.id],
          [first.charge.purchaseId, charge.purchaseId],
          [`ch_${first.charge.id}`, `ch_${charge.id}`],
        ]),
      ),
    )
    const cpu = process.cpuUsage()
    const startedAt = performance.now()
    for (const rename of renamed) write(rename)
    const seconds = (performance.now() - startedAt) / 1000
    const { user, system } = process.cpuUsage(cpu)
    $client.close()
    const cpuMs = (user + system) / 1000 / callbacks
    return { figure: 'straight to SQLite', value: callbacks / seconds, samples: callbacks, cpuMs }
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

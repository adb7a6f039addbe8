import { Agent, request } from 'node:http'
import { loadavg } from 'node:os'
import { databaseFile, openConnection, writer } from '../../db/client.ts'
import { requestUnlock } from '../../lib/checkout/request-unlock.ts'
import { type Renaming, recordWrites, straightWriter, varying } from './recorded-writes.ts'
import { type Buyer, inFlight, openSalesSite, quoteOf, type SalesSite, salesPerBuyer, timeAll } from './sales-site.ts'
import { cpuMsOf, startServer } from './server-process.ts'

const sales = 4000
type Sale = Readonly<{ buyer: Buyer; adId: number; token: string }>
type Measured = Readonly<{ figure: string; value: number; samples: number; cpuMs: number }>

/**
 * Sales from the balance a second, each answered after the disk has it: through HTTP (32 kept-alive connections), the
 * use case alone (32 at once), and beside them the rate of the very same rows written straight to SQLite, one
 * transaction and one sync of the disk each, before and after. Prints one JSON object a figure.
 */
export async function run({ ads }: Readonly<{ ads: number }>): Promise<void> {
  const site = await openSalesSite(ads)
  try {
    const straight = await straightSales(site)
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
  console.log(
    JSON.stringify({ bench: 'purchases', unit: 'purchases/s', ads, ...figure, loadAverage: round(loadavg()[0] ?? 0) }),
  )
}

async function salesOf(site: SalesSite, count: number): Promise<Sale[]> {
  const buyers = await site.newBuyers(Math.ceil(count / salesPerBuyer))
  const all = buyers.flatMap((buyer) =>
    site.adIds.map((adId) => ({ buyer, adId, token: quoteOf(adId, 'wallet-eur').token })),
  )
  return all.slice(0, count)
}

async function sell({ buyer, token }: Sale): Promise<void> {
  const context = { actor: buyer.payer, now: Date.now(), locale: 'fr', address: '192.0.2.1' } as const
  const outcome = await requestUnlock({ locale: 'fr', quote: token, waiver: true }, context)
  if (outcome.kind !== 'settled') throw new Error(`A sale ended as ${outcome.kind}.`)
}

async function belowHttp(site: SalesSite): Promise<Measured> {
  await timeAll(await salesOf(site, 200), sell)
  const work = await salesOf(site, sales)
  const cpu = process.cpuUsage()
  const seconds = await timeAll(work, sell)
  const { user, system } = process.cpuUsage(cpu)
  return { figure: 'below HTTP', value: sales / seconds, samples: sales, cpuMs: (user + system) / 1000 / sales }
}

async function throughHttp(site: SalesSite): Promise<Measured> {
  const server = await startServer(site.dir)
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight })
  const { port } = new URL(server.origin)
  const buy = (sale: Sale) => post({ agent, port, sale })
  try {
    await timeAll(await salesOf(site, 400), buy)
    const work = await salesOf(site, sales)
    const cpu = cpuMsOf(server.pid)
    const seconds = await timeAll(work, buy)
    const cpuMs = (cpuMsOf(server.pid) - cpu) / sales
    return { figure: 'through HTTP', value: sales / seconds, samples: sales, cpuMs }
  } finally {
    agent.destroy()
    await server.stop()
  }
}

function post({ agent, port, sale }: Readonly<{ agent: Agent; port: string; sale: Sale }>): Promise<void> {
  const body = JSON.stringify({ locale: 'fr', quote: sale.token, waiver: true })
  const headers = {
    accept: 'application/json',
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'sec-fetch-site': 'same-origin',
    cookie: sale.buyer.cookie,
  }
  return new Promise((resolve, reject) => {
    const call = request(
      { host: '127.0.0.1', port, agent, path: '/api/v1/purchases', method: 'POST', headers },
      (reply) => {
        reply.resume()
        reply.once('end', () =>
          reply.statusCode === 201 ? resolve() : reject(new Error(`A sale was answered ${reply.statusCode}.`)),
        )
      },
    )
    call.once('error', reject)
    call.end(body)
  })
}

/** @returns What writes the rows of so many sales straight to SQLite, on a connection with the same settings. */
async function straightSales(site: SalesSite): Promise<() => Promise<Measured>> {
  const [first, , other] = await salesOf(site, salesPerBuyer * 2).then((all) => [
    all[0],
    all[1],
    all[salesPerBuyer + 1],
  ])
  if (!first || !other) throw new Error('There is nothing to record.')
  const client = writer().$client
  const recorded = await recordWrites(client, () => sell(first))
  const again = await recordWrites(client, () => sell(other))
  const renaming: Renaming = varying(recorded, again)
  return async () => {
    const work = await salesOf(site, sales)
    const { $client } = openConnection(databaseFile(site.dir), { isReadOnly: false })
    const write = straightWriter($client, recorded)
    const renamed = work.map(({ buyer, adId }) =>
      renaming(
        new Map<string | number, string | number>([
          [first.buyer.payerId, buyer.payerId],
          [first.buyer.walletId, buyer.walletId],
          [`wallet:${first.buyer.walletId}`, `wallet:${buyer.walletId}`],
          [first.adId, adId],
        ]),
      ),
    )
    const cpu = process.cpuUsage()
    const startedAt = performance.now()
    for (const rename of renamed) write(rename)
    const seconds = (performance.now() - startedAt) / 1000
    const { user, system } = process.cpuUsage(cpu)
    $client.close()
    return {
      figure: 'straight to SQLite',
      value: sales / seconds,
      samples: sales,
      cpuMs: (user + system) / 1000 / sales,
    }
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

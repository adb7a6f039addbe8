import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Heard = Readonly<{ method: string; url: string; headers: Readonly<Record<string, string>>; body: string }>
export type Told = Readonly<{ status?: number; headers?: Readonly<Record<string, string>>; body?: string }>

/** A company on loopback that answers what a test tells it to, and remembers what it heard. */
export async function startAnsweringServer() {
  const heard: Heard[] = []
  let answer: (request: Heard) => Told = () => ({ status: 404 })
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]))
    const request = {
      method: incoming.method ?? '',
      url: incoming.url ?? '',
      headers,
      body: Buffer.concat(chunks).toString(),
    }
    heard.push(request)
    const told = answer(request)
    outgoing.writeHead(told.status ?? 200, told.headers).end(told.body ?? '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    answer: (next: Told | ((request: Heard) => Told)) => {
      answer = typeof next === 'function' ? next : () => next
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * What goes wrong between the site and a company. `refuse`: nobody is there. `silence`, `half`: the company hears the
 * question, and its answer does not arrive, or only its first half. `slow`: it comes late. `flapping`: every other time.
 */
export const faults = ['refuse', 'silence', 'half', 'slow', 'flapping'] as const
export type Fault = (typeof faults)[number] | 'none'

/** Stands before a company on loopback and spoils what passes. */
export async function startFaultProxy(target: string) {
  let fault: Fault = 'none'
  let passed = 0
  const server = createServer({ keepAliveTimeout: 1 }, async (incoming, outgoing) => {
    passed += 1
    const now = fault === 'flapping' ? (passed % 2 === 0 ? 'none' : 'refuse') : fault
    if (now === 'refuse') return incoming.socket.resetAndDestroy()
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    const answer = await fetch(target + incoming.url, {
      method: incoming.method ?? 'GET',
      headers: { 'content-type': 'application/json', connection: 'close' },
      ...(body.length > 0 ? { body } : {}),
    })
    const text = Buffer.from(await answer.arrayBuffer())
    if (now === 'silence') return undefined
    if (now === 'slow') await wait(400)
    return now === 'half'
      ? cutShort(outgoing, text)
      : outgoing.writeHead(answer.status, { connection: 'close' }).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    become: (next: Fault) => {
      fault = next
    },
    count: () => passed,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function cutShort(outgoing: ServerResponse, text: Buffer): void {
  outgoing.writeHead(200, { 'content-length': String(text.length) })
  outgoing.write(text.subarray(0, text.length >> 1), () => outgoing.socket?.resetAndDestroy())
}

import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Charge = Record<string, unknown>
type Asked = Readonly<{ method: string; path: string; authorization: string | undefined; body: Charge }>

/** A company that answers what a test tells it to, and remembers what it was asked. */
export async function startFakeCompany() {
  const asked: Asked[] = []
  const answers = new Map<string, Readonly<{ status: number; body: unknown }>>()
  const opened = new Map<string, unknown>()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString()
      const body: Charge = text === '' ? {} : JSON.parse(text)
      const path = request.url ?? ''
      asked.push({ method: request.method ?? '', path, authorization: request.headers.authorization, body })
      const told = answers.get(`${request.method} ${path}`)
      const { status, body: answer } = told ?? (path === '/charges' ? open(opened, body) : { status: 404, body: {} })
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    asked,
    answer: (request: string, status: number, body: unknown) => answers.set(request, { status, body }),
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

function open(opened: Map<string, unknown>, body: Charge) {
  const key = String(body['correlator'])
  const id = `ch_${opened.size + 1}`
  const answer =
    body['product'] === 'premium_call'
      ? { id, kind: 'dial', number: '0899 70 80 90' }
      : { id, kind: 'redirect', url: `https://company.example/pay/${id}` }
  if (!opened.has(key)) opened.set(key, answer)
  return { status: 201, body: opened.get(key) }
}

/** Signs as the company documents it. */
export function signature(secret: string, body: Uint8Array, at: number): string {
  const seconds = Math.floor(at / 1000)
  const digest = createHmac('sha256', secret).update(`${seconds}.`).update(body).digest('hex')
  return `t=${seconds},v1=${digest}`
}

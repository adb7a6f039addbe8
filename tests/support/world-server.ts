import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Handler = (request: Request, route: { params: Promise<Record<string, string>> }) => Promise<Response> | Response
type Module = Readonly<Partial<Record<string, unknown>>>

/** The routes that the outside world and the site use to speak to each other, and what each is called. */
const routes: readonly Readonly<{ path: string; load: () => Promise<Module> }>[] = [
  { path: '/api/callbacks/:account/:token', load: () => import('../../app/api/callbacks/[account]/[token]/route.ts') },
  { path: '/simulator/api/messages', load: () => import('../../app/simulator/api/messages/route.ts') },
  { path: '/simulator/api/messages/deliver', load: () => import('../../app/simulator/api/messages/deliver/route.ts') },
  { path: '/simulator/api/calls', load: () => import('../../app/simulator/api/calls/route.ts') },
  { path: '/simulator/api/calls/:id', load: () => import('../../app/simulator/api/calls/[id]/route.ts') },
  { path: '/simulator/api/handset', load: () => import('../../app/simulator/api/handset/route.ts') },
  { path: '/simulator/api/state', load: () => import('../../app/simulator/api/state/route.ts') },
  { path: '/simulator/api/start', load: () => import('../../app/simulator/api/start/route.ts') },
  { path: '/simulator/api/due', load: () => import('../../app/simulator/api/due/route.ts') },
  { path: '/simulator/api/language', load: () => import('../../app/simulator/api/language/route.ts') },
  { path: '/simulator/api/consent/:id', load: () => import('../../app/simulator/api/consent/[id]/route.ts') },
  { path: '/simulator/api/charges/:id', load: () => import('../../app/simulator/api/charges/[id]/route.ts') },
  { path: '/simulator/api/events/:id', load: () => import('../../app/simulator/api/events/[id]/route.ts') },
  { path: '/simulator/api/kannel/sendsms', load: () => import('../../app/simulator/api/kannel/sendsms/route.ts') },
  { path: '/simulator/api/company/health', load: () => import('../../app/simulator/api/company/health/route.ts') },
  { path: '/simulator/api/company/charges', load: () => import('../../app/simulator/api/company/charges/route.ts') },
  {
    path: '/simulator/api/company/charges/:id',
    load: () => import('../../app/simulator/api/company/charges/[id]/route.ts'),
  },
  {
    path: '/simulator/api/company/charges/:id/:action',
    load: () => import('../../app/simulator/api/company/charges/[id]/[action]/route.ts'),
  },
  {
    path: '/simulator/api/companies/camara/*',
    load: () => import('../../app/simulator/api/companies/camara/[...path]/route.ts'),
  },
  {
    path: '/simulator/api/companies/allopass/*',
    load: () => import('../../app/simulator/api/companies/allopass/[...path]/route.ts'),
  },
  {
    path: '/simulator/api/companies/starpass/*',
    load: () => import('../../app/simulator/api/companies/starpass/[...path]/route.ts'),
  },
  {
    path: '/simulator/api/companies/dimoco/*',
    load: () => import('../../app/simulator/api/companies/dimoco/[...path]/route.ts'),
  },
  {
    path: '/simulator/api/companies/stripe/*',
    load: () => import('../../app/simulator/api/companies/stripe/[...path]/route.ts'),
  },
  {
    path: '/simulator/api/companies/paysafecard/*',
    load: () => import('../../app/simulator/api/companies/paysafecard/[...path]/route.ts'),
  },
  {
    path: '/simulator/api/companies/neosurf/*',
    load: () => import('../../app/simulator/api/companies/neosurf/[...path]/route.ts'),
  },
  {
    path: '/simulator/api/companies/mollie/*',
    load: () => import('../../app/simulator/api/companies/mollie/[...path]/route.ts'),
  },
  {
    path: '/simulator/api/companies/btcpay/*',
    load: () => import('../../app/simulator/api/companies/btcpay/[...path]/route.ts'),
  },
  {
    path: '/simulator/api/companies/x402/*',
    load: () => import('../../app/simulator/api/companies/x402/[...path]/route.ts'),
  },
  { path: '/simulator/api/program', load: () => import('../../app/simulator/api/program/route.ts') },
  { path: '/api/v1/ads/:ref/unlocks', load: () => import('../../app/api/v1/ads/[ref]/unlocks/route.ts') },
]
export const worldPaths = routes.map(({ path }) => path)

/** Serves those routes, without the framework, on a port of loopback. */
export async function startWorldServer(port: number) {
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const url = new URL(incoming.url ?? '/', `http://127.0.0.1:${port}`)
    const headers = new Headers()
    for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value))
    headers.set('x-obole-address', '127.0.0.1')
    const method = incoming.method ?? 'GET'
    const body = Buffer.concat(chunks)
    const request = new Request(url.href, { method, headers, ...(body.length > 0 ? { body } : {}) })
    try {
      const answer = await dispatch(request, url.pathname)
      outgoing.writeHead(answer.status, Object.fromEntries(answer.headers))
      outgoing.end(Buffer.from(await answer.arrayBuffer()))
    } catch (error) {
      outgoing.writeHead(500).end(String(error))
    }
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const bound = (server.address() as AddressInfo).port
  return {
    origin: `http://127.0.0.1:${bound}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function dispatch(request: Request, path: string): Promise<Response> {
  for (const route of routes) {
    const params = match(route.path, path)
    if (!params) continue
    const handler = (await route.load())[request.method] as Handler | undefined
    return handler ? handler(request, { params: Promise.resolve(params) }) : new Response(null, { status: 405 })
  }
  return new Response(null, { status: 404 })
}

function match(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.at(-1) === '*') return path.startsWith(pattern.slice(0, -1)) ? {} : undefined
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [at, part] of wanted.entries()) {
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(given[at] ?? '')
    else if (part !== given[at]) return undefined
  }
  return params
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PageCache } from '../../lib/http/page-cache.ts'
import { registerPageCache } from '../../lib/http/page-tags.ts'
import type { CollectedAnswer, Handler } from '../../lib/runtime/collected-response.ts'
import { handleRequest, type Site } from '../../lib/runtime/handle-request.ts'

/** The server of the site with a framework of the test's own making behind it. */
export async function startFakeSite(
  next: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>,
  changes: Partial<Site> = {},
) {
  const handler: Handler = async (request, response) => next(request, response)
  const site: Site = {
    next: handler,
    pages: new PageCache<CollectedAnswer>({ maxBytes: 8 * 1024 * 1024, maxAgeMs: 60_000 }),
    files: new Map(),
    photosDir: '/nonexistent',
    build: 'test',
    origin: { host: 'annonces.example', isHttps: true },
    trustedProxies: 0,
    isDemo: false,
    isDevelopment: false,
    ...changes,
  }
  registerPageCache(site.pages)
  const server = createServer((request, response) => {
    // Without an answer a test would only wait.
    handleRequest({ request, response, site }).catch((error: Error) => response.destroy(error))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { origin: `http://127.0.0.1:${port}`, port, site, stop }
}

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
// The only file that starts the framework.
import next from 'next'
import { closeDatabase } from '../../db/client.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { config, useConfig } from '../config/env.ts'
import { PageCache } from '../http/page-cache.ts'
import { registerPageCache } from '../http/page-tags.ts'
import { listStaticFiles } from '../http/static-files.ts'
import { ensureInternalAccounts } from '../providers/ensure-internal-accounts.ts'
import { currentTime, second } from '../time/time.ts'
import type { CollectedAnswer, Handler } from './collected-response.ts'
import { forgetOnceShown } from './forget-once-shown.ts'
import { answerText, handleRequest, type Site } from './handle-request.ts'
import { allJobs } from './jobs.ts'
import { log } from './log.ts'
import {
  portSentence,
  requireBuild,
  requireDataDir,
  requireFreePort,
  requireOwnSecret,
  StartRefused,
} from './preflight.ts'
import { startJobs } from './start-jobs.ts'
import { stopServing, trackAnswers } from './stop-gracefully.ts'

export type Serving = Readonly<{ origin: string; port: number; stop: () => Promise<void> }>

const pageMaxAgeMs = 60 * second
const stopGraceMs = 10 * second

/**
 * Starts the site in this process: checks, migrations, framework, jobs.
 *
 * @param options `root` is the folder of the checkout, `buildDir` where `next build` put its result.
 * @throws StartRefused when the directory, the port or the build is not as it must be; ConfigError for the environment.
 */
export async function serve(
  options: Readonly<{ root: string; buildDir: string; isDevelopment: boolean }>,
): Promise<Serving> {
  const { port, host, dataDir } = config()
  const { isDevelopment, root } = options
  requireDataDir(dataDir)
  await requireFreePort(port, host)
  const build = isDevelopment ? 'development' : requireBuild(options.buildDir)
  migrateDatabase()
  requireOwnSecret()
  await ensureInternalAccounts(currentTime())
  const answers = trackAnswers()
  const state = { isStopping: false, site: undefined as Site | undefined }
  const server = newServer((request, response) => {
    answers.add(response)
    const { site } = state
    if (!site) return response.writeHead(503, { 'Retry-After': '1' }).end()
    if (state.isStopping) response.setHeader('Connection', 'close')
    forgetOnceShown(request, response)
    handleRequest({ request, response, site }).catch((error: unknown) => {
      log().error({ error }, 'A request failed.')
      answerText({ request, response, site }, 500, 'Something went wrong on our side. Please try again.')
    })
    return undefined
  })
  const bound = await listen(server, { port, host })
  const framework = await startFramework({ root, isDevelopment, server, port: bound })
  state.site = siteOf({ ...options, build, handler: framework.handler })
  registerPageCache(state.site.pages)
  const stopJobs = startJobs(allJobs())
  const stop = async () => {
    state.isStopping = true
    await Promise.all([stopServing(server, { answers, graceMs: stopGraceMs }), stopJobs()])
    await framework.close()
    closeDatabase()
  }
  return { origin: config().origin, port: bound, stop }
}

function newServer(handler: Parameters<typeof createServer>[1]): Server {
  const server = createServer({ headersTimeout: 15 * second, requestTimeout: 60 * second }, handler)
  server.keepAliveTimeout = 65 * second
  server.maxHeadersCount = 100
  return server
}

async function listen(server: Server, { port, host }: Readonly<{ port: number; host: string }>): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (problem: NodeJS.ErrnoException) => {
      reject(new StartRefused(portSentence(problem, { port, host })))
    })
    server.listen(port, host, resolve)
  })
  const bound = (server.address() as AddressInfo).port
  useConfig({ ...config(), port: bound, origin: config().origin.replace(/:0$/, `:${bound}`) })
  return bound
}

async function startFramework(
  options: Readonly<{ root: string; isDevelopment: boolean; server: Server; port: number }>,
): Promise<{ handler: Handler; close: () => Promise<void> }> {
  const { isDevelopment, server } = options
  // The framework listens for upgrades on the server it is given: in production that is one nobody reaches.
  const httpServer = isDevelopment ? server : createServer()
  if (!isDevelopment) server.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
  const { hostname } = new URL(config().origin)
  const app = next({ dev: isDevelopment, dir: options.root, hostname, port: options.port, quiet: true, httpServer })
  await withoutChatter(() => app.prepare())
  return { handler: app.getRequestHandler(), close: () => app.close() }
}

// The framework greets on the console; what we have to say goes through the log.
async function withoutChatter(start: () => Promise<void>): Promise<void> {
  const print = console.log
  console.log = () => undefined
  try {
    await start()
  } finally {
    console.log = print
  }
}

function siteOf(
  options: Readonly<{ root: string; buildDir: string; isDevelopment: boolean; build: string; handler: Handler }>,
): Site {
  const { dataDir, pageCacheBytes, trustedProxies, mode } = config()
  const { host, protocol } = new URL(config().origin)
  const folders = { buildDir: options.buildDir, publicDir: join(options.root, 'public') }
  return {
    next: options.handler,
    pages: new PageCache<CollectedAnswer>({ maxBytes: pageCacheBytes, maxAgeMs: pageMaxAgeMs }),
    files: options.isDevelopment ? new Map() : listStaticFiles(folders),
    photosDir: join(dataDir, 'photos'),
    build: options.build,
    origin: { host, isHttps: protocol === 'https:' },
    trustedProxies,
    isDemo: mode === 'demo',
    isDevelopment: options.isDevelopment,
  }
}

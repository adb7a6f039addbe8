import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { listAccounts } from '../providers/accounts-queries.ts'
import { opensNewestContact } from '../reveals/reveals-queries.ts'

/** Something outside the program that the operator must change; the message is one sentence that says what. */
export class StartRefused extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'StartRefused'
  }
}

/** Makes the data directory where it is missing. @throws StartRefused when nothing can be written there. */
export function requireDataDir(dir: string): void {
  const probe = join(dir, `.probe-${randomBytes(4).toString('hex')}`)
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 })
    accessSync(dir, constants.W_OK)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch {
    throw new StartRefused(
      `The data directory ${dir} cannot be written to: give this account the right to, or set OBOLE_DATA_DIR.`,
    )
  }
}

/** @throws StartRefused when what is sealed in the database was sealed with another secret. */
export function requireOwnSecret(): void {
  if (opensNewestContact() !== false && opensAccounts()) return
  throw new StartRefused(
    'OBOLE_SECRET is not what the contacts and the keys of providers were sealed with: set the one of this site.',
  )
}

function opensAccounts(): boolean {
  try {
    listAccounts()
    return true
  } catch {
    return false
  }
}

/** @throws StartRefused when another program listens there or this account may not. */
export async function requireFreePort(port: number, host: string): Promise<void> {
  if (port === 0) return
  const probe = createServer()
  const problem = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    probe.once('error', resolve)
    probe.listen(port, host, () => probe.close(() => resolve(undefined)))
  })
  if (problem) throw new StartRefused(portSentence(problem, { port, host }))
}

/** Says in one sentence why listening failed. */
export function portSentence(
  problem: NodeJS.ErrnoException,
  { port, host }: Readonly<{ port: number; host: string }>,
): string {
  if (problem.code === 'EADDRINUSE') {
    return `Port ${port} is already in use: stop the program that uses it, or set PORT to another number.`
  }
  if (problem.code === 'EACCES') return `This account may not listen on port ${port}: set PORT to 1024 or more.`
  return `Listening on ${host}:${port} failed (${problem.code ?? problem.message}): check OBOLE_HOST and PORT.`
}

/** @returns The build's id. @throws StartRefused when there is no build. */
export function requireBuild(buildDir: string): string {
  const file = join(buildDir, 'BUILD_ID')
  if (!existsSync(file)) throw new StartRefused('The site is not built yet: run `npm run build` first.')
  return readFileSync(file, 'utf8').trim()
}

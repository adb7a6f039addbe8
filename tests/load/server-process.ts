import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serverFlags } from '../../lib/runtime/server-flags.ts'
import { root } from '../support/source-files.ts'

export type ServerProcess = Readonly<{ origin: string; pid: number; readyMs: number; stop: () => Promise<void> }>

export const benchSecret = 'a-secret-for-benchmarks-only-0123456789-ABCDEFGHIJ'

/** The build to measure: `OBOLE_BUILD_DIR`, else the demo's. @throws when there is none. */
export function benchBuildDir(): string {
  const dir = process.env['OBOLE_BUILD_DIR'] ?? '.next'
  if (!existsSync(join(root, dir, 'BUILD_ID'))) throw new Error('There is no build to measure: run `npm run build`.')
  return dir
}

/** Starts the site as an operator would, on a free port, and waits until it answers. */
export async function startServer(dataDir: string): Promise<ServerProcess> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [...serverFlags, ...process.execArgv, join(root, 'server.mjs')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      OBOLE_HOST: '127.0.0.1',
      OBOLE_DATA_DIR: dataDir,
      OBOLE_SECRET: benchSecret,
      OBOLE_LOG_LEVEL: 'error',
      OBOLE_BUILD_DIR: benchBuildDir(),
    },
  })
  const port = await portOf(child)
  const stop = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.kill('SIGTERM')
    })
  return { origin: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, readyMs: performance.now() - startedAt, stop }
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready.`)))
    child.once('message', (message) => resolve(Number((message as { port: number }).port)))
  })
}

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK']).toString()) || 100

/** The processor time of a process so far, all its threads together, in ms; Linux only. */
export function cpuMsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond
}

/** The memory a process holds now, in MB. */
export function memoryMbOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes ?? 0) / 1024)
}

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './source-files.ts'

/** A published description kept beside the repository; undefined where it is not there. */
export function publishedDescription(name: string): string | undefined {
  const path = join(root, '..', 'shared', 'specs', name)
  return existsSync(path) ? path : undefined
}

type Proxy = Readonly<{ description: string; upstream: string; port: number }>

/**
 * Starts Prism as a proxy that holds every request and every answer against a description: what breaks it is answered
 * with 4xx or 500 in place of the upstream's answer.
 */
export async function startPrism({ description, upstream, port }: Proxy) {
  // The program itself, not a wrapper: a wrapper that is stopped leaves it running.
  const program = join(root, 'node_modules', '@stoplight', 'prism-cli', 'dist', 'index.js')
  const args = [program, 'proxy', description, upstream, '--errors', '-h', '127.0.0.1', '-p', String(port)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const until = Date.now() + 120_000
  while (!said.includes('Prism is listening')) {
    if (child.exitCode !== null || Date.now() > until) throw new Error(`Prism did not start: ${said.slice(-500)}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    url: `http://127.0.0.1:${port}`,
    /** What it wrote since it started, violations included. */
    said: () => said,
    stop: () => {
      child.kill('SIGTERM')
    },
  }
}

import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './source-files.ts'

const programs = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/sbin/nginx']

export function nginxProgram(): string | undefined {
  return programs.find((path) => existsSync(path))
}

/**
 * Runs nginx with the documented configuration in front of `upstream`; only names, ports, folders and TLS are changed.
 *
 * @returns The origin to ask and a way to stop.
 */
export async function startNginx(
  options: Readonly<{ program: string; upstreamPort: number; port: number }>,
): Promise<Readonly<{ origin: string; stop: () => Promise<void> }>> {
  const dir = mkdtempSync(join(tmpdir(), 'obole-nginx-'))
  for (const folder of ['cache', 'temp']) mkdirSync(join(dir, folder), { recursive: true })
  const site = documentedSite()
    .replace('/var/cache/nginx/obole', join(dir, 'cache'))
    .replace('server 127.0.0.1:3000;', `server 127.0.0.1:${options.upstreamPort};`)
    .replace('listen 443 ssl http2;', `listen 127.0.0.1:${options.port};`)
  writeFileSync(join(dir, 'nginx.conf'), mainConfiguration(dir, site))
  execFileSync(options.program, ['-t', '-q', '-c', join(dir, 'nginx.conf')], { stdio: 'pipe' })
  const child = spawn(options.program, ['-c', join(dir, 'nginx.conf')], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const origin = `http://127.0.0.1:${options.port}`
  await untilAnswering(origin)
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(dir, { recursive: true, force: true })
  }
  return { origin, stop }
}

/** The documented file without what needs a certificate: the redirection to https and the lines of TLS. */
function documentedSite(): string {
  const text = readFileSync(join(root, 'docs/nginx/obole.conf'), 'utf8')
  return text
    .replace(/server \{\n {4}listen 80;[\s\S]*?\n\}\n/, '')
    .replace(/^ {4}ssl_.*\n/gm, '')
    .replace(/^ {4}listen \[::\]:443.*\n/m, '')
}

function mainConfiguration(dir: string, site: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  // Started by root, its workers would be nobody and could not enter the test's folder.
  const user = process.getuid?.() === 0 ? 'user root; ' : ''
  return `${user}daemon off; worker_processes 1; pid ${dir}/pid; error_log ${dir}/error.log;
events { worker_connections 256; }
http {
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${dir}/temp/${name};`).join('\n  ')}
${site}
}
`
}

async function untilAnswering(origin: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const isUp = await fetch(origin).then(
      () => true,
      () => false,
    )
    if (isUp) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('nginx did not answer.')
}

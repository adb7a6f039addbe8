import { existsSync, statfsSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import type { Config } from '../config/env.ts'
import { requireFreePort, StartRefused } from '../runtime/preflight.ts'

/** One thing looked at. `broken` must be mended; `notice` may be as the operator wants it. */
export type Finding = Readonly<{ state: 'good' | 'notice' | 'broken'; sentence: string }>

export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 12)
    ? { state: 'good', sentence: `Node ${version} runs the site.` }
    : { state: 'broken', sentence: `Node ${version} is too old: use 22.12 or newer, or start with \`npm run\`.` }
}

const leastFreeBytes = 1024 ** 3

export function checkDisk({ dataDir }: Config): Finding {
  const { bavail, bsize } = statfsSync(dataDir)
  const gigabytes = ((bavail * bsize) / 1024 ** 3).toFixed(1)
  return bavail * bsize >= leastFreeBytes
    ? { state: 'good', sentence: `${gigabytes} GB are free for the data.` }
    : { state: 'broken', sentence: `Only ${gigabytes} GB are free: payments stop when the disk is full, so make room.` }
}

export function checkOrigin({ origin, mode, trustedProxies }: Config): Finding {
  const { protocol, hostname } = new URL(origin)
  const isLocal = hostname === 'localhost' || /^127\./.test(hostname)
  if (mode === 'demo') return { state: 'good', sentence: `This is a demo at ${origin}: no real money moves.` }
  if (isLocal)
    return { state: 'broken', sentence: 'Nobody else reaches this site: set OBOLE_ORIGIN to its public address.' }
  if (protocol !== 'https:')
    return { state: 'broken', sentence: `${origin} is not https: cookies would travel in clear.` }
  if (trustedProxies === 0) {
    return {
      state: 'notice',
      sentence: 'OBOLE_TRUSTED_PROXIES is 0: behind a proxy every visitor would seem to have its address.',
    }
  }
  return { state: 'good', sentence: `Links are made for ${origin}.` }
}

export async function checkPort({ port, host }: Config): Promise<Finding> {
  try {
    await requireFreePort(port, host)
    return { state: 'good', sentence: `Port ${port} is free.` }
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error
    const isOurs = await answersAsObole(port)
    if (isOurs) return { state: 'good', sentence: `A running Obole listens on port ${port}.` }
    return { state: 'broken', sentence: error.message }
  }
}

async function answersAsObole(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(2000) })
    .then((response) => response.json())
    .catch(() => undefined)
  return typeof answer === 'object' && answer !== null && 'build' in answer
}

export function checkPhotos({ dataDir }: Config): Finding {
  return existsSync(join(dataDir, 'photos'))
    ? { state: 'good', sentence: 'The pictures have their folder.' }
    : { state: 'notice', sentence: 'There are no pictures yet; their folder is made with the first one.' }
}

export async function checkMail({ smtpUrl, mode }: Config): Promise<Finding> {
  if (smtpUrl === undefined) {
    if (mode === 'demo') return { state: 'good', sentence: 'Mail stays in the inbox of the demo.' }
    return {
      state: 'notice',
      sentence: 'OBOLE_SMTP_URL is not set: no mail leaves, receipts are shown on screen only.',
    }
  }
  const url = URL.canParse(smtpUrl) ? new URL(smtpUrl) : undefined
  if (url?.protocol !== 'smtp:' && url?.protocol !== 'smtps:') {
    return { state: 'broken', sentence: 'OBOLE_SMTP_URL is not an address such as smtp://user:password@host:587.' }
  }
  const port = Number(url.port || (url.protocol === 'smtps:' ? 465 : 587))
  return (await isReachable(url.hostname, port))
    ? { state: 'good', sentence: `The mail server ${url.hostname}:${port} can be reached.` }
    : { state: 'broken', sentence: `The mail server ${url.hostname}:${port} does not answer: check OBOLE_SMTP_URL.` }
}

function isReachable(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 3000 })
    const end = (isReached: boolean) => {
      socket.destroy()
      resolve(isReached)
    }
    socket.once('connect', () => end(true))
    socket.once('timeout', () => end(false))
    socket.once('error', () => end(false))
  })
}

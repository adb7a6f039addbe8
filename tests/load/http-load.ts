import { spawn, spawnSync } from 'node:child_process'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { root } from '../support/source-files.ts'
import { cpuMsOf } from './server-process.ts'

export type LoadFigure = Readonly<{
  bench: string
  figure: string
  unit: string
  value: number
  samples: number
  p50Ms: number
  p99Ms: number
  cpuMs: number
  loadAverage: number
  tool: string
}>

type Measured = Readonly<{ requests: number; perSecond: number; p50Ms: number; p99Ms: number; tool: string }>

const connections = 32
const hasWrk = spawnSync('sh', ['-c', 'command -v wrk']).status === 0

/**
 * Asks for one address as fast as it is answered and measures the server's processor time beside it.
 *
 * @param load `headers` such as `{ 'accept-encoding': 'gzip' }`; `pid` is the server's.
 */
export async function loadPage(
  load: Readonly<{
    bench: string
    figure: string
    url: string
    pid: number
    seconds: number
    headers?: Record<string, string>
  }>,
): Promise<LoadFigure> {
  await requireGood(load.url, load.headers)
  await measure({ ...load, seconds: 2 })
  const cpuBefore = cpuMsOf(load.pid)
  const { requests, perSecond, p50Ms, p99Ms, tool } = await measure(load)
  const cpuMs = (cpuMsOf(load.pid) - cpuBefore) / Math.max(1, requests)
  return {
    bench: load.bench,
    figure: load.figure,
    unit: 'requests/s',
    value: round(perSecond),
    samples: requests,
    p50Ms: round(p50Ms),
    p99Ms: round(p99Ms),
    cpuMs: round(cpuMs),
    loadAverage: round(loadavg()[0] ?? 0),
    tool,
  }
}

type Load = Readonly<{ url: string; seconds: number; headers?: Record<string, string> }>

async function requireGood(url: string, headers: Record<string, string> = {}): Promise<void> {
  const response = await fetch(url, { headers, redirect: 'manual' })
  if (response.status !== 200) throw new Error(`${url} answers ${response.status}: nothing to measure.`)
}

function measure(load: Load): Promise<Measured> {
  return hasWrk ? measureWithWrk(load) : measureWithAutocannon(load)
}

async function measureWithWrk({ url, seconds, headers = {} }: Load): Promise<Measured> {
  const flags = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const text = await outputOf('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', ...flags, url])
  if (/Non-2xx/.test(text)) throw new Error(`${url} was refused under load:\n${text}`)
  return {
    requests: Number(/(\d+) requests in/.exec(text)?.[1] ?? 0),
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(text)?.[1] ?? 0),
    p50Ms: milliseconds(/50%\s+(\S+)/.exec(text)?.[1]),
    p99Ms: milliseconds(/99%\s+(\S+)/.exec(text)?.[1]),
    tool: 'wrk',
  }
}

function milliseconds(text = '0ms'): number {
  const value = Number.parseFloat(text)
  if (text.endsWith('us')) return value / 1000
  return text.endsWith('ms') ? value : value * 1000
}

function outputOf(program: string, flags: readonly string[]): Promise<string> {
  const child = spawn(program, flags, { stdio: ['ignore', 'pipe', 'inherit'] })
  const chunks: string[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', () => resolve(chunks.join('')))
  })
}

type AutocannonReport = { requests: { total: number; average: number }; latency: { p50: number; p99: number } }

async function measureWithAutocannon({ url, seconds, headers = {} }: Load): Promise<Measured> {
  const script = join(root, 'node_modules', 'autocannon', 'autocannon.js')
  const flags = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}=${value}`])
  const text = await outputOf(process.execPath, [
    script,
    '-c',
    `${connections}`,
    '-d',
    `${seconds}`,
    '-j',
    ...flags,
    url,
  ])
  const { requests, latency } = JSON.parse(text) as AutocannonReport
  const { p50: p50Ms, p99: p99Ms } = latency
  return { requests: requests.total, perSecond: requests.average, p50Ms, p99Ms, tool: 'autocannon' }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

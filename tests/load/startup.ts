import { loadavg } from 'node:os'
import { openBenchSite } from './bench-site.ts'
import { cpuMsOf, memoryMbOf, startServer } from './server-process.ts'

const rounds = 5

/** Measures from starting the process to the first page, on a filled site. Prints one JSON object a figure. */
export async function run({ ads }: Readonly<{ ads: number }>): Promise<void> {
  const site = await openBenchSite(ads)
  const samples: { ready: number; page: number; cpu: number; memory: number }[] = []
  try {
    for (let round = 0; round < rounds; round += 1) {
      const server = await startServer(site.dir)
      const askedAt = performance.now()
      const response = await fetch(`${server.origin}/fr`)
      await response.arrayBuffer()
      if (!response.ok) throw new Error(`/fr answers ${response.status}.`)
      const page = performance.now() - askedAt
      samples.push({ ready: server.readyMs, page, cpu: cpuMsOf(server.pid), memory: memoryMbOf(server.pid) })
      await server.stop()
    }
  } finally {
    site.close()
  }
  const middle = (values: number[]) => values.sort((left, right) => left - right)[Math.floor(rounds / 2)] ?? 0
  const cpuMs = middle(samples.map(({ cpu }) => cpu))
  const shared = { bench: 'startup', ads, samples: rounds, cpuMs, loadAverage: loadavg()[0] ?? 0 }
  const print = (figure: string, unit: string, value: number) =>
    console.log(JSON.stringify({ ...shared, figure, unit, value: Math.round(value) }))
  print('process to ready', 'ms', middle(samples.map(({ ready }) => ready)))
  print('first page', 'ms', middle(samples.map(({ page }) => page)))
  print('memory after the first page', 'MB', middle(samples.map(({ memory }) => memory)))
}

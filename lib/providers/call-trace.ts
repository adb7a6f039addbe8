import { AsyncLocalStorage } from 'node:async_hooks'
import { maskHeaders, maskTraffic } from '../text/mask-traffic.ts'

/** One question to a provider and what it answered, masked. */
export type TracedCall = Readonly<{
  request: string
  status: number | null
  answer: string | null
  failure: string | null
  tookMs: number
}>

type Asked = Readonly<{
  method: string
  url: string | URL
  headers?: Readonly<Record<string, string>> | undefined
  body?: string | undefined
}>
type Answered = Readonly<{ status: number; body: string } | { failure: string }>

const longestKept = 4000
const trace = new AsyncLocalStorage<TracedCall[]>()

/** Runs `ask`; how it ended, and what it said to providers meanwhile, secrets and numbers already masked. */
export async function tracingCalls<Result>(
  ask: () => Promise<Result>,
): Promise<Readonly<{ outcome: PromiseSettledResult<Result>; calls: readonly TracedCall[] }>> {
  const calls: TracedCall[] = []
  const [outcome] = await Promise.allSettled([trace.run(calls, async () => ask())])
  return { outcome, calls }
}

/** Notes a question and its answer where somebody is tracing. */
export function noteCall(asked: Asked, answered: Answered, tookMs: number): void {
  trace.getStore()?.push({
    request: shortened(
      [
        `${asked.method} ${maskTraffic(String(asked.url))}`,
        maskHeaders(asked.headers ?? {}),
        '',
        maskTraffic(asked.body ?? ''),
      ]
        .join('\n')
        .trimEnd(),
    ),
    status: 'status' in answered ? answered.status : null,
    answer: 'status' in answered ? shortened(maskTraffic(answered.body)) : null,
    failure: 'failure' in answered ? answered.failure : null,
    tookMs: Math.round(tookMs),
  })
}

function shortened(text: string): string {
  return text.length > longestKept ? `${text.slice(0, longestKept)}…` : text
}

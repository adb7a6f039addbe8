import { currentTime, type Millis } from '../time/time.ts'
import { world } from './world.ts'

export type Spoken = Readonly<{ status: number; headers: Headers; body: string }>
export type TrafficLine = Readonly<{
  id: number
  at: Millis
  party: string
  method: string
  url: string
  request: string
  status: number
  response: string
  durationMs: number
}>

const timeoutMs = 15_000
const keptLines = 500

type Words = Readonly<{
  party: 'gateway' | 'company'
  method: 'GET' | 'POST'
  url: string
  headers?: Readonly<Record<string, string>>
  body?: string
}>

/** Speaks to the site and keeps what was said. A site that does not answer counts as status 0. */
export async function speak(words: Words): Promise<Spoken> {
  const started = currentTime()
  const spoken = await tryToSpeak(words)
  noteTraffic({
    at: started,
    party: words.party,
    method: words.method,
    url: words.url,
    request: [...Object.entries(words.headers ?? {}).map(([name, value]) => `${name}: ${value}`), '', words.body ?? '']
      .join('\n')
      .trim(),
    status: spoken.status,
    response: [...[...spoken.headers].map(([name, value]) => `${name}: ${value}`), '', spoken.body].join('\n').trim(),
    durationMs: currentTime() - started,
  })
  return spoken
}

async function tryToSpeak({ method, url, headers, body }: Words): Promise<Spoken> {
  try {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: headers ?? {},
      ...(body === undefined ? {} : { body }),
    })
    return { status: response.status, headers: response.headers, body: await response.text() }
  } catch (error) {
    return { status: 0, headers: new Headers(), body: error instanceof Error ? error.message : 'no answer' }
  }
}

export function noteTraffic(line: Omit<TrafficLine, 'id'>): void {
  const client = world()
  client
    .prepare(
      'insert into traffic (at, party, method, url, request, status, response, duration_ms) values (?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(
      line.at,
      line.party,
      line.method,
      line.url,
      line.request.slice(0, 8000),
      line.status,
      line.response.slice(0, 8000),
      line.durationMs,
    )
  client.prepare('delete from traffic where id <= (select max(id) from traffic) - ?').run(keptLines)
}

type TrafficRow = Omit<TrafficLine, 'durationMs'> & Readonly<{ duration_ms: number }>

export function listTraffic(limit: number): readonly TrafficLine[] {
  return world()
    .prepare<[number], TrafficRow>('select * from traffic order by id desc limit ?')
    .all(limit)
    .map(({ duration_ms, ...rest }) => ({ ...rest, durationMs: duration_ms }))
}

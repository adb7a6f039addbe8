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
    response: [...toldHeaders(spoken.headers), '', spoken.body].join('\n').trim(),
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

/** The headers that are for the provider; the others go with every answer of the site. */
function toldHeaders(headers: Headers): string[] {
  return [...headers]
    .filter(([name]) => /^(content-type|location|retry-after|x-kannel-.*)$/.test(name))
    .map(([name, value]) => `${name}: ${value}`)
}

/** Keeps an exchange without the secret part of callback addresses: whoever knows it may speak as the gateway. */
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
      withoutToken(line.url),
      withoutToken(line.request).slice(0, 8000),
      line.status,
      withoutToken(line.response).slice(0, 8000),
      line.durationMs,
    )
  client.prepare('delete from traffic where id <= (select max(id) from traffic) - ?').run(keptLines)
}

function withoutToken(text: string): string {
  return text.replace(/(\/api\/callbacks\/[^/?\s"]+\/)[\w-]+/g, '$1[…]')
}

type TrafficRow = Omit<TrafficLine, 'durationMs'> & Readonly<{ duration_ms: number }>

export function listTraffic(limit: number): readonly TrafficLine[] {
  return world()
    .prepare<[number], TrafficRow>('select * from traffic order by id desc limit ?')
    .all(limit)
    .map(({ duration_ms, ...rest }) => ({ ...rest, durationMs: duration_ms }))
}

import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { screenCommand } from '../../lib/cli/screen-command.ts'

async function* piecesOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** Collects what is written; `slow` takes one small piece at a time, later. */
function sink(slow = false) {
  let written = ''
  let largestQueue = 0
  const stream = new Writable({
    highWaterMark: slow ? 64 : 65_536,
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString('utf8')
      largestQueue = Math.max(largestQueue, stream.writableLength)
      if (slow) setTimeout(done, 1)
      else done()
    },
  })
  return { stream, text: () => written, largestQueue: () => largestQueue }
}

async function screen(input: string, { size = 1024, slow = false } = {}) {
  const output = sink(slow)
  const errors = sink()
  const code = await screenCommand({
    input: piecesOf(new TextEncoder().encode(input), size),
    output: output.stream,
    errors: errors.stream,
  })
  const answers = output.text().split('\n').filter(Boolean)
  return { code, answers: answers.map((line): unknown => JSON.parse(line)), errors: errors.text(), output }
}

const row = (id: unknown, text: string) => JSON.stringify({ id, lang: 'fr', field: 'description', text })

test('each line is answered in order, with kind, place and text of each find', async () => {
  const { code, answers } = await screen(`${row('a', 'Tél 06 39 98 12 47')}\n${row(2, 'Rien à dire')}`)
  expect(code).toBe(0)
  expect(answers).toEqual([
    { id: 'a', leak: true, finds: [{ kind: 'phone', start: 4, end: 18, text: '06 39 98 12 47' }] },
    { id: 2, leak: false, finds: [] },
  ])
})

test('a line that cannot be read is named, the others are still answered, and the exit code says so', async () => {
  const input = [row('a', 'ok'), 'nonsense', '[]', '{"text":"no id"}', '{"id":"b"}', '', row('c', 'ok')].join('\n')
  const { code, answers, errors } = await screen(input)
  expect(code).toBe(1)
  expect(answers).toEqual([
    { id: 'a', leak: false, finds: [] },
    { id: 'c', leak: false, finds: [] },
  ])
  expect(errors.match(/^Line \d+/gm)).toEqual(['Line 2', 'Line 3', 'Line 4', 'Line 5'])
})

test('letters cut in two by a piece and line separators inside a text are no end of line', async () => {
  const text = 'é☎️ 06\u202839 98 12 47 🚗'
  for (const size of [1, 3, 7]) {
    const { code, answers } = await screen(`${row('a', text)}\r\n`, { size })
    expect(code).toBe(0)
    expect(answers).toMatchObject([{ id: 'a', leak: true, finds: [{ text: '06\u202839 98 12 47' }] }])
  }
})

test('reading waits for a slow reader of the answers', async () => {
  const input = Array.from({ length: 300 }, (_, id) => row(id, 'Saine, 48 000 km.')).join('\n')
  const { answers, output } = await screen(input, { size: 512, slow: true })
  expect(answers.length).toBe(300)
  expect(output.largestQueue()).toBeLessThan(2048)
})

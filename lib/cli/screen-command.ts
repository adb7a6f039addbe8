import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { screenText } from '../screening/screen-text.ts'
import { longestText } from '../screening/screening.ts'

type Row = Readonly<{ id: string | number; lang: string; field: string; text: string }>
type Streams = Readonly<{ input: AsyncIterable<Uint8Array>; output: Writable; errors: Writable }>

/**
 * Screens texts for contacts: one JSON object a line in (`id`, `lang`, `field`, `text`), one a line out (`id`, `leak`,
 * `finds`), in the order they came. Reads no settings and no database.
 *
 * A line that cannot be read is named on `errors` and left out; the others are still answered. Reading waits while the
 * reader of the answers is slow.
 *
 * @returns The exit code: 1 when a line could not be read, else 0.
 */
export async function screenCommand({ input, output, errors }: Streams = processStreams()): Promise<number> {
  let number = 0
  let unreadable = 0
  for await (const lines of linesOf(input)) {
    let answers = ''
    for (const line of lines) {
      number += 1
      if (line.trim() === '') continue
      const row = readRow(line)
      if (typeof row === 'string') {
        unreadable += 1
        errors.write(`Line ${number}: ${row}\n`)
      } else {
        answers += answerOf(row)
      }
    }
    if (answers !== '' && !output.write(answers)) await once(output, 'drain')
  }
  return unreadable > 0 ? 1 : 0
}

const processStreams = (): Streams => ({ input: process.stdin, output: process.stdout, errors: process.stderr })

/** The whole lines of each piece that arrives. Only a line feed ends a line: JSON may hold U+2028 as it is. */
async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder()
  let begun = ''
  for await (const piece of input) {
    const lines = (begun + decoder.decode(piece, { stream: true })).split('\n')
    begun = lines.pop() ?? ''
    if (lines.length > 0) yield lines
  }
  begun += decoder.decode()
  if (begun !== '') yield [begun]
}

/** @returns The row, or a sentence that says why it is none. */
function readRow(line: string): Row | string {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return 'not JSON.'
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not a JSON object.'
  const { id, lang = '', field = '', text } = value as Record<string, unknown>
  if (typeof id !== 'string' && typeof id !== 'number') return '"id" is missing or neither text nor a number.'
  if (typeof text !== 'string') return '"text" is missing or not a text.'
  if (text.length > longestText) return `"text" is longer than ${longestText} characters.`
  if (typeof lang !== 'string' || typeof field !== 'string') return '"lang" and "field" must be texts.'
  return { id, lang, field, text }
}

function answerOf({ id, lang, field, text }: Row): string {
  const { leak, finds } = screenText({ lang, field, text })
  const shown = finds.map(({ kind, start, end, text: seen }) => ({ kind, start, end, text: seen }))
  return `${JSON.stringify({ id, leak, finds: shown })}\n`
}

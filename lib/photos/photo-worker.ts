// Runs as a process of its own, once for each picture: bytes come in on standard input, the files go out on standard
// output behind a line of JSON that says what they are. It is told nothing of the site: no environment, no secrets.
import { Buffer } from 'node:buffer'
import { type PictureKind, pictureKinds } from './identify-picture.ts'
import { reencodePicture } from './reencode-picture.ts'

const kind = pictureKinds.find((known): known is PictureKind => known === process.argv[2])
const chunks: Buffer[] = []
for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
const result = kind
  ? await reencodePicture(Buffer.concat(chunks), kind)
  : ({ kind: 'refused', problem: 'not_a_picture' } as const)
const files = result.kind === 'done' ? result.files : []
const described = files.map(({ width, format, bytes }) => ({ width, format, length: bytes.length }))
process.stdout.write(`${JSON.stringify({ ...result, files: described })}\n`)
for (const { bytes } of files) process.stdout.write(bytes)

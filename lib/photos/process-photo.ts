import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { photoFormats, uploadedWidths } from '../ids/photo-files.ts'
import { second } from '../time/time.ts'
import { identifyPicture, type PictureKind, pictureKinds } from './identify-picture.ts'
import { largestPhotoBytes, type PhotoProblem, photoProblems } from './photo.ts'
import type { PictureFile, Reencoded } from './reencode-picture.ts'

export type PhotoLimits = Readonly<{ timeMs: number; memoryBytes: number }>
type Refused = Readonly<{ kind: 'refused'; problem: PhotoProblem }>

/** A photo of 48 million dots takes about 600 MB and five seconds. */
export const photoLimits: PhotoLimits = { timeMs: 30 * second, memoryBytes: 768 * 1024 * 1024 }

const largestAnswer = 24 * 1024 * 1024
const watchMs = 20

const answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('refused'), problem: z.enum(photoProblems) }),
  z.object({
    kind: z.literal('done'),
    width: z.int().positive().max(10_000),
    height: z.int().positive().max(10_000),
    lookHash: z.string().regex(/^[0-9a-f]{16}$/),
    texts: z.array(z.object({ source: z.enum(['qr', 'metadata']), text: z.string().max(1000) })).max(100),
    files: z
      .array(
        z.object({
          width: z.literal(uploadedWidths),
          format: z.enum(photoFormats),
          length: z.int().positive().max(largestAnswer),
        }),
      )
      .length(uploadedWidths.length * photoFormats.length),
  }),
])

/**
 * Turns the bytes somebody sent into the files of a picture.
 *
 * The bytes are decoded in a child process that knows no secret, may write no file and start no program, and is ended
 * when it takes too long or too much memory. Whatever happens to it, this process only learns that there is no picture.
 */
export async function processPhoto(bytes: Uint8Array, limits: PhotoLimits = photoLimits): Promise<Reencoded | Refused> {
  if (bytes.length > largestPhotoBytes) return { kind: 'refused', problem: 'too_large' }
  const kind = identifyPicture(bytes)
  if (!isKind(kind)) return { kind: 'refused', problem: kind }
  const said = await askChild(bytes, { kind, limits })
  return typeof said === 'string' ? { kind: 'refused', problem: said } : readAnswer(said)
}

function isKind(value: string): value is PictureKind {
  return pictureKinds.some((kind) => kind === value)
}

function askChild(
  bytes: Uint8Array,
  { kind, limits }: Readonly<{ kind: PictureKind; limits: PhotoLimits }>,
): Promise<Buffer | PhotoProblem> {
  return new Promise((resolve) => {
    const child = startChild(kind)
    const chunks: Buffer[] = []
    let received = 0
    let problem: PhotoProblem | undefined
    const end = (why: PhotoProblem) => {
      problem ??= why
      child.kill('SIGKILL')
    }
    const timer = setTimeout(() => end('too_slow'), limits.timeMs)
    const watch = setInterval(() => {
      if (memoryOf(child) > limits.memoryBytes) end('too_heavy')
    }, watchMs)
    child.stdout?.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      received += chunk.length
      if (received > largestAnswer) end('failed')
    })
    // A child that ends early leaves the pipe closed; its end is handled below.
    child.stdin?.on('error', () => undefined)
    child.on('error', () => end('failed'))
    child.on('close', (code) => {
      clearTimeout(timer)
      clearInterval(watch)
      resolve(problem ?? (code === 0 ? Buffer.concat(chunks) : 'damaged'))
    })
    child.stdin?.end(bytes)
  })
}

function startChild(kind: PictureKind): ChildProcess {
  const child = spawn(process.execPath, [...childFlags(), workerFile(), kind], {
    env: { NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  })
  if (child.pid === undefined) return child
  try {
    // Pages come first; and where memory runs out, this is what the system ends rather than the site.
    setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
    writeFileSync(`/proc/${child.pid}/oom_score_adj`, '1000')
  } catch {
    // Other systems have no such file, and it is a courtesy.
  }
  return child
}

function childFlags(): string[] {
  const quiet = ['--disable-warning=ExperimentalWarning', '--disable-warning=SecurityWarning']
  const locked = ['--permission', '--allow-addons', '--allow-fs-read=*']
  const canLock = process.allowedNodeEnvironmentFlags.has('--permission')
  return ['--experimental-strip-types', '--max-old-space-size=256', ...quiet, ...(canLock ? locked : [])]
}

/** Beside this file in a checkout, under the working directory in a bundle. */
function workerFile(): string {
  const beside = join(dirname(import.meta.filename ?? ''), 'photo-worker.ts')
  return existsSync(beside) ? beside : join(process.cwd(), 'lib', 'photos', 'photo-worker.ts')
}

/** Bytes of memory the child has in use; 0 where the system does not say. */
function memoryOf({ pid }: ChildProcess): number {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes ?? 0) * 1024
  } catch {
    return 0
  }
}

/** The child read hostile bytes, so what it says is checked like anything else that comes from outside. */
function readAnswer(said: Buffer): Reencoded | Refused {
  const failed = { kind: 'refused', problem: 'failed' } as const
  const end = said.indexOf('\n')
  const parsed = answer.safeParse(readJson(said.subarray(0, Math.max(0, end)).toString()))
  if (!parsed.success) return failed
  if (parsed.data.kind === 'refused') return parsed.data
  const files: PictureFile[] = []
  let at = end + 1
  for (const { width, format, length } of parsed.data.files) {
    const bytes = said.subarray(at, at + length)
    const isWhole = bytes.length === length && identifyPicture(bytes) === format
    if (!isWhole) return failed
    files.push({ width, format, bytes })
    at += length
  }
  return { ...parsed.data, files }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

import { useRef, useState } from 'react'
import { fill } from './fill-words.ts'
import type { PhotoWords } from './photo-step-words.ts'
import { type SendOutcome, sendPhoto } from './send-photo.ts'
import { shrinkPhoto } from './shrink-photo.ts'
import type { StepPhoto } from './step-photo.ts'

/** A file on its way. `problem` is said when it stopped; it may be tried again when `canRetry`. */
export type Upload = Readonly<{
  key: string
  name: string
  state: string
  percent: number
  problem?: string
  canRetry?: boolean
}>

const atOnce = 2
const largestBytes = 20 * 1024 * 1024

type Options = Readonly<{
  action: string
  locale: string
  words: PhotoWords
  onAdded: (photo: StepPhoto) => void
}>

/** Sends files two at a time: while one is being converted, the next is on its way. */
export function usePhotoUploads({ action, locale, words, onAdded }: Options) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const files = useRef(new Map<string, File>())
  const waiting = useRef<string[]>([])
  const running = useRef(0)
  const change = (key: string, changes: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...changes } : upload)))
  const forget = (key: string) => {
    files.current.delete(key)
    setUploads((all) => all.filter((upload) => upload.key !== key))
  }
  const send = async (key: string, file: File) => {
    change(key, { state: words.shrinking })
    const picture = await shrinkPhoto(file)
    if (picture.size > largestBytes) return change(key, { state: '', problem: words.tooLarge })
    const onProgress = (percent: number) =>
      change(key, { percent, state: percent < 100 ? fill(words.sending, { percent }) : words.preparing })
    const outcome = await sendPatiently(() => sendPhoto(picture, { action, locale, name: file.name, key, onProgress }))
    if (outcome.kind === 'failed') return change(key, { state: '', problem: words[outcome.why], canRetry: true })
    if (outcome.kind === 'refused') return change(key, { state: '', problem: outcome.problem })
    forget(key)
    onAdded(outcome.photo)
  }
  const next = () => {
    while (running.current < atOnce) {
      const key = waiting.current.shift()
      const file = key === undefined ? undefined : files.current.get(key)
      if (key === undefined || !file) return
      running.current += 1
      void send(key, file).finally(() => {
        running.current -= 1
        next()
      })
    }
  }
  const add = (chosen: readonly File[]) => {
    const made = chosen.map((file) => ({ key: newKey(), name: file.name, state: words.waiting, percent: 0, file }))
    for (const { key, file } of made) files.current.set(key, file)
    waiting.current.push(...made.map(({ key }) => key))
    setUploads((all) => [...all, ...made.map(({ file: _, ...upload }) => upload)])
    next()
  }
  const retry = (key: string) => {
    setUploads((all) =>
      all.map((upload) => (upload.key === key ? { key, name: upload.name, state: words.waiting, percent: 0 } : upload)),
    )
    waiting.current.push(key)
    next()
  }
  return { uploads, add, retry, forget }
}

function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Where many send at once, waits a little by itself before anybody has to press a button. */
async function sendPatiently(send: () => Promise<SendOutcome>): Promise<SendOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await send()
    if (attempt === 4 || outcome.kind !== 'failed' || outcome.why !== 'busy') return outcome
    await new Promise((resolve) => setTimeout(resolve, 3000 * attempt))
  }
}

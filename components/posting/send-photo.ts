import type { StepPhoto } from './step-photo.ts'

export type SendOutcome =
  | Readonly<{ kind: 'added'; photo: StepPhoto }>
  /** The file itself is no good. */
  | Readonly<{ kind: 'refused'; problem: string }>
  /** May work the next time. */
  | Readonly<{ kind: 'failed'; why: 'network' | 'busy' | 'refused' }>

type Sending = Readonly<{
  action: string
  locale: string
  name: string
  /** The same for every try of one file: an answer that was lost is given again. */
  key: string
  onProgress: (percent: number) => void
}>

/** Sends one photo, telling how much has left. `fetch` cannot tell that. */
export function sendPhoto(picture: Blob, { action, locale, name, key, onProgress }: Sending): Promise<SendOutcome> {
  return new Promise((resolve) => {
    const form = new FormData()
    form.append('locale', locale)
    form.append('photos', picture, name)
    const call = new XMLHttpRequest()
    call.open('POST', action)
    call.setRequestHeader('accept', 'application/json')
    call.setRequestHeader('idempotency-key', key)
    call.upload.addEventListener('progress', ({ loaded, total }) => onProgress(Math.floor((100 * loaded) / total)))
    call.addEventListener('load', () => resolve(outcomeOf(call)))
    for (const event of ['error', 'abort', 'timeout']) {
      call.addEventListener(event, () => resolve({ kind: 'failed', why: 'network' }))
    }
    call.send(form)
  })
}

function outcomeOf({ status, responseText }: XMLHttpRequest): SendOutcome {
  if (status === 429 || status === 503) return { kind: 'failed', why: 'busy' }
  if (status !== 200) return { kind: 'failed', why: status >= 500 ? 'network' : 'refused' }
  const [answer] = (JSON.parse(responseText) as { photos: readonly (StepPhoto | { problem: string })[] }).photos
  if (!answer) return { kind: 'failed', why: 'refused' }
  return 'problem' in answer ? { kind: 'refused', problem: answer.problem } : { kind: 'added', photo: answer }
}

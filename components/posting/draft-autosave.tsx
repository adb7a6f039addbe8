'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { showWhenAsked } from './show-when-asked.ts'
import { suggestPlaces } from './suggest-places.ts'

type Words = Readonly<{ saving: string; saved: string; notSaved: string; parted: string; find: string }>
type Props = Readonly<{ action: string; comparePath: string; words: Words; locale: string; children: ReactNode }>
type Answer = Readonly<{ outcome: 'saved' | 'parted'; version: number; savedAt: number; finds: readonly unknown[] }>
type Said = Readonly<{ kind: 'nothing' | 'saving' | 'saved' | 'failed' | 'parted'; at: number; hasFinds: boolean }>

const everyMs = 5000

/** A form that saves itself when a field is left and every five seconds while something is typed. */
export function DraftAutosave({ action, comparePath, words, locale, children }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [said, setSaid] = useState<Said>({ kind: 'nothing', at: 0, hasFinds: false })
  useEffect(() => {
    const element = form.current
    if (!element) return
    return watchDraft(element, { action, say: setSaid })
  }, [action])
  const clock = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', { timeStyle: 'short' })
  return (
    <form ref={form} method="post" action={action} className="stack post-form" noValidate>
      {children}
      <p className="post-saved" role="status">
        {said.kind === 'saving' ? words.saving : ''}
        {said.kind === 'saved' ? words.saved.replace('{time}', clock.format(said.at)) : ''}
        {said.kind === 'failed' ? words.notSaved : ''}
        {said.kind === 'parted' ? <a href={comparePath}>{words.parted}</a> : null}
      </p>
      {said.hasFinds ? (
        <p className="notice notice-bad" role="status">
          <button type="submit" name="save" value="next" className="button-bare">
            {words.find}
          </button>
        </p>
      ) : null}
    </form>
  )
}

type Watch = Readonly<{ action: string; say: (said: Said) => void }>

/** @returns What stops watching. */
function watchDraft(form: HTMLFormElement, { action, say }: Watch): () => void {
  let sent = bodyOf(form).toString()
  let running: Promise<void> | undefined
  const save = async () => {
    const body = bodyOf(form)
    const typed = body.toString()
    if (typed === sent) return
    body.set('save', 'auto')
    say({ kind: 'saving', at: 0, hasFinds: false })
    const answer = await send(action, body)
    if (!answer) return say({ kind: 'failed', at: 0, hasFinds: false })
    const hasFinds = answer.finds.length > 0
    if (answer.outcome === 'parted') return say({ kind: 'parted', at: answer.savedAt, hasFinds })
    setVersion(form, answer.version)
    sent = withVersion(typed, answer.version)
    say({ kind: 'saved', at: answer.savedAt, hasFinds })
  }
  const saveOnce = () => {
    running ??= save().finally(() => {
      running = undefined
    })
    return running
  }
  const submit = (event: SubmitEvent) => {
    if (!running) return
    // The version that is being saved would be one behind.
    event.preventDefault()
    void running.then(() => form.requestSubmit(event.submitter as HTMLElement | null))
  }
  const leave = () => void saveOnce()
  const timer = setInterval(leave, everyMs)
  form.addEventListener('focusout', leave)
  form.addEventListener('submit', submit)
  const stops = [showWhenAsked(form), suggestPlaces(form)]
  return () => {
    clearInterval(timer)
    form.removeEventListener('focusout', leave)
    form.removeEventListener('submit', submit)
    for (const stop of stops) stop()
  }
}

function bodyOf(form: HTMLFormElement): URLSearchParams {
  return new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
}

function setVersion(form: HTMLFormElement, version: number): void {
  const input = form.elements.namedItem('version')
  if (input instanceof HTMLInputElement) input.value = String(version)
}

function withVersion(typed: string, version: number): string {
  const body = new URLSearchParams(typed)
  body.set('version', String(version))
  return body.toString()
}

async function send(action: string, body: URLSearchParams): Promise<Answer | undefined> {
  try {
    const response = await fetch(action, { method: 'POST', headers: { accept: 'application/json' }, body })
    return response.ok ? ((await response.json()) as Answer) : undefined
  } catch {
    return undefined
  }
}

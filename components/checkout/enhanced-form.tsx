'use client'

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { ProblemSummary } from '../ui/problem-summary.tsx'
import type { FormProblem, FormWords } from './form-words.ts'
import { problemKey } from './problem-key.ts'

type Props = Readonly<{
  /** Ends the ids of the form's fields: `waiver-<id>`. */
  id: string
  action: string
  words: FormWords
  /** What was wrong with this form when the server sent it back. */
  problems?: readonly FormProblem[] | undefined
  className?: string
  children: ReactNode
}>

type Answer = Readonly<{ location: string } | { location?: undefined; problems: readonly FormProblem[] }>

/**
 * A plain form that, where scripts run, is sent once however often it is pressed, follows the answer, and shows what
 * is wrong in place. Without scripts it posts as it is.
 */
export function EnhancedForm({ id, action, words, problems = [], className, children }: Props) {
  const [shown, setShown] = useState(problems)
  const [isSending, setSending] = useState(false)
  const isBusy = useRef(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // A form brought back from the browser's history was sent already, and its price answered.
    const back = (event: PageTransitionEvent) => {
      if (event.persisted && isBusy.current) location.reload()
    }
    addEventListener('pageshow', back)
    return () => removeEventListener('pageshow', back)
  }, [])
  useEffect(() => {
    if (shown !== problems) box.current?.querySelector<HTMLElement>('.problem-summary')?.focus()
  }, [shown, problems])
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isBusy.current) return
    isBusy.current = true
    const form = event.currentTarget
    setSending(true)
    const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)])
    const body = new URLSearchParams(fields)
    const unlock = lockButtons(form)
    const answer = await send(action, body, words)
    // Only a plain form is led to the page that asks who is sitting there, and back.
    if (answer === 'reauthenticate') return form.submit()
    if (answer.location !== undefined) return location.assign(answer.location)
    isBusy.current = false
    unlock()
    setSending(false)
    markFields(form, id, answer.problems)
    setShown(answer.problems)
    if (!document.title.startsWith(words.error)) document.title = words.error + document.title
  }
  return (
    <form
      method="post"
      action={action}
      className={className}
      aria-busy={isSending}
      onSubmit={(event) => void submit(event)}
    >
      <div ref={box}>
        <ProblemSummary id={id} title={words.title} problems={shown} />
      </div>
      {children}
      <p className="hidden-text" role="status">
        {isSending ? words.sending : ''}
      </p>
    </form>
  )
}

async function send(action: string, body: URLSearchParams, words: FormWords): Promise<Answer | 'reauthenticate'> {
  const say = (key: string) => words.problems[key] ?? words.problems['other'] ?? key
  try {
    const response = await fetch(action, { method: 'POST', headers: { accept: 'application/json' }, body })
    const json = (await response.json()) as {
      location?: string
      title?: string
      errors?: readonly Readonly<{ field: string; code: string }>[]
    }
    if (response.ok) return { location: json.location ?? '' }
    const refusal = json.title ?? 'other'
    if (refusal === 'reauthenticate') return refusal
    const fields = json.errors ?? []
    if (fields.length === 0) return { problems: [{ field: '', message: say(problemKey(refusal)) }] }
    return { problems: fields.map((problem) => ({ field: problem.field, message: say(problemKey(refusal, problem)) })) }
  } catch {
    return { problems: [{ field: '', message: say('network') }] }
  }
}

function lockButtons(form: HTMLFormElement): () => void {
  const buttons = form.querySelectorAll<HTMLButtonElement>('button[type="submit"]')
  for (const button of buttons) button.disabled = true
  return () => {
    for (const button of buttons) button.disabled = false
  }
}

function markFields(form: HTMLFormElement, id: string, problems: readonly FormProblem[]): void {
  const wrong = new Set(problems.map(({ field }) => `${field}-${id}`))
  for (const input of form.querySelectorAll('input')) {
    if (wrong.has(input.id)) input.setAttribute('aria-invalid', 'true')
    else input.removeAttribute('aria-invalid')
  }
}

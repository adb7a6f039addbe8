'use client'

import { useEffect, useState } from 'react'

type Props = Readonly<{
  /** What the passkey is for; `add` makes a new one. */
  purpose: 'sign_in' | 'second' | 'confirm' | 'add'
  /** Where the browser's answer goes. */
  action: string
  label: string
  words: Readonly<{ refused: string; cancelled: string }>
  locale: string
  next?: string | undefined
  /** The page to come back to when the browser must first prove who is sitting there. */
  confirmAt?: string
}>

/** Asks for a passkey. There is nothing to see where no script runs or the browser knows no passkeys. */
export function PasskeyButton({ purpose, action, label, words, locale, next, confirmAt }: Props) {
  const [isKnown, setKnown] = useState(false)
  const [problem, setProblem] = useState('')
  useEffect(() => setKnown('PublicKeyCredential' in window), [])
  if (!isKnown) return null
  const ask = async () => {
    setProblem('')
    try {
      const passkey = await answerOf(purpose, locale)
      if (passkey === 'reauthenticate') return location.assign(confirmPath(locale, confirmAt ?? location.pathname))
      if (!passkey) return setProblem(words.cancelled)
      const answer = await post(action, { passkey, locale, next })
      if (answer.location === undefined) return setProblem(words.refused)
      location.assign(answer.location)
    } catch {
      setProblem(words.refused)
    }
  }
  return (
    <p className="passkey">
      <button type="button" className="button button-quiet" onClick={() => void ask()}>
        {label}
      </button>
      <span role="status" className="field-error">
        {problem}
      </span>
    </p>
  )
}

async function answerOf(purpose: Props['purpose'], locale: string): Promise<unknown> {
  const { options, title } = await post('/api/v1/session/passkey/options', { purpose, locale })
  if (title === 'reauthenticate') return title
  const { startAuthentication, startRegistration } = await import('@simplewebauthn/browser')
  try {
    if (purpose === 'add') return await startRegistration({ optionsJSON: options as never })
    return await startAuthentication({ optionsJSON: options as never })
  } catch {
    return undefined
  }
}

function confirmPath(locale: string, back: string): string {
  return `/${locale}/${locale === 'fr' ? 'confirmer' : 'confirm'}?next=${encodeURIComponent(back)}`
}

type Answer = Readonly<{ location?: string; options?: unknown; title?: string }>

async function post(action: string, body: unknown): Promise<Answer> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' }
  const response = await fetch(action, { method: 'POST', headers, body: JSON.stringify(body) })
  const json = (await response.json()) as Answer
  return response.ok ? json : { ...(json.title === undefined ? {} : { title: json.title }) }
}

'use client'

import { useEffect, useRef, useState } from 'react'

type Props = Readonly<{
  /** Where the ad that is open is taken and kept; absent when somebody else has it. */
  claim: string | undefined
  words: Readonly<{ open: string; title: string; on: string; close: string }>
  keys: readonly (readonly [key: string, meaning: string])[]
}>

const setting = 'obole-single-keys'
const keepEveryMs = 120_000

/**
 * Single keys for the elements that carry `data-key`, a list of them under `?`, and a switch to turn them off, which
 * this device remembers. The ad that is open is taken for its reader as long as the page stays.
 */
export function ModerationKeys({ claim, words, keys }: Props) {
  const [isOn, setOn] = useState(true)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => setOn(localStorage.getItem(setting) !== 'off'), [])
  useEffect(() => {
    if (!claim) return
    const keep = () =>
      void fetch(claim, { method: 'POST', headers: { accept: 'application/json' }, body: new URLSearchParams() })
    keep()
    const timer = setInterval(keep, keepEveryMs)
    return () => clearInterval(timer)
  }, [claim])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !isOn) return
      if (event.key === '?') dialog.current?.showModal()
      else if (!dialog.current?.open && use(event.key.toLowerCase())) event.preventDefault()
    }
    const choose = (event: Event) => writeText(event.target)
    addEventListener('keydown', press)
    addEventListener('change', choose)
    return () => {
      removeEventListener('keydown', press)
      removeEventListener('change', choose)
    }
  }, [isOn])
  const turn = (value: boolean) => {
    setOn(value)
    localStorage.setItem(setting, value ? 'on' : 'off')
  }
  return (
    <>
      <button
        type="button"
        className="button button-quiet button-small needs-js"
        onClick={() => dialog.current?.showModal()}
      >
        {words.open} <kbd>?</kbd>
      </button>
      <dialog ref={dialog} className="keys-dialog" aria-labelledby="keys-title">
        <h2 id="keys-title">{words.title}</h2>
        <dl className="facts-list">
          {keys.map(([key, meaning]) => (
            <div key={key} className="contents">
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <label className="check">
          <input type="checkbox" checked={isOn} onChange={(event) => turn(event.target.checked)} />
          {words.on}
        </label>
        <form method="dialog">
          <button type="submit" className="button button-small">
            {words.close}
          </button>
        </form>
      </dialog>
    </>
  )
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'submit', 'button'].includes(target.type)
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

/** Presses what carries the key; a choice of the folded form unfolds it first. @returns Whether there was something. */
function use(key: string): boolean {
  if (!/^[a-z1-9]$/.test(key)) return false
  const element = document.querySelector<HTMLElement>(`[data-key="${key}"]`)
  if (!element) return false
  const folded = element.closest('details')
  if (folded && !folded.open) {
    if (/\d/.test(key)) return false
    folded.open = true
  }
  element.click()
  if (element instanceof HTMLInputElement) {
    const next = /\d/.test(key) ? element : element.form?.querySelector<HTMLElement>('input[name="ground"]')
    next?.focus()
  }
  return true
}

/** A ground was chosen: its text is proposed, unless somebody wrote their own. */
function writeText(target: EventTarget | null): void {
  if (!(target instanceof HTMLInputElement) || target.name !== 'ground' || !target.form) return
  const area = target.form.querySelector('textarea')
  const proposals = [...target.form.querySelectorAll<HTMLElement>('[data-text]')].map(
    (one) => one.dataset['text'] ?? '',
  )
  if (area && (area.value.trim() === '' || proposals.includes(area.value))) area.value = target.dataset['text'] ?? ''
}

'use client'

import { useEffect, useState } from 'react'
import type { CallView } from '../../lib/simulator/call-view.ts'
import { reloadPage } from './reload-page.ts'

const everyMs = 1000

/** What the voice has said so far; asks once a second while the call goes on. */
export function CallProgress({ call, label }: Readonly<{ call: CallView; label: string }>) {
  const [view, setView] = useState(call)
  const isGoingOn = view.state === 'announcement' || view.state === 'code'
  useEffect(() => {
    if (!isGoingOn) return
    const timer = setInterval(async () => {
      const response = await fetch(`/simulator/api/calls/${call.id}`)
      if (!response.ok) return
      const next: CallView = await response.json()
      // What can be pressed stands outside of this list, so the page draws it.
      if (next.state === 'over' || next.asksDigits !== call.asksDigits) reloadPage()
      setView(next)
    }, everyMs)
    return () => clearInterval(timer)
  }, [call.id, call.asksDigits, isGoingOn])
  return (
    <>
      <p className="call-meter num">
        <span>{view.seconds} s</span>
        <span>{view.cost}</span>
      </p>
      <ol className="transcript" aria-label={label} aria-live="polite">
        {view.lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end.
          <li key={at} className={`transcript-${line.kind}`}>
            {line.text}
          </li>
        ))}
      </ol>
    </>
  )
}

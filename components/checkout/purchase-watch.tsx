'use client'

import { useEffect } from 'react'

const pollEveryMs = 4000

/** Draws the page again when the purchase has changed: told by the server's events, or by asking where none arrive. */
export function PurchaseWatch({ id, version }: Readonly<{ id: string; version: string }>) {
  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined
    const compare = (current: string) => {
      if (current !== version) location.reload()
    }
    const ask = async () => {
      const response = await fetch(`/api/v1/purchases/${id}`, { headers: { accept: 'application/json' } })
      if (response.ok) compare(((await response.json()) as { version: string }).version)
    }
    const poll = () => {
      timer ??= setInterval(() => void ask().catch(() => undefined), pollEveryMs)
    }
    const events = new EventSource(`/api/v1/purchases/${id}/events`)
    events.addEventListener('change', (event) => compare(event.data))
    events.addEventListener('error', poll)
    const shown = () => {
      if (document.visibilityState === 'visible') void ask().catch(() => undefined)
    }
    document.addEventListener('visibilitychange', shown)
    return () => {
      events.close()
      clearInterval(timer)
      document.removeEventListener('visibilitychange', shown)
    }
  }, [id, version])
  return null
}

'use client'

import { useEffect } from 'react'

/** Tells the site that a contact was shown again; the first showing is recorded before the page is drawn. */
export function CountShowing({ adRef }: Readonly<{ adRef: string }>) {
  useEffect(() => {
    const body = new URLSearchParams({ ref: adRef })
    const headers = { accept: 'application/json' }
    fetch('/api/v1/reveals', { method: 'POST', headers, body, keepalive: true }).catch(() => undefined)
  }, [adRef])
  return null
}

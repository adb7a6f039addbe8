'use client'

import { useEffect } from 'react'

/** Fills in the code that a scanned voucher brings after `#`, which no server sees, and takes it out of the address. */
export function CodeFromAddress({ inputId }: Readonly<{ inputId: string }>) {
  useEffect(() => {
    const code = decodeURIComponent(location.hash.slice(1))
    const input = document.getElementById(inputId)
    if (!/^[0-9A-Za-z-]{12,40}$/.test(code) || !(input instanceof HTMLInputElement)) return
    input.value = code
    history.replaceState(null, '', location.pathname + location.search)
  }, [inputId])
  return null
}

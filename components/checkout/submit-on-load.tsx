'use client'

import { useEffect } from 'react'

/** Presses a button of the page once it is drawn. */
export function SubmitOnLoad({ button }: Readonly<{ button: string }>) {
  useEffect(() => {
    const timer = setTimeout(() => document.getElementById(button)?.click(), 0)
    return () => clearTimeout(timer)
  }, [button])
  return null
}

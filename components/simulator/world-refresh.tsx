'use client'

import { useEffect } from 'react'
import { reloadPage } from './reload-page.ts'

const everyMs = 2500

/** Shows what arrives meanwhile, never while somebody is typing, and brings the latest text into view. */
export function WorldRefresh({ mark }: Readonly<{ mark: string }>) {
  useEffect(() => {
    document.getElementById('latest')?.scrollIntoView({ block: 'nearest' })
    const timer = setInterval(async () => {
      const isTyping = document.activeElement instanceof HTMLInputElement && document.activeElement.value !== ''
      if (document.hidden || isTyping) return
      const response = await fetch('/simulator/api/state?mark=1')
      if (!response.ok) return
      const state: Readonly<{ mark: string }> = await response.json()
      if (state.mark !== mark) reloadPage()
    }, everyMs)
    return () => clearInterval(timer)
  }, [mark])
  return null
}

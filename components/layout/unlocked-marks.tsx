'use client'

import { useEffect } from 'react'

type Mine = Readonly<{ unlockedRefs?: readonly string[]; walletMinor?: number; currency?: string }>

/**
 * Marks the ads whose contact this visitor already has, after the page is drawn: public pages are the same for all.
 * Asks once, and stays silent when there is nothing to say.
 */
export function UnlockedMarks({ locale, label }: Readonly<{ locale: string; label: string }>) {
  useEffect(() => {
    const abort = new AbortController()
    fetch('/api/v1/me', { signal: abort.signal, headers: { accept: 'application/json' } })
      .then((response) => (response.ok ? (response.json() as Promise<Mine>) : {}))
      .then((mine: Mine) => show(mine, { locale, label }))
      .catch(() => undefined)
    return () => abort.abort()
  }, [locale, label])
  return null
}

function show(mine: Mine, { locale, label }: Readonly<{ locale: string; label: string }>): void {
  for (const ref of mine.unlockedRefs ?? []) {
    for (const element of document.querySelectorAll<HTMLElement>(`[data-ref="${CSS.escape(ref)}"]`)) {
      element.dataset['unlocked'] = ''
      for (const words of element.querySelectorAll('[data-unlocked-label]')) {
        words.textContent = words.getAttribute('data-unlocked-label') || label
      }
    }
  }
  const wallet = document.querySelector('#wallet-balance')
  if (!wallet || !mine.walletMinor) return
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency: mine.currency ?? 'EUR' })
  wallet.textContent = ` ${format.format(mine.walletMinor / 100)}`
}

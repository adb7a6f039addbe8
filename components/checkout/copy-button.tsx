'use client'

import { useState } from 'react'

/** Copies a text. Hidden without JavaScript, where the text can be selected. */
export function CopyButton({ text, label, copied }: Readonly<{ text: string; label: string; copied: string }>) {
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text).catch(() => undefined)
    setCopied(true)
  }
  return (
    <span className="needs-js copy">
      <button type="button" className="button-bare" onClick={() => void copy()}>
        {label}
      </button>
      <span role="status">{isCopied ? copied : ''}</span>
    </span>
  )
}

'use client'

import { useState } from 'react'

/** Sharing through the device, or by copying the link where it cannot; and printing. Hidden without JavaScript. */
export function ShareButtons({
  title,
  url,
  labels,
}: Readonly<{ title: string; url: string; labels: { share: string; copied: string; print: string } }>) {
  const [isCopied, setCopied] = useState(false)
  const share = async () => {
    if (typeof navigator.share === 'function') {
      await navigator.share({ title, url }).catch(() => undefined)
      return
    }
    await navigator.clipboard.writeText(url)
    setCopied(true)
  }
  return (
    <div className="share needs-js">
      <button type="button" className="button-bare icon-share" onClick={() => void share()}>
        {labels.share}
      </button>
      <button type="button" className="button-bare icon-print" onClick={() => window.print()}>
        {labels.print}
      </button>
      <span role="status">{isCopied ? labels.copied : ''}</span>
    </div>
  )
}

'use client'

import { useEffect } from 'react'
import { startGallery } from './start-gallery.ts'
import { startSharing } from './start-sharing.ts'

/** Gives life to the galleries and the share buttons of the page it stands on. */
export function AdControls() {
  useEffect(() => {
    const { signal, abort } = endable()
    for (const gallery of document.querySelectorAll('.gallery')) startGallery(gallery, signal)
    for (const bar of document.querySelectorAll<HTMLElement>('.share')) startSharing(bar, signal)
    return abort
  }, [])
  return null
}

function endable(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}

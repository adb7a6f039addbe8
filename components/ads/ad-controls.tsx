'use client'

import { useEffect } from 'react'
import { startGallery } from './start-gallery.ts'
import { startSharing } from './start-sharing.ts'

/** Gives life to the galleries and the share buttons of the page it stands on. */
export function AdControls() {
  useEffect(() => {
    const ending = new AbortController()
    for (const gallery of document.querySelectorAll('.gallery')) startGallery(gallery, ending.signal)
    for (const bar of document.querySelectorAll<HTMLElement>('.share')) startSharing(bar, ending.signal)
    return () => ending.abort()
  }, [])
  return null
}

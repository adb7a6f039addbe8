let isLeaving = false
if (typeof window !== 'undefined') {
  window.addEventListener('beforeunload', () => {
    isLeaving = true
  })
}

/** Reloads, unless the page is already on its way elsewhere: a form that was just sent would be cut off. */
export function reloadPage(): void {
  if (!isLeaving) location.reload()
}

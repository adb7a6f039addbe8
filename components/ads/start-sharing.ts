/** Gives life to the buttons that share an address and print the page, until `signal` ends it. */
export function startSharing(bar: HTMLElement, signal: AbortSignal): void {
  bar.querySelector('.icon-share')?.addEventListener('click', () => void share(bar), { signal })
  bar.querySelector('.icon-print')?.addEventListener('click', () => print(), { signal })
}

/** Through the device, or by copying the address where it cannot. */
async function share(bar: HTMLElement): Promise<void> {
  const { title = '', url = '', copied = '' } = bar.dataset
  if (typeof navigator.share === 'function') {
    await navigator.share({ title, url }).catch(() => undefined)
    return
  }
  await navigator.clipboard.writeText(url)
  const status = bar.querySelector('[role="status"]')
  if (status) status.textContent = copied
}

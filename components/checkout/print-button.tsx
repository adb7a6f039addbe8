'use client'

/** Hidden without JavaScript, where the browser's own menu prints. */
export function PrintButton({ label }: Readonly<{ label: string }>) {
  return (
    <button type="button" className="button button-quiet needs-js no-print" onClick={() => window.print()}>
      {label}
    </button>
  )
}

/** The mark: a tile cut corner to corner, ink and the yellow of an access. */
export function Logo() {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <path d="M1 1v18h18z" fill="var(--ink)" />
      <path d="M1 1h18v18z" fill="var(--access)" />
      <path d="M1 1h18v18H1z" fill="none" stroke="var(--ink)" strokeWidth="1.5" />
    </svg>
  )
}

import type { ReactNode } from 'react'

/** A wide table that scrolls in its own box. It takes the focus itself, for tables that hold no link or button. */
export function ScrollBox({ children }: Readonly<{ children: ReactNode }>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard where it holds no link.
    <div className="scroll-x" tabIndex={0}>
      {children}
    </div>
  )
}

import type { ReactNode } from 'react'

/** A box that says something about the page; `role` is for the ones that appear as an answer to an action. */
export function Notice({
  tone = 'plain',
  role,
  children,
}: Readonly<{ tone?: 'plain' | 'ok' | 'warn' | 'bad'; role?: 'status' | 'alert'; children: ReactNode }>) {
  return (
    <div className={tone === 'plain' ? 'notice' : `notice notice-${tone}`} role={role}>
      {children}
    </div>
  )
}

import type { ReactNode } from 'react'
import '../../app/styles/checkout.css'

/** The frame of a page about paying: a way back, one heading, what it is about, and the page itself. */
export function CheckoutPage({
  title,
  intro,
  back,
  isWide = false,
  children,
}: Readonly<{
  title: string
  intro?: ReactNode
  back?: Readonly<{ href: string; label: string }> | undefined
  isWide?: boolean
  children: ReactNode
}>) {
  return (
    <div className={isWide ? 'page checkout' : 'page page-narrow checkout'}>
      <header className="checkout-head">
        {back ? (
          <a className="checkout-back no-print" href={back.href}>
            {back.label}
          </a>
        ) : null}
        <h1>{title}</h1>
        {intro ? <div className="meta">{intro}</div> : null}
      </header>
      {children}
    </div>
  )
}

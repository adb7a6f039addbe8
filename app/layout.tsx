import type { ReactNode } from 'react'

/** Each part of the site draws its own `Document`, because only it knows the page's language. */
export default function RootLayout({ children }: Readonly<{ children: ReactNode }>) {
  return children
}

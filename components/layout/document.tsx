import type { ReactNode } from 'react'
import '../../app/globals.css'
import { martian, schibsted } from './fonts.ts'

/**
 * The outermost element of every page, in the page's own language.
 *
 * @param brandHash Names the version of `/brand.css`, so that a changed brand is fetched at once; absent when the
 *   operator has changed nothing, which saves every visitor a request.
 */
export function Document({
  lang,
  brandHash,
  children,
}: Readonly<{ lang: string; brandHash?: string | undefined; children: ReactNode }>) {
  return (
    <html lang={lang} className={`${schibsted.variable} ${martian.variable}`} suppressHydrationWarning>
      <head>
        <meta name="color-scheme" content="light dark" />
        {/* Without async or defer: it must run before the first paint, or the theme flashes. */}
        <script src="/theme.js" />
        {brandHash ? <link rel="stylesheet" href={`/brand.css?v=${brandHash}`} precedence="high" /> : null}
      </head>
      <body>{children}</body>
    </html>
  )
}

'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import type { Locale } from '../../lib/i18n/locales.ts'
import { findSlots } from '../../lib/text/drawn-markup.ts'

/** Leads to this same page in the other language; the server moves it to that language's own words. */
export function LanguageLink({ to, label, children }: Readonly<{ to: Locale; label: string; children: string }>) {
  const pathname = usePathname()
  const query = useSearchParams().toString()
  const own = `/${to}${pathname.replace(/^\/(fr|en)(?=\/|$)/, '')}${query ? `?${query}` : ''}`
  // The address bar has the public words where the server saw the page's own; either leads there.
  return (
    <a
      className="language"
      href={findSlots()?.['otherLanguage'] ?? own}
      hrefLang={to}
      lang={to}
      title={label}
      suppressHydrationWarning
    >
      {children}
    </a>
  )
}

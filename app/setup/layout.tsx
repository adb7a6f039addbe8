import type { Metadata } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { Document } from '../../components/layout/document.tsx'
import { preferredLocale } from '../../lib/i18n/locales.ts'
import '../admin/admin.css'
import '../admin/catalogue.css'

export const metadata: Metadata = { robots: { index: false, follow: false }, icons: { icon: '/icon.svg' } }

export default async function SetupLayout({ children }: Readonly<{ children: ReactNode }>) {
  const lang = preferredLocale((await headers()).get('accept-language') ?? undefined)
  return <Document lang={lang}>{children}</Document>
}

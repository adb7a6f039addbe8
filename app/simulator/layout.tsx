import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { Document } from '../../components/layout/document.tsx'
import { isDemo } from '../../lib/config/env.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { brandHash } from '../../lib/settings/brand.ts'
import { findSetting } from '../../lib/settings/settings-queries.ts'
import { localeOfBrowser } from '../../lib/simulator/simulator-route.ts'
import './simulator.css'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const t = translate(await readLocale(), 'simulator')
  return {
    title: t('title'),
    robots: { index: false },
    icons: { icon: '/icon.svg' },
    formatDetection: { telephone: false },
  }
}

/** The outside world of a demonstration; anywhere else there is nothing here. */
export default async function SimulatorLayout({ children }: Readonly<{ children: ReactNode }>) {
  if (!isDemo()) notFound()
  return (
    <Document lang={await readLocale()} brandHash={brandHash(findSetting('brand'), findSetting('logo'))}>
      {children}
    </Document>
  )
}

async function readLocale() {
  const sent = await headers()
  return localeOfBrowser(sent.get('cookie'), sent.get('accept-language'))
}

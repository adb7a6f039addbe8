import type { Metadata, Viewport } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { Document } from '../../components/layout/document.tsx'
import { config } from '../../lib/config/env.ts'
import { tagPage } from '../../lib/http/page-tags.ts'
import { isLocale, type Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { brandHash } from '../../lib/settings/brand.ts'
import { findSetting } from '../../lib/settings/settings-queries.ts'

type Props = Readonly<{ params: Promise<{ locale: string }> }>

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#111a21' },
  ],
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = translate(locale, 'common')
  return {
    metadataBase: new URL(config().origin),
    title: { default: t('siteName'), template: `%s · ${t('siteName')}` },
    icons: { icon: '/icon.svg' },
    manifest: '/manifest.webmanifest',
    // Numbers on our pages are references and prices; a browser that makes links of them misleads.
    formatDetection: { telephone: false, address: false, email: false },
  }
}

export default async function LocaleLayout({ params, children }: Props & Readonly<{ children: ReactNode }>) {
  const locale = await localeOf(params)
  tagPage(['brand'])
  return (
    <Document lang={locale} brandHash={brandHash(findSetting('brand'), findSetting('logo'))}>
      {children}
    </Document>
  )
}

async function localeOf(params: Props['params']): Promise<Locale> {
  const { locale } = await params
  return isLocale(locale) ? locale : notFound()
}

import type { ReactNode } from 'react'
import { SiteFrame } from '../../../components/layout/site-frame.tsx'
import { isDemo } from '../../../lib/config/env.ts'
import { localeOr } from '../../../lib/i18n/locales.ts'

export default async function AccountLayout({
  params,
  children,
}: Readonly<{ params: Promise<{ locale: string }>; children: ReactNode }>) {
  const { locale } = await params
  return (
    <SiteFrame locale={localeOr(locale)} isDemo={isDemo()}>
      {children}
    </SiteFrame>
  )
}

import type { Metadata } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { Document } from '../../components/layout/document.tsx'
import { findMember } from '../../lib/members/find-member.ts'
import { brandHash } from '../../lib/settings/brand.ts'
import { findSetting } from '../../lib/settings/settings-queries.ts'
import { currentTime } from '../../lib/time/time.ts'
import './admin.css'
import './moderation.css'
import './catalogue.css'

export const metadata: Metadata = {
  robots: { index: false, follow: false },
  icons: { icon: '/icon.svg' },
  formatDetection: { telephone: false, address: false, email: false },
}

/** Only finds the language: whether somebody may see a page is for the page to say. */
export default async function AdminLayout({ children }: Readonly<{ children: ReactNode }>) {
  const member = await findMember((await headers()).get('cookie'), currentTime())
  return (
    <Document lang={member?.locale ?? 'fr'} brandHash={brandHash(findSetting('brand'), findSetting('logo'))}>
      {children}
    </Document>
  )
}

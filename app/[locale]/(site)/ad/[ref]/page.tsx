import { notFound, permanentRedirect } from 'next/navigation'
import { findAdByRef } from '../../../../../lib/ads/ad-page-queries.ts'
import { pageLocale } from '../../../../../lib/http/page-locale.ts'
import { adPath } from '../../../../../lib/i18n/paths.ts'
import { currentTime } from '../../../../../lib/time/time.ts'

export const dynamic = 'force-dynamic'

/** An ad's address without its words, as somebody may type it. */
export default async function AdByRefPage({ params }: Readonly<{ params: Promise<{ locale: string; ref: string }> }>) {
  const locale = await pageLocale(params)
  const { ref } = await params
  permanentRedirect(adPath(locale, findAdByRef(ref, { locale, now: currentTime() }) ?? notFound()))
}

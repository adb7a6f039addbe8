import { findAdByRef } from '../../../lib/ads/ad-page-queries.ts'
import { preferredLocale } from '../../../lib/i18n/locales.ts'
import { adPath, pathTo } from '../../../lib/i18n/paths.ts'
import { normaliseCode } from '../../../lib/ids/crockford.ts'
import { currentTime } from '../../../lib/time/time.ts'

export const dynamic = 'force-dynamic'

/** The short address printed on paper and sent by text, in the language the browser prefers. */
export async function GET(request: Request, { params }: { params: Promise<{ ref: string }> }): Promise<Response> {
  const ref = normaliseCode((await params).ref)
  const locale = preferredLocale(request.headers.get('accept-language') ?? undefined)
  const ad = findAdByRef(ref, { locale, now: currentTime() })
  // An unknown reference goes to the page that says so, in words.
  const location = ad ? adPath(locale, ad) : pathTo(locale, 'ad', ref, 'x')
  return new Response(null, { status: ad ? 308 : 307, headers: { location, vary: 'accept-language' } })
}

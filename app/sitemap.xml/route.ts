import { config } from '../../lib/config/env.ts'
import { tagPage } from '../../lib/http/page-tags.ts'
import { sitemapIndex } from '../../lib/http/sitemap.ts'

export const dynamic = 'force-dynamic'

export function GET(): Response {
  tagPage(['ads'])
  return new Response(sitemapIndex(config().origin), { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}

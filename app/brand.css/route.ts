import { tagPage } from '../../lib/http/page-tags.ts'
import { brandCss } from '../../lib/settings/brand.ts'
import { findSetting } from '../../lib/settings/settings-queries.ts'

export const dynamic = 'force-dynamic'

/** The operator's tokens over the default look; pages name its version, so a change is seen at once. */
export function GET(): Response {
  tagPage(['brand'])
  return new Response(brandCss(findSetting('brand'), findSetting('logo')), {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  })
}

import { brandCss } from '../../lib/settings/brand.ts'
import { loadBrand } from '../../lib/settings/settings-queries.ts'

export const dynamic = 'force-dynamic'

/** The operator's colours over the default look; pages name its version, so browsers may keep it. */
export function GET(): Response {
  return new Response(brandCss(loadBrand()), {
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  })
}

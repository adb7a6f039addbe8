import { config } from '../../lib/config/env.ts'
import { escapeXml } from '../../lib/http/xml.ts'
import { localeOr } from '../../lib/i18n/locales.ts'
import { pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'

export const dynamic = 'force-dynamic'

/** Lets a browser offer the site among its search engines; `?lang=en` for the English one. */
export function GET(request: Request): Response {
  const locale = localeOr(new URL(request.url).searchParams.get('lang'))
  const t = translate(locale, 'common')
  const { origin } = config()
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml(t('siteName').slice(0, 16))}</ShortName>
  <Description>${escapeXml(t('tagline'))}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Language>${locale}</Language>
  <Image width="16" height="16" type="image/svg+xml">${escapeXml(`${origin}/icon.svg`)}</Image>
  <Url type="text/html" template="${escapeXml(`${origin}${pathTo(locale, 'search')}`)}?q={searchTerms}"/>
</OpenSearchDescription>
`
  return new Response(body, { headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' } })
}

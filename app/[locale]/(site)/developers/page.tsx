import { endpointSection } from '../../../../components/developers/endpoint-section.ts'
import { schemaSection } from '../../../../components/developers/schema-section.ts'
import { config } from '../../../../lib/config/env.ts'
import { apiTags } from '../../../../lib/http/api-tags.ts'
import type { DrawnPage, PageAddress } from '../../../../lib/http/drawn-page.ts'
import { openApiDocument } from '../../../../lib/http/openapi.ts'
import { viewOpenApi } from '../../../../lib/http/openapi-view.ts'
import type { Locale } from '../../../../lib/i18n/locales.ts'
import { pathTo } from '../../../../lib/i18n/paths.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { html, type Markup } from '../../../../lib/text/markup.ts'
import { drawnPage } from '../drawn-page.tsx'
import './developers.css'

export const dynamic = 'force-dynamic'

const { generateMetadata, Page } = drawnPage(
  { name: 'developers', frame: '/developers', draw: drawDevelopers },
  { className: 'page' },
)

export { generateMetadata, Page as default }

function drawDevelopers({ locale }: PageAddress): DrawnPage {
  const t = translate(locale, 'api')
  const { origin } = config()
  const { endpoints, schemas } = viewOpenApi(openApiDocument())
  const examples = examplesFor(origin, locale)
  const sections = apiTags.map((tag) => {
    const drawn = endpoints
      .filter((endpoint) => endpoint.tag === tag)
      .map((endpoint) => endpointSection(endpoint, { locale, example: examples[endpoint.id] }))
    return html`<section class="mt-8" aria-labelledby="tag-${tag}"><h2 id="tag-${tag}">${t(`tag.${tag}`)}</h2>${
      drawn
    }</section>`
  })
  const objects = schemas.map((schema) => schemaSection(schema, locale))
  const content = html`<h1>${t('title')}</h1>${openingOf(locale)}${sections}<section class="mt-8" aria-labelledby="schemas"><h2 id="schemas">${t(
    'schemas',
  )}</h2>${objects}</section>`
  const paths = { fr: pathTo('fr', 'developers'), en: pathTo('en', 'developers') }
  return { kind: 'page', head: { locale, title: t('title'), description: t('description'), paths }, content }
}

function openingOf(locale: Locale): Markup {
  const t = translate(locale, 'api')
  const link = html`<a href="/api/openapi.json">${config().origin}/api/openapi.json</a>`
  const topics = (['errors', 'idempotency', 'cache'] as const).map(
    (topic) => html`<h2>${t(topic)}</h2><p>${t(`${topic}Text`)}</p>`,
  )
  return html`<div class="prose mt-4"><p>${t('intro')}</p><p>${t('document')} ${link}</p>${topics}</div>`
}

function examplesFor(origin: string, locale: string): Readonly<Record<string, string>> {
  const write = `curl -X POST -H 'Content-Type: application/json' -H 'Accept: application/json' \\\n  -H 'Origin: ${origin}' -b cookies.txt -c cookies.txt`
  return {
    searchAds: `curl '${origin}/api/v1/ads?q=2cv&lieu=moulins-03000&r=50&lang=${locale}'`,
    getAd: `curl '${origin}/api/v1/ads/K7P204?lang=${locale}'`,
    listCategories: `curl '${origin}/api/v1/categories?lang=${locale}'`,
    suggestPlaces: `curl '${origin}/api/v1/places?q=moul'`,
    requestUnlock: `${write} \\\n  -H 'Idempotency-Key: 6f1c' -d '{"quote":"…","waiver":true}' \\\n  ${origin}/api/v1/purchases`,
    getPurchase: `curl -b cookies.txt '${origin}/api/v1/purchases/…'`,
    recoverAccess: `${write} \\\n  -d '{"recovery":"XXXX-XXXX-XXXX-XXXX-X","once":"…"}' ${origin}/api/v1/access/recover`,
  }
}

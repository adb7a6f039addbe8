import type { Metadata } from 'next'
import { EndpointSection } from '../../../../components/developers/endpoint-section.tsx'
import { SchemaSection } from '../../../../components/developers/schema-section.tsx'
import { config } from '../../../../lib/config/env.ts'
import { apiTags } from '../../../../lib/http/api-tags.ts'
import { openApiDocument } from '../../../../lib/http/openapi.ts'
import { viewOpenApi } from '../../../../lib/http/openapi-view.ts'
import { pageLocale } from '../../../../lib/http/page-locale.ts'
import { pageMetadata } from '../../../../lib/http/page-metadata.ts'
import { pathTo } from '../../../../lib/i18n/paths.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import './developers.css'

export const dynamic = 'force-dynamic'

type Props = Readonly<{ params: Promise<{ locale: string }> }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await pageLocale(params)
  const t = translate(locale, 'api')
  return pageMetadata({
    locale,
    title: t('title'),
    description: t('description'),
    paths: { fr: pathTo('fr', 'developers'), en: pathTo('en', 'developers') },
  })
}

export default async function DevelopersPage({ params }: Props) {
  const locale = await pageLocale(params)
  const t = translate(locale, 'api')
  const { origin } = config()
  const { endpoints, schemas } = viewOpenApi(openApiDocument())
  const examples = examplesFor(origin, locale)
  return (
    <div className="page">
      <h1>{t('title')}</h1>
      <div className="prose mt-4">
        <p>{t('intro')}</p>
        <p>
          {t('document')} <a href="/api/openapi.json">{origin}/api/openapi.json</a>
        </p>
        <h2>{t('errors')}</h2>
        <p>{t('errorsText')}</p>
        <h2>{t('idempotency')}</h2>
        <p>{t('idempotencyText')}</p>
        <h2>{t('cache')}</h2>
        <p>{t('cacheText')}</p>
      </div>
      {apiTags.map((tag) => (
        <section key={tag} className="mt-8" aria-labelledby={`tag-${tag}`}>
          <h2 id={`tag-${tag}`}>{t(`tag.${tag}`)}</h2>
          {endpoints
            .filter((endpoint) => endpoint.tag === tag)
            .map((endpoint) => (
              <EndpointSection key={endpoint.id} endpoint={endpoint} locale={locale} example={examples[endpoint.id]} />
            ))}
        </section>
      ))}
      <section className="mt-8" aria-labelledby="schemas">
        <h2 id="schemas">{t('schemas')}</h2>
        {schemas.map((schema) => (
          <SchemaSection key={schema.name} schema={schema} locale={locale} />
        ))}
      </section>
    </div>
  )
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

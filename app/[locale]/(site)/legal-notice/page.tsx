import { TextArticle } from '../../../../components/layout/text-article.tsx'
import { findContent } from '../../../../lib/content/content-queries.ts'
import { pageLocale } from '../../../../lib/http/page-locale.ts'
import { tagPage } from '../../../../lib/http/page-tags.ts'
import { textPage } from '../../../../lib/i18n/texts/texts.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { findSetting } from '../../../../lib/settings/settings-queries.ts'
import { OwnText, textMetadata } from '../text-route.tsx'

export const dynamic = 'force-dynamic'
export const generateMetadata = textMetadata('legal-notice')

/** Who answers for the site comes from the operator's settings; what is missing is said to be missing. */
export default async function LegalNoticePage({ params }: Readonly<{ params: Promise<{ locale: string }> }>) {
  const locale = await pageLocale(params)
  tagPage(['brand'])
  const own = findContent('page', 'legal-notice', locale)
  if (own) return <OwnText title={own.title ?? ''} body={own.body} />
  const t = translate(locale, 'texts')
  const publisher = findSetting('publisher')
  const lines = [
    [t('publisherName'), publisher.name],
    [t('publisherForm'), publisher.form],
    [t('publisherDirector'), publisher.director],
    [t('publisherAddress'), publisher.address],
    [t('publisherEmail'), publisher.email],
    [t('publisherPhone'), publisher.phone],
    [t('publisherSiret'), publisher.siret],
    [t('publisherVat'), publisher.vatNumber],
    [t('publisherHost'), publisher.host],
    [t('publisherMediator'), publisher.mediator],
  ] as const
  const known = lines.filter(([, value]) => value !== '')
  return (
    <TextArticle text={textPage(locale, 'legal-notice')}>
      <h2 id="publisher">{t('publisher')}</h2>
      {known.length === 0 ? (
        <p>{t('publisherMissing')}</p>
      ) : (
        <dl className="lines">
          {known.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </TextArticle>
  )
}

import type { Metadata } from 'next'
import { pageLocale } from '../../../../lib/http/page-locale.ts'
import { homePath } from '../../../../lib/i18n/paths.ts'
import { translate } from '../../../../lib/i18n/translator.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{ params: Promise<{ locale: string }> }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const title = translate(await pageLocale(params), 'common')('notFoundTitle')
  return { title, robots: { index: false } }
}

/**
 * The words for an address that leads nowhere, whole in its HTML. The framework's own answer to "not found" is an empty
 * page that fills itself by script; the server sends this one in its place, with status 404.
 */
export default async function MissingPage({ params }: Props) {
  const locale = await pageLocale(params)
  const t = translate(locale, 'common')
  return (
    <div className="page page-narrow">
      <h1>{t('notFoundTitle')}</h1>
      <p className="prose-lead">{t('notFoundText')}</p>
      <p>
        <a className="button" href={homePath(locale)}>
          {t('goHome')}
        </a>
      </p>
    </div>
  )
}

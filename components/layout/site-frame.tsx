import type { ReactNode } from 'react'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { SiteFooter } from './site-footer.tsx'
import { SiteHeader } from './site-header.tsx'
import { UnlockedMarks } from './unlocked-marks.tsx'

/** What surrounds every page of the site: the way past it, header, content, footer. */
export function SiteFrame({
  locale,
  isDemo,
  children,
}: Readonly<{ locale: Locale; isDemo: boolean; children: ReactNode }>) {
  const t = translate(locale, 'common')
  return (
    <>
      <link
        rel="search"
        type="application/opensearchdescription+xml"
        href={`/opensearch.xml?lang=${locale}`}
        title={t('siteName')}
      />
      <a className="skip" href="#content">
        {t('skipToContent')}
      </a>
      {isDemo ? (
        <aside className="demo-bar" aria-label={t('demoLabel')}>
          <p>
            {t('demoNotice')} <a href="/simulator">{t('demoPhone')}</a>
          </p>
        </aside>
      ) : null}
      <SiteHeader locale={locale} />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter locale={locale} />
      <UnlockedMarks locale={locale} label={t('unlocked')} />
    </>
  )
}

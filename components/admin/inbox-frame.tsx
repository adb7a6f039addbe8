import type { ReactNode } from 'react'
import type { Locale } from '../../lib/i18n/locales.ts'
import { homePath } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { Logo } from '../layout/logo.tsx'

type Props = Readonly<{ locale: Locale; path: string; title: string; children: ReactNode }>

/** What surrounds the demonstration's mail. */
export function InboxFrame({ locale, path, title, children }: Props) {
  const t = translate(locale, 'admin')
  const other = locale === 'fr' ? 'en' : 'fr'
  return (
    <>
      <title>{`${title} · ${translate(locale, 'common')('siteName')}`}</title>
      <header className="panel-header">
        <div className="panel-bar">
          <a className="brand panel-brand" href={`/inbox?lang=${locale}`}>
            <Logo />
            {t('inbox.title')}
          </a>
          <div className="panel-person">
            <a href={homePath(locale)}>{t('site')}</a>
            <a href={`${path}?lang=${other}`} lang={other} hrefLang={other}>
              {t('inbox.other')}
            </a>
          </div>
        </div>
      </header>
      <main className="panel-main" lang={locale}>
        <div className="panel-head">
          <h1>{title}</h1>
        </div>
        {children}
      </main>
    </>
  )
}

import type { Locale } from '../../lib/i18n/locales.ts'
import { homePath, pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { LanguageLink } from './language-link.tsx'
import { Logo } from './logo.tsx'
import { SearchForm } from './search-form.tsx'

export function SiteHeader({ locale }: Readonly<{ locale: Locale }>) {
  const t = translate(locale, 'common')
  return (
    <header className="site-header">
      <div className="site-bar">
        <a className="brand" href={homePath(locale)}>
          <Logo />
          {t('siteName')}
        </a>
        <SearchForm
          action={pathTo(locale, 'search')}
          labels={{
            search: t('searchLabel'),
            searchHint: t('searchPlaceholder'),
            place: t('placeLabel'),
            placeHint: t('placePlaceholder'),
            submit: t('searchButton'),
          }}
        />
        <nav className="site-links" aria-label={t('menu')}>
          <a className="site-post" href={pathTo(locale, 'post')}>
            {translate(locale, 'posting')('link')}
          </a>
          <a href={pathTo(locale, 'my-access')}>{t('myAccess')}</a>
          <a href={pathTo(locale, 'wallet')}>
            {t('wallet')}
            <span id="wallet-balance" className="num" />
          </a>
          <a href={pathTo(locale, 'dashboard')}>{translate(locale, 'account')('dashboard.title')}</a>
          <LanguageLink to={locale === 'fr' ? 'en' : 'fr'} label={t('languageLabel')}>
            {t('language')}
          </LanguageLink>
        </nav>
      </div>
    </header>
  )
}

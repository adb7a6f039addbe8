import type { Locale } from '../../lib/i18n/locales.ts'
import { homePath, pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { html, type Markup } from '../../lib/text/markup.ts'
import { Drawn } from '../ui/drawn.tsx'
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
          <Drawn name="site-links" className="contents" markup={linksOf(locale)} />
          <LanguageLink to={locale === 'fr' ? 'en' : 'fr'} label={t('languageLabel')}>
            {t('language')}
          </LanguageLink>
        </nav>
      </div>
    </header>
  )
}

function linksOf(locale: Locale): Markup {
  const t = translate(locale, 'common')
  const link = (page: 'my-access' | 'wallet' | 'dashboard', words: string, mark?: Markup) =>
    html`<a href="${pathTo(locale, page)}">${words}${mark}</a>`
  return html`<a class="site-post" href="${pathTo(locale, 'post')}">${translate(locale, 'posting')('link')}</a>${[
    link('my-access', t('myAccess')),
    link('wallet', t('wallet'), html`<span id="wallet-balance" class="num"></span>`),
    link('dashboard', translate(locale, 'account')('dashboard.title')),
  ]}`
}

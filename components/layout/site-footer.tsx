import type { Locale } from '../../lib/i18n/locales.ts'
import { type PageName, pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { ThemeToggle } from './theme-toggle.tsx'

const service = [
  ['prices', 'prices'],
  ['help', 'help'],
  ['voucher', 'voucher'],
  ['code', 'enterCode'],
  ['withdrawal', 'withdrawal'],
] as const satisfies readonly (readonly [PageName, string])[]

const legal = [
  ['ranking', 'ranking'],
  ['legal-notice', 'legalNotice'],
  ['terms', 'terms'],
  ['sale-terms', 'saleTerms'],
  ['privacy', 'privacy'],
  ['cookies', 'cookies'],
  ['accessibility', 'accessibility'],
  ['transparency', 'transparency'],
  ['developers', 'developers'],
] as const satisfies readonly (readonly [PageName, string])[]

export function SiteFooter({ locale }: Readonly<{ locale: Locale }>) {
  const t = translate(locale, 'common')
  return (
    <footer className="site-footer">
      <div className="site-foot">
        <p>
          <strong>{t('footerPromise')}</strong>
        </p>
        <nav aria-label={t('footerService')}>
          <ul>
            {service.map(([page, label]) => (
              <li key={page}>
                <a href={pathTo(locale, page)}>{t(label)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <nav aria-label={t('footerLegal')}>
          <ul>
            {legal.map(([page, label]) => (
              <li key={page}>
                <a href={pathTo(locale, page)}>{t(label)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <ThemeToggle
          label={t('theme')}
          names={{ light: t('themeLight'), dark: t('themeDark'), system: t('themeSystem') }}
        />
      </div>
    </footer>
  )
}

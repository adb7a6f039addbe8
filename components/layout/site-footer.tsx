import type { Locale } from '../../lib/i18n/locales.ts'
import { type PageName, pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { html, type Markup } from '../../lib/text/markup.ts'
import { Drawn } from '../ui/drawn.tsx'
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
        <Drawn name="site-foot" className="contents" markup={footOf(locale)} />
        <ThemeToggle
          label={t('theme')}
          names={{ light: t('themeLight'), dark: t('themeDark'), system: t('themeSystem') }}
        />
      </div>
    </footer>
  )
}

function footOf(locale: Locale): Markup {
  const t = translate(locale, 'common')
  const links = (list: typeof service | typeof legal) =>
    list.map(([page, label]) => html`<li><a href="${pathTo(locale, page)}">${t(label)}</a></li>`)
  return html`<p><strong>${t('footerPromise')}</strong></p><nav aria-label="${t('footerService')}"><ul>${links(
    service,
  )}</ul></nav><nav aria-label="${t('footerLegal')}"><ul>${links(legal)}</ul></nav>`
}

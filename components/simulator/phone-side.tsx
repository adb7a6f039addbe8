import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'

/** What stands beside the telephone where there is room, and below it where there is not. */
export function PhoneSide({ locale, from }: Readonly<{ locale: Locale; from: string }>) {
  const t = translate(locale, 'simulator')
  const other = locale === 'fr' ? 'en' : 'fr'
  return (
    <aside className="phone-side" aria-label={t('title')}>
      <p className="phone-side-title">{t('title')}</p>
      <p>{t('intro')}</p>
      <ul>
        <li>
          <a href={`/${locale}`}>{t('backToSite')}</a>
        </li>
        <li>
          <a href="/simulator/provider">{t('consoleOpen')}</a>
        </li>
        <li>
          <a href="/simulator/program">{t('programTitle')}</a>
        </li>
        <li>
          <form method="post" action="/simulator/api/language">
            <input type="hidden" name="from" value={from} />
            <button type="submit" name="language" value={other} className="button-bare" lang={other}>
              {t('language')}
            </button>
          </form>
        </li>
      </ul>
    </aside>
  )
}

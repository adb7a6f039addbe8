import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatMoney, formatPrice } from '../../lib/money/format-money.ts'
import { eur } from '../../lib/money/money.ts'
import type { ContrastPair } from '../../lib/settings/look.ts'
import { Stub } from '../ui/stub.tsx'

/** A card and a payment in both themes of a look that is tried. */
export function LookSamples({ locale }: Readonly<{ locale: Locale }>) {
  const t = translate(locale, 'settingsPanel')
  return (
    <div className="look-samples">
      {(['light', 'dark'] as const).map((theme) => (
        <section key={theme} className={`look look-${theme}`} aria-label={t(`brand.${theme}`)}>
          <h3>{t(`brand.${theme}`)}</h3>
          <div className="panel">
            <p className="legal">{t('brand.samplePlace')}</p>
            <p>
              <strong>{t('brand.sampleTitle')}</strong>
            </p>
            <p className="meta">{t('brand.sampleText')}</p>
            <p className="look-price">{formatPrice(eur(640_000), locale)}</p>
            <Stub tone="paid" what={t('brand.sampleContact')} cost={formatMoney(eur(300), locale)} />
          </div>
          <p>
            <span className="button button-access button-wide">
              {t('brand.samplePay', { price: formatMoney(eur(300), locale) })}
            </span>
          </p>
          <p>
            <span className="button button-small">{t('brand.see')}</span>{' '}
            <span className="look-link">{t('brand.sampleLink')}</span>
          </p>
          <p>
            <span className="mark mark-ok">{t('brand.contrastsOk')}</span>
          </p>
        </section>
      ))}
    </div>
  )
}

/** Which pairs are too faint, and by how much. */
export function LookContrasts({ faint, locale }: Readonly<{ faint: readonly ContrastPair[]; locale: Locale }>) {
  const t = translate(locale, 'settingsPanel')
  const number = new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'fr-FR', { maximumFractionDigits: 2 })
  if (faint.length === 0) return <p className="notice notice-ok">{t('brand.contrastsOk')}</p>
  return (
    <div className="notice notice-bad">
      <p>{t('brand.contrastsBad', { count: faint.length })}</p>
      <ul>
        {faint.map(({ theme, front, back, contrast, least }) => (
          <li key={`${theme} ${front} ${back}`}>
            {t(`brand.${theme}`)} · <span className="code">{t('brand.pair', { front, back })}</span> ·{' '}
            {number.format(contrast)} ({t('brand.least', { least: number.format(least) })})
          </li>
        ))}
      </ul>
    </div>
  )
}

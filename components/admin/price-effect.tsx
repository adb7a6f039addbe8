import type { PricePreview, RailPreview } from '../../lib/catalogue/preview-price-change.ts'
import type { PriceChange } from '../../lib/catalogue/price-change.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatMoney } from '../../lib/money/format-money.ts'
import { formatDate } from '../../lib/time/format-time.ts'
import { PanelForm } from './form-kit.tsx'

type Props = Readonly<{
  change: PriceChange
  preview: PricePreview
  /** The form's own fields, to send again as they were typed. */
  typed: Readonly<Record<string, string>>
  from: string
  isLater: boolean
  locale: Locale
}>

/** What a change would do, and the button that does it. */
export function PriceEffect({ change, preview, typed, from, isLater, locale }: Props) {
  const t = translate(locale, 'pricing')
  const isWritten = change.country === null && change.rail === null
  const isBoost = change.kind !== 'reveal' && change.kind !== 'post' && change.kind !== 'rail_floor'
  return (
    <section className="panel-section" aria-labelledby="effect">
      <header>
        <h2 id="effect">{t('effect')}</h2>
      </header>
      <div className="prose">
        <p>
          {isLater ? t('effectAt', { date: formatDate(change.validFrom, locale) }) : t('effectNow')}{' '}
          {change.validUntil === null ? '' : t('effectUntil', { date: formatDate(change.validUntil, locale) })}
        </p>
        {isBoost ? (
          <p>{t('boost')}</p>
        ) : isWritten ? (
          <Moves change={change} preview={preview} locale={locale} />
        ) : (
          <p>{t('narrow')}</p>
        )}
        <Rails rails={preview.rails} locale={locale} />
        <p className="meta">{t('quotes')}</p>
      </div>
      <PanelForm action="/api/v1/admin/prices" from={from} form="price" className="form-actions">
        {Object.entries(typed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className="button">
          {t('confirm')}
        </button>
      </PanelForm>
    </section>
  )
}

function Moves({ change, preview, locale }: Pick<Props, 'change' | 'preview' | 'locale'>) {
  const t = translate(locale, 'pricing')
  const { categories, ads } = preview
  const list = new Intl.ListFormat(locale, { type: 'conjunction' }).format(
    categories.map(({ label, from, to }) =>
      t('categoryMove', { label: label[locale], from: formatMoney(from, locale), to: formatMoney(to, locale) }),
    ),
  )
  return (
    <>
      <p>{categories.length === 0 ? t('noCategory') : t('categories', { list })}</p>
      {change.kind !== 'reveal' ? null : ads.length === 0 ? (
        <p>{t('adsNone')}</p>
      ) : (
        <ul>
          {ads.map((move) => (
            <li key={`${move.from.minor} ${move.to.minor}`}>
              {t('ads', {
                ads: move.ads,
                published: move.published,
                from: formatMoney(move.from, locale),
                to: formatMoney(move.to, locale),
              })}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Rails({ rails, locale }: Readonly<{ rails: readonly RailPreview[]; locale: Locale }>) {
  const t = translate(locale, 'pricing')
  const lines = new Map<string, { text: string; isBad: boolean; countries: string[] }>()
  for (const rail of rails) {
    const name = rail.rail === 'wallet' || rail.rail === 'voucher' ? translate(locale, 'texts')(rail.rail) : rail.label
    const text = `${name} ${sentenceOf(rail, locale)}`
    const line = lines.get(text) ?? { text, isBad: !rail.billed, countries: [] }
    line.countries.push(rail.country)
    lines.set(text, line)
  }
  return (
    <>
      <h3>{t('rails')}</h3>
      {lines.size === 0 ? (
        <p>{t('railsNone')}</p>
      ) : (
        <ul>
          {[...lines.values()].map(({ text, isBad, countries }) => (
            <li key={text} className={isBad ? 'mark-bad' : undefined}>
              {text} <span className="legal">{countries.join(' ')}</span>
            </li>
          ))}
        </ul>
      )}
      {lines.size > 0 && [...lines.values()].every(({ isBad }) => isBad) ? (
        <p className="notice notice-warn">{t('billsNone')}</p>
      ) : null}
    </>
  )
}

function sentenceOf({ price, billed }: RailPreview, locale: Locale): string {
  const t = translate(locale, 'pricing')
  if (!billed) return t('billsNot', { price: formatMoney(price, locale) })
  if (billed.minor === price.minor) return t('billsExactly', { price: formatMoney(price, locale) })
  return t('billsStep', { billed: formatMoney(billed, locale) })
}

import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { PanelForm } from './form-kit.tsx'

const formats = ['fec', 'entries', 'vat'] as const

type Days = Readonly<{ on: string; from: string; to: string }>

/** On which day the books are looked at, and over which period the tax is counted; a GET form, so every view has an address. */
export function BooksFilters({
  days,
  months,
  locale,
}: Readonly<{ days: Days; months: readonly string[]; locale: Locale }>) {
  const t = translate(locale, 'booksPanel')
  return (
    <>
      <form className="filters" method="get" action="/admin/books">
        <label>
          {t('on')}
          <input type="date" name="on" defaultValue={days.on} />
        </label>
        <label>
          {t('from')}
          <input type="date" name="from" defaultValue={days.from} />
        </label>
        <label>
          {t('to')}
          <input type="date" name="to" defaultValue={days.to} />
        </label>
        <button type="submit" className="button button-small">
          {t('show')}
        </button>
        <a className="button button-quiet button-small" href="/admin/books">
          {t('today')}
        </a>
      </form>
      <nav className="tabs my-3" aria-label={t('months')}>
        {months.map((month) => {
          const last = lastDay(month)
          return (
            <a
              key={month}
              href={`/admin/books?on=${last}&from=${month}-01&to=${last}`}
              aria-current={days.from === `${month}-01` && days.to === last ? 'true' : undefined}
            >
              {monthText(month, locale)}
            </a>
          )
        })}
      </nav>
    </>
  )
}

/** The last day of a month such as `2026-02`. */
function lastDay(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}

function monthText(month: string, locale: Locale): string {
  const style = { month: 'short', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', style).format(Date.parse(`${month}-15T00:00:00Z`))
}

/** Files for an accountant over the period that is shown. */
export function BooksExport({
  days,
  hasSiret,
  locale,
}: Readonly<{ days: Pick<Days, 'from' | 'to'>; hasSiret: boolean; locale: Locale }>) {
  const t = translate(locale, 'booksPanel')
  return (
    <>
      <PanelForm action="/api/v1/admin/books/exports" from="/admin/books" form="export" className="filters">
        <label>
          {t('format')}
          <select name="format" className="wide-select">
            {formats.map((format) => (
              <option key={format} value={format}>
                {t(`formats.${format}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('from')}
          <input type="date" name="begin" defaultValue={days.from} required />
        </label>
        <label>
          {t('to')}
          <input type="date" name="to" defaultValue={days.to} required />
        </label>
        <button type="submit" className="button button-small">
          {t('download')}
        </button>
      </PanelForm>
      {hasSiret ? null : <p className="notice notice-warn">{t('noSiret')}</p>}
    </>
  )
}

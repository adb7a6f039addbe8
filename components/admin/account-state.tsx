import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { AccountPage } from '../../lib/reports/provider-page-queries.ts'
import { type Fact, FactList } from './fact-list.tsx'
import { Time, timeText } from './figures.tsx'

type Props = Readonly<{ page: AccountPage; canChange: boolean; now: number; locale: Locale }>

/** How an account is, what to paste at its provider, and the buttons that try it. */
export function AccountState({ page, canChange, now, locale }: Props) {
  const t = translate(locale, 'providersPanel')
  return (
    <div className="panel-columns">
      <section className="panel-section" aria-labelledby="health">
        <header>
          <h2 id="health">{t('health')}</h2>
        </header>
        <FactList facts={healthFacts(page, { now, locale })} />
        {canChange && page.canCheck ? (
          <form method="post" action={`/api/v1/admin/providers/${page.account.id}/check`}>
            <input type="hidden" name="from" value={`/admin/providers/${page.account.id}`} />
            <button type="submit" className="button button-quiet button-small">
              {t('check')}
            </button>
          </form>
        ) : null}
      </section>
      <section className="panel-section" aria-labelledby="paste">
        <header>
          <h2 id="paste">{t('paste')}</h2>
        </header>
        {canChange ? <PasteLines page={page} locale={locale} /> : null}
      </section>
      {canChange ? <Trial page={page} locale={locale} /> : null}
    </div>
  )
}

function healthFacts({ account }: AccountPage, { now, locale }: Pick<Props, 'now' | 'locale'>): Fact[] {
  const t = translate(locale, 'providersPanel')
  const panel = translate(locale, 'admin')
  const moment = (at: number | null) => (at === null ? panel('never') : <Time at={at} locale={locale} />)
  const { failures: count, restsUntil, closedAt } = account
  const state =
    closedAt !== null
      ? t('isClosed', { date: timeText(closedAt, locale) })
      : restsUntil !== null && restsUntil > now
        ? t('resting', { count, time: timeText(restsUntil, locale) })
        : t('failures', { count })
  return [
    [panel('providers.state'), panel(`providers.${account.state}`)],
    [t('mode'), t(account.mode === 'live' ? 'modeLive' : 'modeTest')],
    [t('health'), state],
    [t('lastSuccess'), moment(account.lastSuccessAt)],
    [t('lastFailure'), moment(account.lastFailureAt)],
    [t('tested'), moment(account.testedAt)],
  ]
}

function PasteLines({ page, locale }: Readonly<{ page: AccountPage; locale: Locale }>) {
  if (page.whatToPaste.length === 0) return <p className="meta">{translate(locale, 'providersPanel')('pasteNone')}</p>
  return page.whatToPaste.map(({ where, value }) => (
    <div key={value} className="field">
      <p className="field-hint">{where[locale]}</p>
      <pre className="raw">{value}</pre>
    </div>
  ))
}

function Trial({ page, locale }: Readonly<{ page: AccountPage; locale: Locale }>) {
  const t = translate(locale, 'providersPanel')
  const { account } = page
  return (
    <section className="panel-section" aria-labelledby="test">
      <header>
        <h2 id="test">{t('test')}</h2>
      </header>
      <p>{page.howToTest[locale]}</p>
      <p className="meta">{t('testText')}</p>
      <form method="post" action={`/api/v1/admin/providers/${account.id}/test`} className="panel-form">
        <input type="hidden" name="from" value={`/admin/providers/${account.id}`} />
        {account.rail === 'carrier_billing' ? (
          <div className="field">
            <label htmlFor="msisdn">{t('msisdn')}</label>
            <input className="input" id="msisdn" name="msisdn" type="tel" autoComplete="tel" />
          </div>
        ) : null}
        <button type="submit" className="button button-small">
          {t('testButton')}
        </button>
      </form>
    </section>
  )
}

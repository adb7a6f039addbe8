import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { Currency } from '../../lib/money/money.ts'
import type { ComparedAccount, ComparisonPage } from '../../lib/reports/compare-queries.ts'
import { Amount, moneyText, percentText } from './figures.tsx'

type Props = Readonly<{
  page: ComparisonPage
  /** The address of the preview of a switch to an account; undefined for who may not switch. */
  hrefOf: ((id: string) => string) | undefined
  locale: Locale
}>

/** What was really left, and what each account would have left of the same purchases; a table a currency. */
export function CompareTables({ page, hrefOf, locale }: Props) {
  const t = translate(locale, 'compare')
  if (page.sold.length === 0) return <p className="meta">{t('nothingSold')}</p>
  return page.sold.map(({ currency, outcome }) => (
    <section key={currency} className="panel-section" aria-labelledby={`sold-${currency}`}>
      <header>
        <h2 id={`sold-${currency}`}>{t('soldIn', { currency })}</h2>
        <p className="meta">
          {t('really', {
            count: outcome.count,
            gross: moneyText(outcome.grossMinor, currency, locale),
            net: moneyText(outcome.netMinor, currency, locale),
          })}
        </p>
      </header>
      <div className="scroll-x">
        <table className="sheet">
          <Head locale={locale} />
          <tbody>
            <SoldRow outcome={outcome} currency={currency} locale={locale} />
            {page.accounts
              .filter((account) => account.currency === currency)
              .map((account) => (
                <Row
                  key={account.id ?? 'proposed'}
                  account={account}
                  total={outcome.count}
                  href={account.id === undefined ? undefined : hrefOf?.(account.id)}
                  locale={locale}
                />
              ))}
          </tbody>
        </table>
      </div>
    </section>
  ))
}

const figures = ['could', 'gross', 'commission', 'vat', 'net', 'difference', 'accepted', 'delay'] as const

function Head({ locale }: Readonly<{ locale: Locale }>) {
  const t = translate(locale, 'compare')
  return (
    <thead>
      <tr>
        <th scope="col">{t('account')}</th>
        {figures.map((name) => (
          <th key={name} scope="col" className="num">
            {t(name)}
          </th>
        ))}
      </tr>
    </thead>
  )
}

type SoldProps = Readonly<{ outcome: ComparisonPage['sold'][number]['outcome']; currency: Currency; locale: Locale }>

function SoldRow({ outcome, currency, locale }: SoldProps) {
  const t = translate(locale, 'compare')
  const amount = (minor: number) => <Amount minor={minor} currency={currency} locale={locale} />
  return (
    <tr className="total">
      <th scope="row">{t('asSold')}</th>
      <td className="num">{outcome.count}</td>
      <td className="num">{amount(outcome.grossMinor)}</td>
      <td className="num">{amount(outcome.commissionMinor)}</td>
      <td className="num">{amount(outcome.vatMinor)}</td>
      <td className="num">{amount(outcome.netMinor)}</td>
      <td colSpan={3} />
    </tr>
  )
}

type RowProps = Readonly<{ account: ComparedAccount; total: number; href: string | undefined; locale: Locale }>

function Row({ account, total, href, locale }: RowProps) {
  const t = translate(locale, 'compare')
  const { would, differenceMinor, currency, history, payoutDelayDays, label } = account
  const amount = (minor: number) => <Amount minor={minor} currency={currency} locale={locale} />
  const dash = t('unknown')
  const isAble = would.count > 0
  return (
    <tr>
      <th scope="row">
        {account.id === undefined ? label : <a href={`/admin/providers/${account.id}`}>{label}</a>}
        <span className="before">{aboutOf(account, locale)}</span>
        <Standing account={account} href={href} locale={locale} />
      </th>
      <td className="num">{t('outOf', { count: would.count, total })}</td>
      <td className="num">{isAble ? amount(would.grossMinor) : dash}</td>
      <td className="num">{isAble ? amount(would.commissionMinor) : dash}</td>
      <td className="num">{isAble ? amount(would.vatMinor) : dash}</td>
      <td className="num">{isAble ? amount(would.netMinor) : dash}</td>
      <td className="num">
        {isAble ? (
          <strong className={differenceMinor < 0 ? 'less' : differenceMinor > 0 ? 'more' : undefined}>
            {differenceMinor > 0 ? '+' : ''}
            {amount(differenceMinor)}
          </strong>
        ) : (
          dash
        )}
      </td>
      <td className="num">
        {history
          ? t('shares', {
              paid: percentText(share(history.paid, history.ended), locale),
              refused: percentText(share(history.refused, history.ended), locale),
            })
          : dash}
      </td>
      <td className="num">{t('days', { count: payoutDelayDays })}</td>
    </tr>
  )
}

type StandingProps = Readonly<{ account: ComparedAccount; href: string | undefined; locale: Locale }>

function Standing({ account, href, locale }: StandingProps) {
  const t = translate(locale, 'compare')
  if (account.isFirst) return <span className="mark mark-ok">{t('first')}</span>
  if (href === undefined) return null
  return (
    <a href={href} aria-label={t('switchTo', { label: account.label })}>
      {t('switch')}
    </a>
  )
}

function aboutOf({ rail, mode, state }: ComparedAccount, locale: Locale): string {
  const t = translate(locale, 'compare')
  const admin = translate(locale, 'admin')
  if (rail === undefined || mode === undefined) return t('proposedAbout')
  const parts = [admin(`rail.${rail}`), admin(`providers.${mode}`)]
  return (state === 'paused' ? [...parts, admin('providers.paused')] : parts).join(' · ')
}

/** Of those that ended, in basis points of whole percents. */
function share(part: number, whole: number): number {
  return Math.round((part / whole) * 100) * 100
}

import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { ProviderActivity } from '../../lib/reports/state-queries.ts'
import { Amount, percentText, Time } from './figures.tsx'

type Props = Readonly<{ providers: readonly ProviderActivity[]; locale: Locale; canChange: boolean }>

/** Every provider account with what it does and, for those who may, the buttons that change it. */
export function ProviderTable({ providers, locale, canChange }: Props) {
  const t = translate(locale, 'admin')
  if (providers.length === 0) return <p className="meta">{t('providers.none')}</p>
  return (
    <div className="scroll-x">
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{t('providers.account')}</th>
            <th scope="col">{t('providers.state')}</th>
            <th scope="col" className="num">
              {t('providers.range')}
            </th>
            <th scope="col" className="num">
              {t('providers.commission')}
            </th>
            <th scope="col">{t('providers.lastPaid')}</th>
            <th scope="col">{t('providers.day')}</th>
            {canChange ? <th scope="col">{t('providers.position')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {providers.map((provider) => (
            <ProviderRow key={provider.id} provider={provider} locale={locale} canChange={canChange} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ProviderRow({
  provider,
  locale,
  canChange,
}: Readonly<{ provider: ProviderActivity; locale: Locale; canChange: boolean }>) {
  const t = translate(locale, 'admin')
  const { currency, lastMessageAt, lastPaidAt } = provider
  const isInner = provider.rail === 'wallet' || provider.rail === 'voucher'
  return (
    <tr id={provider.id}>
      <th scope="row">
        <a href={isInner ? `/admin/purchases?account=${provider.id}` : `/admin/providers/${provider.id}`}>
          {accountName(provider, locale)}
        </a>
        <span className="before">
          {isInner ? t('today.inner') : `${t(`rail.${provider.rail}`)} · ${t(`providers.${provider.mode}`)}`} ·{' '}
          {provider.countries.join(' ')}
        </span>
      </th>
      <td>
        <ProviderState state={provider.state} locale={locale} />
      </td>
      <td className="num">
        <Amount minor={provider.minMinor} currency={currency} locale={locale} /> –{' '}
        <Amount minor={provider.maxMinor} currency={currency} locale={locale} />
      </td>
      <td className="num">{percentText(provider.commissionBp, locale)}</td>
      <td>
        <Last at={lastPaidAt} locale={locale} />
        {isInner ? null : (
          <span className="before">
            {t('providers.lastMessage')} · <Last at={lastMessageAt} locale={locale} />
          </span>
        )}
      </td>
      <td>
        {t('providers.dayValue', { paid: provider.paid, failed: provider.failed })}
        <span className="before">{t('providers.open', { count: provider.open })}</span>
      </td>
      {canChange ? (
        <td>
          <ProviderActions provider={provider} locale={locale} />
        </td>
      ) : null}
    </tr>
  )
}

function Last({ at, locale }: Readonly<{ at: number | null; locale: Locale }>) {
  return at === null ? translate(locale, 'admin')('never') : <Time at={at} locale={locale} />
}

/** What the operator called an account; the balance and vouchers, which nobody names, by what they are. */
export function accountName(
  { rail, label, currency }: Pick<ProviderActivity, 'rail' | 'label' | 'currency'>,
  locale: Locale,
): string {
  return rail === 'wallet' || rail === 'voucher' ? `${translate(locale, 'admin')(`rail.${rail}`)} ${currency}` : label
}

export function ProviderState({ state, locale }: Readonly<{ state: 'active' | 'paused'; locale: Locale }>) {
  return (
    <span className={state === 'active' ? 'mark mark-ok' : 'mark mark-over'}>
      {translate(locale, 'admin')(`providers.${state}`)}
    </span>
  )
}

function ProviderActions({ provider, locale }: Readonly<{ provider: ProviderActivity; locale: Locale }>) {
  const t = translate(locale, 'admin')
  const { id, state } = provider
  const label = accountName(provider, locale)
  const address = `/api/v1/admin/providers/${encodeURIComponent(id)}`
  const change = state === 'active' ? 'paused' : 'active'
  return (
    <div className="row-actions">
      {(['up', 'down'] as const).map((direction) => (
        <form key={direction} method="post" action={`${address}/position`}>
          <input type="hidden" name="direction" value={direction} />
          <input type="hidden" name="from" value="/admin/providers" />
          <button
            type="submit"
            className="button button-quiet button-small"
            aria-label={t(`providers.${direction}Of`, { label })}
          >
            {direction === 'up' ? '↑' : '↓'}
          </button>
        </form>
      ))}
      <form method="post" action={`${address}/state`}>
        <input type="hidden" name="state" value={change} />
        <input type="hidden" name="from" value="/admin/providers" />
        <button
          type="submit"
          className="button button-quiet button-small"
          aria-label={t(change === 'paused' ? 'providers.pauseOf' : 'providers.activateOf', { label })}
        >
          {t(change === 'paused' ? 'providers.pause' : 'providers.activate')}
        </button>
      </form>
    </div>
  )
}

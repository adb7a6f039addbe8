import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { OpenMatters } from '../../lib/reports/state-queries.ts'
import { moneyText, timeText } from './figures.tsx'

type Props = Readonly<{ matters: OpenMatters; mailsWaiting: number; locale: Locale }>

/** What waits for something or for somebody. */
export function OpenMattersList({ matters, mailsWaiting, locale }: Props) {
  const t = translate(locale, 'admin')
  const { suspense, lastSeal } = matters
  return (
    <dl className="facts-list">
      <dt>{t('today.pending')}</dt>
      <dd className="num">
        <a href="/admin/purchases?state=pending">{matters.pendingPurchases}</a>
      </dd>
      <dt>{t('today.suspense')}</dt>
      <dd className="num">
        {suspense.length === 0
          ? t('none')
          : suspense.map(({ currency, minor }) => (
              <a key={currency} href={`/admin/books/suspense%3Aunmatched?currency=${currency}`}>
                {moneyText(minor, currency, locale)}{' '}
              </a>
            ))}
      </dd>
      <dt>{t('today.mails')}</dt>
      <dd className="num">{mailsWaiting}</dd>
      <dt>{t('today.seal')}</dt>
      <dd>
        <a href="/admin/books">
          {lastSeal
            ? t('today.sealValue', { position: String(lastSeal.position), at: timeText(lastSeal.at, locale) })
            : t('never')}
        </a>
        <br />
        <span className="legal">{t('today.unsealed', { count: matters.unsealed })}</span>
        {lastSeal ? (
          <>
            <br />
            <span className="code">{lastSeal.hash.slice(0, 16)}</span>
          </>
        ) : null}
      </dd>
    </dl>
  )
}

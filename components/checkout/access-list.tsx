import type { AccessRow } from '../../lib/checkout/purchase-page-queries.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { contactPath, pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatMoment } from '../../lib/time/format-time.ts'
import { spacedRef } from '../ads/ad-words.ts'
import { Stub } from '../ui/stub.tsx'
import { amountWords } from './checkout-words.ts'

type ClaimState = 'open' | 'refunded' | 'rejected' | 'possible'
type Props = Readonly<{
  rows: readonly AccessRow[]
  /** By purchase: how its claim stands, or that one is possible. */
  claims: ReadonlyMap<string, ClaimState>
  locale: Locale
  now: number
}>

/** What was bought or begun from this device, newest first, each with the way back to it. */
export function AccessList({ rows, claims, locale, now }: Props) {
  return (
    <ul className="access-list">
      {rows.map((row) => (
        <AccessItem key={row.purchase.id} row={row} claim={claims.get(row.purchase.id)} locale={locale} now={now} />
      ))}
    </ul>
  )
}

type ItemProps = Readonly<{ row: AccessRow; claim: ClaimState | undefined; locale: Locale; now: number }>

function AccessItem({ row, claim, locale, now }: ItemProps) {
  const t = translate(locale, 'access')
  const { purchase, ad } = row
  const { tone, label } = stateOf(row, locale)
  const minor = purchase.paidMinor > 0 ? purchase.paidMinor : purchase.priceMinor
  return (
    <li>
      <div>
        <p className="code">
          {formatMoment(purchase.createdAt, { locale, now })}
          {ad ? ` · ${translate(locale, 'checkout')('adNumber', { ref: spacedRef(ad.ref) })}` : ''}
        </p>
        <p className="access-title">{ad?.title ?? t(purchase.kind === 'top_up' ? 'topUp' : 'goneAd')}</p>
      </div>
      <Stub tone={tone} what={label} cost={amountWords(minor, purchase.currency, locale)} />
      <p className="access-links">
        {ad && row.isUnlocked ? (
          <a href={contactPath(locale, ad.ref)} aria-label={`${t('open')}, ${ad.title}`}>
            {t('open')}
          </a>
        ) : null}
        {row.isUnlocked || purchase.state === 'settled' ? null : (
          <a href={pathTo(locale, 'pay', purchase.id)}>{t('follow')}</a>
        )}
        {isKept(row) ? <a href={pathTo(locale, 'wallet')}>{t('wallet')}</a> : null}
        {purchase.state === 'settled' ? <a href={pathTo(locale, 'receipt', purchase.id)}>{t('receipt')}</a> : null}
        {ad && claim ? <ClaimLink claim={claim} purchaseId={purchase.id} adRef={ad.ref} locale={locale} /> : null}
      </p>
    </li>
  )
}

function ClaimLink({
  claim,
  purchaseId,
  adRef,
  locale,
}: Readonly<{ claim: ClaimState; purchaseId: string; adRef: string; locale: Locale }>) {
  const t = translate(locale, 'claims')
  if (claim === 'possible') return <a href={`${contactPath(locale, adRef)}#claim`}>{t('access.complain')}</a>
  return <a href={pathTo(locale, 'complaint', purchaseId)}>{t(`access.${claim}`)}</a>
}

function isKept(row: AccessRow): boolean {
  return row.statements.some(({ code }) => code.startsWith('kept_')) || row.purchase.kind === 'top_up'
}

function stateOf(row: AccessRow, locale: Locale): Readonly<{ tone: 'open' | 'free' | 'over'; label: string }> {
  const t = translate(locale, 'access')
  const has = (start: string) => row.statements.some(({ code }) => code.startsWith(start))
  if (row.isUnlocked && row.purchase.state === 'settled') return { tone: 'open', label: t('openState') }
  if (has('posted') || has('boosted') || has('service_late')) return { tone: 'open', label: t('serviceState') }
  if (has('topped_up')) return { tone: 'open', label: t('topUpState') }
  if (has('reversed')) return { tone: 'over', label: t('reversedState') }
  if (has('kept_')) return { tone: 'free', label: t('keptState') }
  return row.purchase.state === 'pending'
    ? { tone: 'free', label: t('waitingState') }
    : { tone: 'over', label: t('overState') }
}

import type { Offer } from '../../lib/checkout/list-offers.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { laterWord, pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatMoney } from '../../lib/money/format-money.ts'
import type { Money } from '../../lib/money/money.ts'
import type { Rail } from '../../lib/money/rails.ts'
import { addedCostWords } from './checkout-words.ts'
import type { FormWords, RefusedForm } from './form-words.ts'
import { MethodForm } from './method-form.tsx'

type Props = Readonly<{
  offers: readonly Offer[]
  price: Money
  action: '/api/v1/purchases' | '/api/v1/top-ups' | '/api/v1/ad-services'
  from: string
  lastRail: Rail | undefined
  refused: RefusedForm | undefined
  words: FormWords
  locale: Locale
}>

/** So many ways are read at a glance; the others are one press away. */
const shownAtOnce = 4

/** The best ways to pay with their exact amounts; opening one shows what must be read before its button. */
export function MethodList({ offers, lastRail, refused, ...rest }: Props) {
  const last = offers.find((offer) => offer.rail === lastRail && !offer.isShort)
  const ranked = last ? [last, ...offers.filter((offer) => offer !== last)] : offers
  const first = ranked.find((offer) => !offer.isShort) ?? ranked[0]
  const opened = refused?.method ?? first?.id
  const others = ranked.slice(shownAtOnce)
  const t = translate(rest.locale, 'checkout')
  const rows = (shown: readonly Offer[]) =>
    shown.map((offer) => (
      <details key={offer.id} name="method" className="method" id={`method-${offer.id}`} open={offer.id === opened}>
        <MethodRow offer={offer} isLast={offer === last} locale={rest.locale} />
        {offer.isShort ? (
          <ShortBalance offer={offer} price={rest.price} locale={rest.locale} />
        ) : (
          <MethodForm offer={offer} refused={refused?.method === offer.id ? refused : undefined} {...rest} />
        )}
      </details>
    ))
  return (
    <div className="methods">
      {rows(ranked.slice(0, shownAtOnce))}
      {others.length === 0 ? null : (
        <details className="methods-more" open={others.some((offer) => offer.id === opened)}>
          <summary>{t('otherMethods', { count: others.length })}</summary>
          {rows(others)}
        </details>
      )}
    </div>
  )
}

function MethodRow({ offer, isLast, locale }: Readonly<{ offer: Offer; isLast: boolean; locale: Locale }>) {
  const t = translate(locale, 'checkout')
  const added = addedCostWords(offer, locale)
  return (
    <summary className="method-row">
      <span className="method-name">
        {offer.card?.label ?? t(`rail.${offer.rail}`)}
        {isLast ? <span className="method-last">{t('lastUsed')}</span> : null}
      </span>
      <span className="method-note">{noteOf(offer, locale)}</span>
      <span className="method-price">
        <b>{formatMoney(offer.billed, locale)}</b>
        {added ? <span>{added}</span> : null}
      </span>
    </summary>
  )
}

function noteOf(offer: Offer, locale: Locale): string {
  const t = translate(locale, 'checkout')
  if (offer.card) return t('cardDelay')
  if (offer.balance === undefined) return t(`delay.${offer.rail}`)
  return t(offer.isShort ? 'balanceShort' : 'balanceNow', { amount: formatMoney(offer.balance, locale) })
}

function ShortBalance({ offer, price, locale }: Readonly<{ offer: Offer; price: Money; locale: Locale }>) {
  const t = translate(locale, 'checkout')
  const amount = offer.balance ? formatMoney(offer.balance, locale) : ''
  return (
    <div className="method-body">
      <p>{t('balanceShortText', { amount, price: formatMoney(price, locale) })}</p>
      <p>
        <a className="button button-quiet" href={pathTo(locale, 'wallet', laterWord(locale, 'top-up'))}>
          {t('topUpLink')}
        </a>
      </p>
    </div>
  )
}

import type { ReceiptPage } from '../../lib/checkout/purchase-page-queries.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { Setting } from '../../lib/settings/settings.ts'
import { amountWords, timeWithZone } from './checkout-words.ts'
import { ReceiptAmounts } from './receipt-amounts.tsx'
import { ReceiptPayments } from './receipt-payments.tsx'
import { RecoveryCode } from './recovery-code.tsx'

/** What became of the purchase since: only what is kept, each with the page that says more. */
export type ReceiptAfter = Readonly<{
  claim: 'open' | 'refunded' | 'rejected' | undefined
  withdrawal: Readonly<{ ref: string; confirmedAt: number }> | undefined
  /** What a provider was asked to give back and did not answer yet. */
  askedMinor: number | undefined
}>

type Props = Readonly<{ page: ReceiptPage; after: ReceiptAfter; publisher: Setting<'publisher'>; locale: Locale }>

/** The receipt as it is printed: who sold, what, for how much, by which means, and what had been agreed to. */
export function ReceiptPaper({ page, after, publisher, locale }: Props) {
  const t = translate(locale, 'checkout')
  const { purchase, ad } = page
  return (
    <article className="receipt">
      <div className="receipt-part receipt-parties">
        <section>
          <h2>{t('receipt.seller')}</h2>
          <Publisher publisher={publisher} locale={locale} />
        </section>
        <section>
          <h2>{t('receipt.what')}</h2>
          <p>
            {ad ? t(`receipt.${boughtOf(purchase.kind)}`, { ref: ad.ref }) : t('receipt.topUp')}
            <br />
            {ad?.title}
          </p>
        </section>
      </div>
      <section className="receipt-part">
        <ReceiptAmounts purchase={purchase} locale={locale} />
      </section>
      <section className="receipt-part">
        <h2>{t('receipt.payments')}</h2>
        <ReceiptPayments charges={page.charges} purchase={purchase} locale={locale} />
      </section>
      <Consents page={page} locale={locale} />
      <section className="receipt-part">
        <h2>{t('receipt.recovery')}</h2>
        <RecoveryCode code={page.recoveryCode} locale={locale} />
        <p className="meta">{t('receipt.recoveryHint')}</p>
      </section>
      <section className="receipt-part receipt-parties">
        <div>
          <h2>{t('receipt.complaints')}</h2>
          <p>{complaintsWords(publisher, locale)}</p>
          <Claimed page={page} after={after} locale={locale} />
        </div>
        <div>
          <h2>{t('receipt.withdrawal')}</h2>
          <Withdrawn page={page} after={after} locale={locale} />
        </div>
      </section>
    </article>
  )
}

function Claimed({ page, after, locale }: Pick<Props, 'page' | 'after' | 'locale'>) {
  const t = translate(locale, 'claims')
  const { purchase } = page
  if (purchase.kind !== 'reveal') return null
  const { claim, askedMinor } = after
  return (
    <>
      {askedMinor === undefined ? null : (
        <p>{t('status.asking', { amount: amountWords(askedMinor, purchase.currency, locale) })}</p>
      )}
      <p>
        {claim === undefined ? (
          <a className="no-print" href={pathTo(locale, 'complaint')}>
            {t('access.complain')}
          </a>
        ) : (
          <a href={pathTo(locale, 'complaint', purchase.id)}>{t(`access.${claim}`)}</a>
        )}
      </p>
    </>
  )
}

function Withdrawn({ page, after, locale }: Pick<Props, 'page' | 'after' | 'locale'>) {
  const t = translate(locale, 'checkout')
  const { kind, id } = page.purchase
  const { withdrawal } = after
  if (withdrawal) {
    const words = translate(locale, 'withdrawal')
    return (
      <p>
        {words('state', { date: timeWithZone(withdrawal.confirmedAt, locale) })}{' '}
        <a href={pathTo(locale, 'withdrawal', withdrawal.ref)}>{words('stateLink')}</a>
      </p>
    )
  }
  return (
    <>
      <p>{t(`receipt.${withdrawalOf(kind)}`)}</p>
      <p className="no-print">
        <a href={`${pathTo(locale, 'withdrawal')}?purchase=${encodeURIComponent(id)}`}>{t('receipt.withdrawalLink')}</a>
      </p>
    </>
  )
}

function Publisher({ publisher, locale }: Pick<Props, 'publisher' | 'locale'>) {
  const t = translate(locale, 'checkout')
  const { name, address, siret, email, phone } = publisher
  if (name === '') return <p>{t('receipt.sellerMissing')}</p>
  return (
    <address>
      {[name, address, siret && t('receipt.siret', { siret }), email, phone].filter(Boolean).map((line) => (
        <span key={line}>
          {line}
          <br />
        </span>
      ))}
    </address>
  )
}

function complaintsWords(publisher: Setting<'publisher'>, locale: Locale): string {
  const t = translate(locale, 'checkout')
  const contact = [publisher.email, publisher.phone, publisher.address].filter(Boolean).join(', ')
  return contact === '' ? t('receipt.complaintsNone') : t('receipt.complaintsText', { contact })
}

function boughtOf(kind: ReceiptPage['purchase']['kind']) {
  if (kind === 'reveal' || kind === 'top_up') return 'contactOf'
  return kind === 'post' ? 'postOf' : 'boostOf'
}

function withdrawalOf(kind: ReceiptPage['purchase']['kind']) {
  if (kind === 'reveal') return 'withdrawalWaived'
  return kind === 'top_up' ? 'withdrawalTopUp' : 'withdrawalService'
}

function Consents({ page, locale }: Pick<Props, 'page' | 'locale'>) {
  const t = translate(locale, 'checkout')
  const paid = new Set(page.charges.filter(({ paidMinor }) => paidMinor > 0).map(({ id }) => id))
  return (
    <section className="receipt-part stack">
      <h2>{t('receipt.consents')}</h2>
      {page.consents
        .filter(({ chargeId }) => paid.has(chargeId))
        .map((consent) => (
          <div key={consent.id} className="receipt-words" lang={consent.locale}>
            <p className="meta" lang={locale}>
              {t('receipt.consentAt', { date: timeWithZone(consent.at, locale) })}
            </p>
            {[...new Set(consent.shownTexts)].map((text) => (
              <p key={text}>{text}</p>
            ))}
            {[consent.waiverText, consent.keepText].map((ticked) =>
              ticked === null ? null : (
                <p key={ticked}>
                  <span className="meta" lang={locale}>
                    {t('receipt.consentWaiver')}
                  </span>
                  <br />
                  {ticked}
                </p>
              ),
            )}
            <p>
              <span className="meta" lang={locale}>
                {t('receipt.consentButton')}
              </span>
              <br />
              {consent.buttonText}
            </p>
          </div>
        ))}
    </section>
  )
}

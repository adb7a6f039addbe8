import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { CompanyCharge } from '../../lib/simulator/company-store.ts'
import { Field } from '../ui/field.tsx'
import { priceOf } from './company-frame.tsx'

type Props = Readonly<{ locale: Locale; charge: CompanyCharge }>

/** Consent to a line on the operator's bill, with the code sent by text where the number was only typed. */
export function ConsentForm({ locale, charge, number }: Props & Readonly<{ number: string | undefined }>) {
  const t = translate(locale, 'simulator')
  return (
    <form method="post" action={`/simulator/api/consent/${charge.id}`} className="phone-form">
      <p className="meta">{t('consentOnce')}</p>
      {charge.pin === null ? null : (
        <>
          <Field
            name="pin"
            label={t('consentPin')}
            hint={t('consentPinHint', { number: number ?? '' })}
            inputMode="numeric"
            autoComplete="one-time-code"
          />
          <p>
            <a
              href={`/simulator?app=messages&thread=${encodeURIComponent(t('operatorName'))}`}
              target="_blank"
              rel="noopener"
            >
              {t('consentPinOpen')}
            </a>
          </p>
        </>
      )}
      <Buttons locale={locale} confirm={t('consentConfirm', { price: priceOf(charge, locale) })} />
    </form>
  )
}

/** The code of a prepaid card, or the number of a test card. */
export function CardForm({ locale, charge, hasLetters }: Props & Readonly<{ hasLetters: boolean }>) {
  const t = translate(locale, 'simulator')
  return (
    <form method="post" action={`/simulator/api/consent/${charge.id}`} className="phone-form">
      <Field
        name="card"
        label={charge.product === 'card' ? t('cardField') : t('prepaidField')}
        inputMode={hasLetters ? 'text' : 'numeric'}
        autoComplete="off"
        maxLength={30}
      />
      <p className="meta">
        {t('cardUse')}{' '}
        <a href="/simulator?app=cards" target="_blank" rel="noopener">
          {t('appCards')}
        </a>
      </p>
      <Buttons locale={locale} confirm={t('consentConfirm', { price: priceOf(charge, locale) })} />
    </form>
  )
}

/** The bank's own question, asked after the card's number was taken. */
export function BankForm({ locale, charge }: Props) {
  const t = translate(locale, 'simulator')
  return (
    <form method="post" action={`/simulator/api/consent/${charge.id}`} className="phone-buttons">
      <button type="submit" name="action" value="approve" className="button">
        {t('bankApprove', { price: priceOf(charge, locale) })}
      </button>
      <button type="submit" name="action" value="refuse" className="button button-quiet">
        {t('bankRefuse')}
      </button>
    </form>
  )
}

/** How a charge that is over ended. */
export function ChargeOver({ locale, charge }: Props) {
  const t = translate(locale, 'simulator')
  const words = {
    open: 'chargeOver',
    reserved: 'chargeReserved',
    confirming: 'chargeConfirming',
    paid: 'chargePaid',
    declined: 'chargeDeclined',
    cancelled: 'chargeCancelled',
    expired: 'chargeExpired',
  } as const
  return (
    <>
      <p>{t(words[charge.status])}</p>
      <p>
        <a className="button" href={charge.returnUrl}>
          {t('backToMerchant')}
        </a>
      </p>
    </>
  )
}

function Buttons({ locale, confirm }: Readonly<{ locale: Locale; confirm: string }>) {
  return (
    <div className="phone-buttons">
      <button type="submit" name="action" value="confirm" className="button">
        {confirm}
      </button>
      <button type="submit" name="action" value="cancel" className="button button-quiet" formNoValidate>
        {translate(locale, 'simulator')('consentCancel')}
      </button>
    </div>
  )
}

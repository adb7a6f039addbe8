import type { Offer } from '../../lib/checkout/list-offers.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { securityPath } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { EnhancedForm } from './enhanced-form.tsx'
import { FormField } from './form-field.tsx'
import type { FormWords, RefusedForm } from './form-words.ts'
import { PremiumNumber } from './premium-number.tsx'

type Props = Readonly<{
  offer: Offer
  action: '/api/v1/purchases' | '/api/v1/top-ups' | '/api/v1/ad-services'
  from: string
  refused: RefusedForm | undefined
  words: FormWords
  locale: Locale
}>

/** One method: what it does, everything the law wants read before paying, and one button with price and obligation. */
export function MethodForm({ offer, action, from, refused, words, locale }: Props) {
  const t = translate(locale, 'checkout')
  const { id } = offer
  const kind = offer.rail === 'premium_sms' ? 'text' : offer.rail === 'premium_call' ? 'call' : undefined
  return (
    <EnhancedForm id={id} action={action} words={words} problems={refused?.problems} className="method-body">
      <input type="hidden" name="quote" value={offer.quote} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="method" value={id} />
      {offer.card ? <input type="hidden" name="instrumentId" value={offer.card.id} /> : null}
      <p className="method-how">{offer.card ? t('cardHow') : t(`how.${offer.rail}`)}</p>
      {kind && offer.number ? (
        <p>
          <PremiumNumber kind={kind} number={offer.number} price={offer.billed} locale={locale} />
        </p>
      ) : null}
      <ul className="terms">
        {offer.consent.notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
      <MethodField offer={offer} refused={refused} locale={locale} />
      {offer.consent.waiver ? (
        <label className="check" htmlFor={`waiver-${id}`}>
          <input type="checkbox" id={`waiver-${id}`} name="waiver" required aria-invalid={isWrong(refused, 'waiver')} />
          <span>{offer.consent.waiver}</span>
        </label>
      ) : null}
      {offer.canKeep ? (
        <label className="check" htmlFor={`keepCard-${id}`}>
          <input
            type="checkbox"
            id={`keepCard-${id}`}
            name="keepCard"
            defaultChecked={refused?.values['keepCard'] === 'on'}
          />
          <span>{offer.consent.keep}</span>
        </label>
      ) : null}
      <button type="submit" className="button button-access button-wide pay-button">
        {offer.consent.button}
      </button>
      {offer.card ? (
        <p className="meta">
          <a href={`${securityPath(locale)}#cards`}>{t('cardManage')}</a>
        </p>
      ) : null}
    </EnhancedForm>
  )
}

function MethodField({ offer, refused, locale }: Pick<Props, 'offer' | 'refused' | 'locale'>) {
  const t = translate(locale, 'checkout')
  const common = { form: offer.id, problems: refused?.problems }
  if (offer.rail === 'voucher') {
    return (
      <FormField
        {...common}
        name="voucher"
        label={t('voucherField')}
        hint={t('voucherHint')}
        className="code-input"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        required
        maxLength={40}
      />
    )
  }
  if (offer.rail !== 'carrier_billing') return null
  return (
    <FormField
      {...common}
      name="msisdn"
      label={t('msisdnField')}
      hint={t('msisdnHint')}
      type="tel"
      autoComplete="tel"
      maxLength={25}
      defaultValue={refused?.values['msisdn']}
    />
  )
}

function isWrong(refused: RefusedForm | undefined, field: string): true | undefined {
  return refused?.problems.some((problem) => problem.field === field) ? true : undefined
}

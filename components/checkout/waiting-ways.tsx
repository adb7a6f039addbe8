import type { PurchasePage } from '../../lib/checkout/purchase-page-queries.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { contactPath, laterWord, pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { EnhancedForm } from './enhanced-form.tsx'
import type { FormWords } from './form-words.ts'

type Props = Readonly<{
  page: PurchasePage
  /** Where another way to pay is chosen, when it is not the ad's contact page or the balance. */
  other?: string | undefined
  from: string
  words: FormWords
  locale: Locale
}>

/** What else can be done while a payment waits: ask now, pay otherwise, give up. One that failed can only be paid otherwise. */
export function WaitingWays({ page, other: chosen, from, words, locale }: Props) {
  const t = translate(locale, 'checkout')
  const { purchase, ad, charge } = page
  const usual = ad ? contactPath(locale, ad.ref) : pathTo(locale, 'wallet', laterWord(locale, 'top-up'))
  const other = chosen ?? usual
  const isFailed = charge !== undefined && ['failed', 'expired', 'cancelled'].includes(charge.state)
  return (
    <div className="waiting-ways no-print">
      {charge && !charge.takesCode && !isFailed ? (
        <Way action={`/api/v1/purchases/${purchase.id}/check`} id="check" from={from} words={words} locale={locale}>
          {t(charge.rail === 'premium_sms' ? 'pay.checkSms' : 'pay.checkPay')}
        </Way>
      ) : null}
      <a className={isFailed ? 'button' : 'button-bare'} href={other}>
        {t('pay.otherMethod')}
      </a>
      {purchase.state === 'pending' ? (
        <Way action={`/api/v1/purchases/${purchase.id}/cancel`} id="cancel" from={from} words={words} locale={locale}>
          {t('pay.cancel')}
        </Way>
      ) : null}
    </div>
  )
}

function Way({
  action,
  id,
  from,
  words,
  locale,
  children,
}: Readonly<{ action: string; id: string; from: string; words: FormWords; locale: Locale; children: string }>) {
  return (
    <EnhancedForm id={id} action={action} words={words}>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="from" value={from} />
      <button type="submit" className="button-bare">
        {children}
      </button>
    </EnhancedForm>
  )
}

import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { Currency } from '../../lib/money/money.ts'
import { moneyText } from './figures.tsx'
import { ProblemList } from './problem-list.tsx'

type Props = Readonly<{
  purchaseId: string
  leftMinor: number
  limitMinor: number
  currency: Currency
  canAskProvider: boolean
  values: Readonly<Record<string, string>>
  problems: readonly string[]
  locale: Locale
}>

/** Gives money of a purchase back. */
export function RefundForm({
  purchaseId,
  leftMinor,
  limitMinor,
  currency,
  canAskProvider,
  values,
  problems,
  locale,
}: Props) {
  const t = translate(locale, 'panel')
  if (leftMinor === 0) return <p className="meta">{t('refunds.nothingLeft')}</p>
  const amount = (minor: number) => moneyText(minor, currency, locale)
  const typed = (leftMinor / 100).toFixed(2)
  return (
    <form
      method="post"
      action={`/api/v1/admin/purchases/${encodeURIComponent(purchaseId)}/refund`}
      className="filters"
      aria-label={t('refunds.form')}
    >
      <input type="hidden" name="from" value={`/admin/purchases/${encodeURIComponent(purchaseId)}`} />
      <div className="wide">
        <ProblemList problems={problems} />
        <p className="legal">{t('refunds.formHint', { amount: amount(leftMinor), limit: amount(limitMinor) })}</p>
      </div>
      <label>
        {t('refunds.amountLabel')} ({currency})
        <input
          name="amount"
          inputMode="decimal"
          required
          size={8}
          defaultValue={values['amount'] ?? (locale === 'fr' ? typed.replace('.', ',') : typed)}
        />
      </label>
      <label>
        {t('refunds.destination')}
        <select name="destination" defaultValue={values['destination'] ?? 'wallet'}>
          <option value="wallet">{t('refunds.to.wallet')}</option>
          {canAskProvider ? <option value="provider">{t('refunds.to.provider')}</option> : null}
        </select>
      </label>
      <label className="wide">
        {t('refunds.reasonLabel')}
        <input name="reason" required minLength={5} maxLength={500} defaultValue={values['reason'] ?? ''} />
      </label>
      <button type="submit" className="button button-small">
        {t('refunds.send')}
      </button>
    </form>
  )
}

import type { AccessRow } from '../../lib/checkout/purchase-page-queries.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatDate } from '../../lib/time/format-time.ts'
import { amountWords } from '../checkout/checkout-words.ts'
import { EnhancedForm } from '../checkout/enhanced-form.tsx'
import { FormField } from '../checkout/form-field.tsx'
import type { FormProblem, FormWords } from '../checkout/form-words.ts'
import { ReceiptFields } from './receipt-fields.tsx'

type Props = Readonly<{
  /** What was bought on this device, with its receipt. */
  rows: readonly (AccessRow & Readonly<{ receiptNumber: number }>)[]
  chosen: string
  from: string
  values: Readonly<Record<string, string>>
  problems: readonly FormProblem[]
  words: FormWords
  locale: Locale
}>

/** The first step of a withdrawal: which purchase, who, and where the acknowledgement goes. */
export function WithdrawalForm({ rows, chosen, from, values, problems, words, locale }: Props) {
  const t = translate(locale, 'withdrawal')
  return (
    <EnhancedForm
      id="withdrawal"
      action="/api/v1/withdrawals/prepare"
      words={words}
      problems={problems}
      className="stack"
    >
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="from" value={from} />
      {rows.length === 0 ? null : (
        <fieldset className="choice">
          <legend>{t('which')}</legend>
          {rows.map((row) => (
            <label key={row.purchase.id} className="choice-line">
              <input type="radio" name="purchase" value={row.purchase.id} defaultChecked={row.purchase.id === chosen} />
              <span>{lineOf(row, locale)}</span>
            </label>
          ))}
          <label className="choice-line">
            <input type="radio" name="purchase" value="" defaultChecked={chosen === ''} />
            <span>{t('other')}</span>
          </label>
        </fieldset>
      )}
      <div className="by-receipt">
        <ReceiptFields
          form="withdrawal"
          isRequired={rows.length === 0}
          values={values}
          problems={problems}
          locale={locale}
        />
      </div>
      <FormField
        form="withdrawal"
        name="name"
        label={t('name')}
        problems={problems}
        autoComplete="name"
        required
        maxLength={120}
        defaultValue={values['name'] ?? ''}
      />
      <FormField
        form="withdrawal"
        name="email"
        label={t('email')}
        hint={t('emailHint')}
        problems={problems}
        type="email"
        autoComplete="email"
        required
        maxLength={200}
        defaultValue={values['email'] ?? ''}
      />
      <button type="submit" className="button">
        {t('next')}
      </button>
    </EnhancedForm>
  )
}

function lineOf({ purchase, ad, receiptNumber }: Props['rows'][number], locale: Locale): string {
  const t = translate(locale, 'withdrawal')
  const what =
    purchase.kind === 'reveal'
      ? t('contract.contact', { ref: ad?.ref ?? '', title: ad?.title ?? '' })
      : purchase.kind === 'top_up'
        ? t('contract.topUp')
        : t('contract.service', { ref: ad?.ref ?? '' })
  return t('purchaseLine', {
    number: String(receiptNumber),
    what,
    amount: amountWords(purchase.paidMinor, purchase.currency, locale),
    date: formatDate(purchase.settledAt ?? purchase.createdAt, locale),
  })
}

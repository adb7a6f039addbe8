import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { currencies } from '../../lib/money/money.ts'
import type { CompareRequest } from '../../lib/reports/compare-request.ts'

type Props = Readonly<{ request: CompareRequest; action: string; locale: Locale }>

const termFields = [
  ['commission', 'decimal'],
  ['fixed', 'decimal'],
  ['delay', 'numeric'],
  ['countries', 'text'],
] as const

/** The period that is compared, and terms somebody offers. Everything is in the address. */
export function CompareForm({ request, action, locale }: Props) {
  const t = translate(locale, 'compare')
  const { typed, from, to, isTaxTheirs, problems } = request
  return (
    <form className="filters" method="get" action={action}>
      <label>
        {t('from')}
        <input type="date" name="from" defaultValue={from} />
      </label>
      <label>
        {t('to')}
        <input type="date" name="to" defaultValue={to} />
      </label>
      {termFields.map(([name, mode]) => (
        <label key={name}>
          {t(`proposed.${name}`)}
          <input
            name={name}
            defaultValue={typed[name]}
            inputMode={mode}
            size={name === 'countries' ? 12 : 6}
            maxLength={60}
            placeholder={name === 'countries' ? t('proposed.anywhere') : undefined}
            aria-invalid={problems.includes(name) ? true : undefined}
          />
        </label>
      ))}
      <label>
        {t('proposed.currency')}
        <select name="currency" defaultValue={typed.currency}>
          {currencies.map((code) => (
            <option key={code}>{code}</option>
          ))}
        </select>
      </label>
      <label>
        {t('proposed.tax')}
        <select name="tax" defaultValue={isTaxTheirs ? 'theirs' : 'ours'}>
          <option value="ours">{t('proposed.ours')}</option>
          <option value="theirs">{t('proposed.theirs')}</option>
        </select>
      </label>
      <button type="submit" className="button button-small">
        {t('compare')}
      </button>
    </form>
  )
}

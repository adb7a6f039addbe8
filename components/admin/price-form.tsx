import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { currencies } from '../../lib/money/money.ts'
import { rails } from '../../lib/money/rails.ts'
import { Choice, FormProblems, type FormState, TextInput } from './form-kit.tsx'

export const priceFormKinds = ['reveal', 'post', 'bump', 'feature', 'urgent', 'sponsor', 'rail_floor'] as const

type Props = Readonly<{
  state: FormState
  categories: readonly Readonly<{ id: number; label: string; depth: number }>[]
  countries: readonly string[]
  locale: Locale
}>

/** What a price is to become. It only asks for the effect to be shown: nothing is changed by sending it. */
export function PriceForm({ state, categories, countries, locale }: Props) {
  const t = translate(locale, 'pricing')
  const names = new Intl.DisplayNames([locale], { type: 'region' })
  const labels = {
    price: t('price'),
    category: t('where'),
    rail: t('rail'),
    until: t('until'),
    currency: t('currency'),
  }
  return (
    <form method="get" action="/admin/pricing/change" className="panel-form panel-form-wide" noValidate>
      <FormProblems state={state} labels={{ ...labels, begins: t('begins'), kind: t('what'), country: t('country') }} />
      <Choice
        state={state}
        name="kind"
        label={t('what')}
        options={priceFormKinds.map((kind) => [kind, t(`kind.${kind}`)])}
      />
      <Choice
        state={state}
        name="category"
        label={t('where')}
        options={[
          ['', t('all')],
          ...categories.map(({ id, label, depth }) => [String(id), `${'\u2003'.repeat(depth)}${label}`] as const),
        ]}
      />
      <Choice
        state={state}
        name="country"
        label={t('country')}
        options={[['', t('countryAll')], ...countries.map((code) => [code, names.of(code) ?? code] as const)]}
      />
      <Choice
        state={state}
        name="rail"
        label={t('rail')}
        options={[['', t('railAll')], ...rails.map((rail) => [rail, translate(locale, 'texts')(rail)] as const)]}
      />
      <TextInput
        state={state}
        name="price"
        label={t('price')}
        hint={t('priceHint')}
        inputMode="decimal"
        maxLength={10}
        required
      />
      <Choice
        state={state}
        name="currency"
        label={t('currency')}
        options={currencies.map((currency) => [currency, currency])}
      />
      <TextInput state={state} name="begins" label={t('begins')} hint={t('beginsHint')} type="date" />
      <TextInput state={state} name="until" label={t('until')} hint={t('untilHint')} type="date" />
      <p className="form-actions">
        <button type="submit" className="button">
          {t('see')}
        </button>
        <a className="button button-quiet" href="/admin/pricing">
          {translate(locale, 'forms')('back')}
        </a>
      </p>
    </form>
  )
}

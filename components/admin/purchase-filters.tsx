import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'

export const purchaseStates = ['pending', 'settled', 'expired', 'cancelled'] as const
export const purchaseKinds = ['reveal', 'top_up'] as const
export const settlementNotes = ['late', 'duplicate', 'partial', 'over', 'ad_unavailable'] as const

/** What the address of the list holds, as typed. */
export type PurchaseQuery = Readonly<{
  q: string
  state: string
  kind: string
  note: string
  account: string
  from: string
  to: string
}>

type Props = Readonly<{
  query: PurchaseQuery
  accounts: readonly Readonly<{ id: string; label: string }>[]
  locale: Locale
}>

/** The filters of the list of purchases; a GET form, so every view has an address. */
export function PurchaseFilters({ query, accounts, locale }: Props) {
  const t = translate(locale, 'admin')
  return (
    <form className="filters" method="get" action="/admin/purchases">
      <label className="wide">
        {t('purchases.search')}
        <input type="search" name="q" defaultValue={query.q} placeholder={t('purchases.searchHint')} maxLength={100} />
      </label>
      <Choice
        name="state"
        label={t('purchases.stateLabel')}
        value={query.state}
        any={t('purchases.anyState')}
        options={purchaseStates.map((state) => [state, t(`state.${state}`)])}
      />
      <Choice
        name="kind"
        label={t('purchases.kindLabel')}
        value={query.kind}
        any={t('purchases.anyKind')}
        options={purchaseKinds.map((kind) => [kind, t(`kind.${kind}`)])}
      />
      <Choice
        name="note"
        label={t('purchases.noteLabel')}
        value={query.note}
        any={t('purchases.anyNote')}
        options={settlementNotes.map((note) => [note, t(`note.${note}`)])}
      />
      <Choice
        name="account"
        label={t('purchases.accountLabel')}
        value={query.account}
        any={t('purchases.anyAccount')}
        options={accounts.map(({ id, label }) => [id, label])}
      />
      <label>
        {t('purchases.from')}
        <input type="date" name="from" defaultValue={query.from} />
      </label>
      <label>
        {t('purchases.to')}
        <input type="date" name="to" defaultValue={query.to} />
      </label>
      <button type="submit" className="button button-small">
        {t('purchases.filter')}
      </button>
      <a className="button button-quiet button-small" href="/admin/purchases">
        {t('purchases.clear')}
      </a>
    </form>
  )
}

function Choice({
  name,
  label,
  value,
  any,
  options,
}: Readonly<{
  name: string
  label: string
  value: string
  any: string
  options: readonly (readonly [string, string])[]
}>) {
  return (
    <label>
      {label}
      <select name={name} defaultValue={value}>
        <option value="">{any}</option>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

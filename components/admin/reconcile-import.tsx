import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { ColumnMapping } from '../../lib/statements/read-csv-statement.ts'
import { Choice, FormProblems, type FormState, TextInput } from './form-kit.tsx'

type Props = Readonly<{
  state: FormState
  accounts: readonly Readonly<{ id: string; label: string }>[]
  chosen: string
  /** What the operator said of this account's files before. */
  mapping: ColumnMapping | undefined
  month: string
  locale: Locale
}>
const columns = ['reference', 'gross', 'commission', 'net', 'date', 'kind'] as const

/** Sends a provider's statement and says how its columns are to be read. */
export function ImportForm({ state, accounts, chosen, mapping, month, locale }: Props) {
  const t = translate(locale, 'reconciliation')
  const labels = {
    account: t('account'),
    month: t('month'),
    file: t('file'),
    ...Object.fromEntries(columns.map((name) => [name, t(`column.${name}`)])),
  }
  return (
    <section className="panel-section" aria-labelledby="import">
      <header>
        <h2 id="import">{t('import')}</h2>
        <p className="meta">{t('importHint')}</p>
      </header>
      <form
        method="post"
        action="/api/v1/admin/statements?from=/admin/reconciliation"
        encType="multipart/form-data"
        className="panel-form"
        noValidate
      >
        <input type="hidden" name="from" value="/admin/reconciliation" />
        <input type="hidden" name="form" value="statement" />
        <FormProblems state={state} labels={labels} />
        <Choice
          state={state}
          name="account"
          label={t('account')}
          value={chosen}
          options={accounts.map(({ id, label }) => [id, label])}
        />
        <TextInput state={state} name="month" label={t('month')} hint={t('monthHint')} value={month} required />
        <div className="field">
          <label htmlFor="file">{t('file')}</label>
          <input className="input" id="file" name="file" type="file" accept=".csv,.txt,text/csv" required />
        </div>
        {columns.map((name) => (
          <TextInput
            key={name}
            state={state}
            name={name}
            label={t(`column.${name}`)}
            hint={name === 'reference' ? t('columnHint') : undefined}
            value={mapping?.[name]}
          />
        ))}
        <p className="form-actions">
          <button type="submit" className="button">
            {t('importButton')}
          </button>
        </p>
      </form>
    </section>
  )
}

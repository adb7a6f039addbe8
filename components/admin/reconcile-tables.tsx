import type { ReactNode } from 'react'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { StatementHead } from '../../lib/statements/statement-types.ts'
import type { Closing, PayoutRow, SuspenseItem } from '../../lib/statements/statements-queries.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { Amount, Time } from './figures.tsx'
import { Choice, FormProblems, type FormState, PanelForm, TextInput } from './form-kit.tsx'

const here = '/admin/reconciliation'

function Section({
  id,
  title,
  hint,
  children,
}: Readonly<{ id: string; title: string; hint?: string; children: ReactNode }>) {
  return (
    <section className="panel-section" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {hint ? <p className="meta">{hint}</p> : null}
      </header>
      {children}
    </section>
  )
}

export function StatementTable({
  statements,
  locale,
}: Readonly<{ statements: readonly StatementHead[]; locale: Locale }>) {
  const t = translate(locale, 'reconciliation')
  return (
    <Section id="statements" title={t('statements')}>
      {statements.length === 0 ? <p className="meta">{t('statementsNone')}</p> : null}
      <div className="scroll-x">
        <table className="sheet">
          <tbody>
            {statements.map(({ id, label, month, fileName, lines, importedAt }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={`${here}/${id}`}>
                    {label} · {month}
                  </a>
                </th>
                <td>{fileName}</td>
                <td>{t('lines', { count: lines })}</td>
                <td>
                  <Time at={importedAt} locale={locale} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

type PayoutProps = Readonly<{ rows: readonly PayoutRow[]; state: FormState; canMove: boolean; locale: Locale }>

/** What should have been paid out, by account and month, beside what was. */
export function PayoutTable({ rows, state, canMove, locale }: PayoutProps) {
  const t = translate(locale, 'reconciliation')
  const labels = {
    account: t('account'),
    month: t('month'),
    amount: t('amount'),
    bankReference: t('bankReference'),
    received: t('receivedOn'),
  }
  const accounts = [...new Map(rows.map(({ accountId, label }) => [accountId, label]))]
  return (
    <Section id="payouts" title={t('payouts')}>
      {rows.length === 0 ? <p className="meta">{t('payoutsNone')}</p> : null}
      <ScrollBox>
        <table className="sheet">
          <thead>
            <tr>
              <th scope="col">{t('account')}</th>
              <th scope="col">{t('month')}</th>
              <th scope="col" className="num">
                {t('due')}
              </th>
              <th scope="col" className="num">
                {t('received')}
              </th>
              <th scope="col" className="num">
                {t('missing')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ accountId, label, month, currency, dueMinor, receivedMinor }) => (
              <tr key={`${accountId} ${month}`}>
                <th scope="row">{label}</th>
                <td>{month}</td>
                <td className="num">
                  <Amount minor={dueMinor} currency={currency} locale={locale} />
                </td>
                <td className="num">
                  <Amount minor={receivedMinor} currency={currency} locale={locale} />
                </td>
                <td className="num">
                  <Amount minor={dueMinor - receivedMinor} currency={currency} locale={locale} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {canMove && accounts.length > 0 ? (
        <PanelForm action="/api/v1/admin/payouts" from={here} form="payout">
          <h3>{t('payout')}</h3>
          <FormProblems state={state} labels={labels} />
          <Choice state={state} name="account" label={t('account')} options={accounts} />
          <TextInput state={state} name="month" label={t('month')} hint={t('monthHint')} required />
          <TextInput state={state} name="amount" label={t('amount')} inputMode="decimal" required />
          <TextInput state={state} name="bankReference" label={t('bankReference')} required />
          <TextInput state={state} name="received" label={t('receivedOn')} type="date" required />
          <p className="form-actions">
            <button type="submit" className="button button-small">
              {t('payout')}
            </button>
          </p>
        </PanelForm>
      ) : null}
    </Section>
  )
}

export function Suspense({
  items,
  canMove,
  locale,
}: Readonly<{ items: readonly SuspenseItem[]; canMove: boolean; locale: Locale }>) {
  const t = translate(locale, 'reconciliation')
  return (
    <Section id="suspense" title={t('suspense')} hint={t('suspenseText')}>
      {items.length === 0 ? <p className="meta">{t('suspenseNone')}</p> : null}
      {items.map(({ id, sourceId, at, currency, amountMinor }) => (
        <div key={id} className="exchange">
          <p>
            <Time at={at} locale={locale} /> · <Amount minor={amountMinor} currency={currency} locale={locale} /> ·{' '}
            <span className="code">{sourceId}</span>
          </p>
          {canMove ? (
            <form method="post" action="/api/v1/admin/suspense" className="filters">
              <input type="hidden" name="from" value={here} />
              <input type="hidden" name="item" value={id} />
              <label>
                {t('outcome')}
                <select name="outcome">
                  <option value="returned">{t('returned')}</option>
                  <option value="kept">{t('kept')}</option>
                </select>
              </label>
              <label className="wide">
                {t('why')}
                <input name="reason" required minLength={3} maxLength={300} />
              </label>
              <button type="submit" className="button button-quiet button-small">
                {t('release')}
              </button>
            </form>
          ) : null}
        </div>
      ))}
    </Section>
  )
}

export function Closings({
  closings,
  canMove,
  locale,
}: Readonly<{ closings: readonly Closing[]; canMove: boolean; locale: Locale }>) {
  const t = translate(locale, 'reconciliation')
  return (
    <Section id="closings" title={t('closings')}>
      {closings.length === 0 ? <p className="meta">{t('closingsNone')}</p> : null}
      {closings.map(({ id, label, month, closedAt, reopenedAt, reopenReason }) => (
        <div key={id} className="exchange">
          <p>
            {label} · {month} · <Time at={closedAt} locale={locale} />{' '}
            {reopenedAt === null ? null : (
              <span className="mark mark-over">{t('isReopened', { reason: reopenReason ?? '' })}</span>
            )}
          </p>
          {canMove && reopenedAt === null ? (
            <form method="post" action={`/api/v1/admin/statements/closings/${id}/reopen`} className="filters">
              <input type="hidden" name="from" value={here} />
              <label className="wide">
                {t('why')}
                <input name="reason" required minLength={3} maxLength={300} />
              </label>
              <button type="submit" className="button button-quiet button-small">
                {t('reopen')}
              </button>
            </form>
          ) : null}
        </div>
      ))}
    </Section>
  )
}

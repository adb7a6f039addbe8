import { FormProblems, formState } from '../../../components/admin/form-kit.tsx'
import { Panel } from '../../../components/admin/panel.tsx'
import { PayoutList } from '../../../components/admin/payout-list.tsx'
import { ImportForm } from '../../../components/admin/reconcile-import.tsx'
import { Closings, PayoutTable, StatementTable, Suspense } from '../../../components/admin/reconcile-tables.tsx'
import { Notice } from '../../../components/ui/notice.tsx'
import { requireStaff } from '../../../lib/http/require-staff.ts'
import { staffForm } from '../../../lib/http/staff-form.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import { canStaff } from '../../../lib/members/member.ts'
import { listAccounts } from '../../../lib/providers/accounts-queries.ts'
import {
  findMapping,
  listClosings,
  listNotedPayouts,
  listPayoutsDue,
  listStatements,
  listSuspense,
} from '../../../lib/statements/statements-queries.ts'
import { currentTime, monthOf } from '../../../lib/time/time.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{ searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }>
const answers = ['closed', 'reopened', 'payout', 'takenBack', 'released'] as const

export default async function ReconciliationPage({ searchParams }: Props) {
  const path = '/admin/reconciliation'
  const member = await requireStaff({ ability: 'see_money', path })
  const { flash, query } = await staffForm(searchParams)
  const { locale } = member
  const t = translate(locale, 'reconciliation')
  const canImport = canStaff(member.staffRole, 'change_providers')
  const canMove = canStaff(member.staffRole, 'move_money')
  const accounts = listAccounts().filter(({ rail }) => rail !== 'wallet' && rail !== 'voucher')
  const chosen = query('account') ?? accounts[0]?.id ?? ''
  const done = answers.find((answer) => answer === query('done'))
  const month = monthOf(currentTime())
  const form = (name: string) => formState(flash, { locale, form: name })
  return (
    <Panel member={member} section="reconciliation" path={path} title={t('title')}>
      <div className="panel-head">
        <h1>{t('title')}</h1>
        <p className="meta">{t('intro')}</p>
      </div>
      {done ? (
        <Notice tone="ok" role="status">
          <p>{t(`done.${done}`)}</p>
        </Notice>
      ) : null}
      <FormProblems state={form('')} labels={{}} />
      <StatementTable statements={listStatements()} locale={locale} />
      {canImport ? (
        <ImportForm
          state={form('statement')}
          accounts={accounts}
          chosen={chosen}
          mapping={findMapping(chosen)}
          month={month}
          locale={locale}
        />
      ) : null}
      <PayoutTable rows={listPayoutsDue()} state={form('payout')} canMove={canMove} locale={locale} />
      <PayoutList payouts={listNotedPayouts()} canMove={canMove} locale={locale} />
      <Suspense items={listSuspense()} canMove={canMove} locale={locale} />
      <Closings closings={listClosings()} canMove={canMove} locale={locale} />
    </Panel>
  )
}

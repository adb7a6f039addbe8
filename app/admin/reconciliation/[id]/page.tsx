import { notFound } from 'next/navigation'
import { formState } from '../../../../components/admin/form-kit.tsx'
import { Panel } from '../../../../components/admin/panel.tsx'
import { PileTables } from '../../../../components/admin/reconcile-piles.tsx'
import { Notice } from '../../../../components/ui/notice.tsx'
import { isDomainError } from '../../../../lib/errors/domain-error.ts'
import { requireStaff } from '../../../../lib/http/require-staff.ts'
import { staffForm } from '../../../../lib/http/staff-form.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { canStaff } from '../../../../lib/members/member.ts'
import { loadReconciliation } from '../../../../lib/statements/load-reconciliation.ts'
import { findOpenClosing } from '../../../../lib/statements/statements-queries.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{
  params: Promise<Readonly<{ id: string }>>
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}>

export default async function StatementPage({ params, searchParams }: Props) {
  const { id } = await params
  const path = `/admin/reconciliation/${id}`
  const member = await requireStaff({ ability: 'see_money', path })
  const found = reconciliationOf(id) ?? notFound()
  const { flash } = await staffForm(searchParams)
  const { locale } = member
  const t = translate(locale, 'reconciliation')
  const { head, unexplained } = found
  const title = `${head.label} · ${head.month}`
  const isClosed = findOpenClosing(head.accountId, head.month) !== undefined
  const { refusal } = formState(flash, { locale, form: '' })
  return (
    <Panel member={member} section="reconciliation" path={path} title={title}>
      <div className="panel-head">
        <h1>{title}</h1>
        <p className="meta">
          {head.fileName} · <a href="/admin/reconciliation">{t('back')}</a>
        </p>
      </div>
      {refusal ? (
        <Notice tone="bad" role="alert">
          <p>{refusal}</p>
        </Notice>
      ) : null}
      <PileTables
        found={found}
        canExplain={!isClosed && canStaff(member.staffRole, 'change_providers')}
        locale={locale}
      />
      {!isClosed && canStaff(member.staffRole, 'move_money') ? (
        <section className="panel-section" aria-labelledby="close">
          <header>
            <h2 id="close">{t('close')}</h2>
            <p className="meta">{t('closeHint')}</p>
          </header>
          {unexplained > 0 ? (
            <p>{t('closeNot', { count: unexplained })}</p>
          ) : (
            <form method="post" action={`/api/v1/admin/statements/${id}/close`}>
              <input type="hidden" name="from" value={path} />
              <button type="submit" className="button">
                {t('close')}
              </button>
            </form>
          )}
        </section>
      ) : null}
    </Panel>
  )
}

function reconciliationOf(id: string) {
  try {
    return loadReconciliation(id)
  } catch (error) {
    if (isDomainError(error)) return undefined
    throw error
  }
}

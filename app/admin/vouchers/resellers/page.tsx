import { FormProblems, formState, PanelForm, TextInput, Tick } from '../../../../components/admin/form-kit.tsx'
import { Panel } from '../../../../components/admin/panel.tsx'
import { ResellerTable } from '../../../../components/admin/reseller-table.tsx'
import { Breadcrumbs } from '../../../../components/ui/breadcrumbs.tsx'
import { Notice } from '../../../../components/ui/notice.tsx'
import { requireStaff } from '../../../../lib/http/require-staff.ts'
import { staffForm } from '../../../../lib/http/staff-form.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { canStaff } from '../../../../lib/members/member.ts'
import { listResellerAccounts, listResellers } from '../../../../lib/vouchers/resellers-queries.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{ searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }>

export default async function ResellersPage({ searchParams }: Props) {
  const member = await requireStaff({ ability: 'see_money', path: '/admin/vouchers/resellers' })
  const { flash, query } = await staffForm(searchParams)
  const { locale } = member
  const t = translate(locale, 'vouchersPanel')
  const admin = translate(locale, 'admin')
  const canChange = canStaff(member.staffRole, 'move_money')
  const resellers = listResellers()
  const chosen = resellers.find(({ id }) => id === query('id'))
  const state = formState(flash, { locale, form: 'reseller' })
  const labels = { name: t('name'), email: t('email'), commission: t('commission') }
  return (
    <Panel member={member} section="vouchers" path="/admin/vouchers/resellers" title={t('resellers')}>
      <Breadcrumbs
        label={admin('nav.trail')}
        crumbs={[{ label: admin('vouchers.title'), href: '/admin/vouchers' }, { label: t('resellers') }]}
      />
      <div className="panel-head">
        <h1>{t('resellers')}</h1>
        <p className="meta">{t('resellersHint')}</p>
      </div>
      {query('done') ? (
        <Notice tone="ok" role="status">
          <p>{t('resellerSaved')}</p>
        </Notice>
      ) : null}
      <ResellerTable resellers={resellers} accounts={listResellerAccounts()} locale={locale} canChange={canChange} />
      {canChange ? (
        <section className="panel-section" aria-labelledby="reseller">
          <header>
            <h2 id="reseller">{chosen ? chosen.name : t('addReseller')}</h2>
          </header>
          <PanelForm
            action="/api/v1/admin/resellers"
            from={`/admin/vouchers/resellers${chosen ? `?id=${chosen.id}` : ''}`}
            form="reseller"
          >
            <FormProblems state={state} labels={labels} />
            {chosen ? <input type="hidden" name="id" value={chosen.id} /> : null}
            <TextInput state={state} name="name" label={t('name')} value={chosen?.name} maxLength={120} required />
            <TextInput state={state} name="email" label={t('email')} value={chosen?.email} type="email" />
            <TextInput
              state={state}
              name="commission"
              label={t('commission')}
              value={chosen ? String(chosen.commissionBp / 100).replace('.', ',') : '10'}
              inputMode="decimal"
              required
            />
            <Tick state={state} name="isActive" label={t('isActive')} isTicked={chosen?.isActive ?? true} />
            <p className="form-actions">
              <button type="submit" className="button">
                {translate(locale, 'forms')('save')}
              </button>
            </p>
          </PanelForm>
        </section>
      ) : null}
    </Panel>
  )
}

import { AuditList } from '../../../components/admin/audit-list.tsx'
import { Panel } from '../../../components/admin/panel.tsx'
import { ProviderTable } from '../../../components/admin/provider-rows.tsx'
import { listAuditByPrefix } from '../../../lib/audit/audit-queries.ts'
import { requireStaff } from '../../../lib/http/require-staff.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import { canStaff } from '../../../lib/members/member.ts'
import { listProviderActivity } from '../../../lib/reports/state-queries.ts'
import { currentTime } from '../../../lib/time/time.ts'

export const dynamic = 'force-dynamic'

export default async function ProvidersPage() {
  const member = await requireStaff({ ability: 'see_money', path: '/admin/providers' })
  const { locale } = member
  const t = translate(locale, 'admin')
  const canChange = canStaff(member.staffRole, 'change_providers')
  const changes = listAuditByPrefix('provider_account:', 20)
  return (
    <Panel member={member} section="providers" path="/admin/providers" title={t('providers.title')}>
      <div className="panel-head">
        <h1>{t('providers.title')}</h1>
        <p className="meta">{canChange ? t('providers.intro') : t('providers.readOnly')}</p>
        <a href="/admin/providers/compare">{translate(locale, 'providersPanel')('compare')}</a>
        {canChange ? (
          <a className="button button-small" href="/admin/providers/new">
            {translate(locale, 'providersPanel')('add')}
          </a>
        ) : null}
      </div>
      <ProviderTable providers={listProviderActivity(currentTime())} locale={locale} canChange={canChange} />
      <section className="panel-section" aria-labelledby="history">
        <header>
          <h2 id="history">{t('providers.history')}</h2>
        </header>
        <AuditList rows={changes} locale={locale} none={t('providers.historyNone')} />
      </section>
    </Panel>
  )
}

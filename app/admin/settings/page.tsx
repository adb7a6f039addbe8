import { AuditList } from '../../../components/admin/audit-list.tsx'
import { formState } from '../../../components/admin/form-kit.tsx'
import { Panel } from '../../../components/admin/panel.tsx'
import { SettingsSectionForm } from '../../../components/admin/settings-section.tsx'
import { Notice } from '../../../components/ui/notice.tsx'
import { listAuditByPrefix } from '../../../lib/audit/audit-queries.ts'
import { requireStaff } from '../../../lib/http/require-staff.ts'
import { settingsForms, settingsSections } from '../../../lib/http/settings-forms.ts'
import { staffForm } from '../../../lib/http/staff-form.ts'
import { translate } from '../../../lib/i18n/translator.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{ searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }>

export default async function SettingsPage({ searchParams }: Props) {
  const member = await requireStaff({ ability: 'change_settings', path: '/admin/settings' })
  const { flash, query } = await staffForm(searchParams)
  const { locale } = member
  const t = translate(locale, 'settingsPanel')
  const asked = query('s')
  const section = settingsSections.find((name) => name === (flash?.values['form'] ?? asked)) ?? 'publisher'
  const { fields, print } = settingsForms[section]
  return (
    <Panel member={member} section="settings" path={`/admin/settings?s=${section}`} title={t('title')}>
      <div className="panel-head">
        <h1>{t('title')}</h1>
        <p className="meta">{t('intro')}</p>
      </div>
      <nav className="tabs my-3" aria-label={t('title')}>
        {settingsSections.map((name) => (
          <a key={name} href={`/admin/settings?s=${name}`} aria-current={name === section ? 'page' : undefined}>
            {t(`sections.${name}`)}
          </a>
        ))}
      </nav>
      {query('done') === section ? (
        <Notice tone="ok" role="status">
          <p>{t('saved')}</p>
        </Notice>
      ) : null}
      <section className="panel-section" aria-labelledby="section">
        <header>
          <h2 id="section">{t(`sections.${section}`)}</h2>
          <p className="meta">{t(`hints.${section}`)}</p>
        </header>
        <SettingsSectionForm
          section={section}
          state={formState(flash, { locale, form: section })}
          fields={fields}
          values={print()}
          locale={locale}
          from={`/admin/settings?s=${section}`}
        />
      </section>
      <section className="panel-section" aria-labelledby="history">
        <header>
          <h2 id="history">{t('history')}</h2>
        </header>
        <AuditList rows={listAuditByPrefix('setting:', 20)} locale={locale} none={t('historyNone')} />
      </section>
    </Panel>
  )
}

import { formState } from '../../../components/admin/form-kit.tsx'
import { Panel } from '../../../components/admin/panel.tsx'
import { SettingsSectionForm } from '../../../components/admin/settings-section.tsx'
import { SetupLater, SetupMail, SetupPrice, SetupStepList, SetupTree } from '../../../components/admin/setup-steps.tsx'
import { Notice } from '../../../components/ui/notice.tsx'
import { loadCategoryTree } from '../../../lib/categories/categories-queries.ts'
import { config } from '../../../lib/config/env.ts'
import type { Flash } from '../../../lib/http/flash.ts'
import { requireStaff, type StaffViewer } from '../../../lib/http/require-staff.ts'
import { settingsForms } from '../../../lib/http/settings-forms.ts'
import { staffForm } from '../../../lib/http/staff-form.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import { type SetupStep, setupSteps } from '../../../lib/setup/setup.ts'
import { setupState } from '../../../lib/setup/setup-state.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{ searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }>

/** The setup of a new site: one step at a time, in any order, and again whenever one likes. */
export default async function SetupStepsPage({ searchParams }: Props) {
  const member = await requireStaff({ ability: 'change_settings', path: '/admin/setup' })
  const { flash, query } = await staffForm(searchParams)
  const { locale } = member
  const t = translate(locale, 'setup')
  const states = setupState()
  const asked = setupSteps.find((step) => step === query('step'))
  const step = asked ?? setupSteps.find((name) => states[name] === 'open') ?? 'publisher'
  const left = setupSteps.filter((name) => states[name] === 'open').length
  return (
    <Panel member={member} section="settings" path="/admin/setup" title={t('title')}>
      <div className="panel-head">
        <h1>{t('title')}</h1>
        <p className="meta">{left > 0 ? t('remaining', { count: left }) : t('intro')}</p>
      </div>
      <div className="setup-columns">
        <SetupStepList states={states} current={step} locale={locale} />
        <section aria-labelledby="step">
          <h2 id="step">{t(`steps.${step}`)}</h2>
          {query('done') === 'mailSent' ? (
            <Notice tone="ok" role="status">
              <p>{t('mailSent')}</p>
            </Notice>
          ) : null}
          <StepBody step={step} member={member} flash={flash} />
          <SetupLater step={step} isDone={states[step] === 'done'} locale={locale} />
          {left === 0 ? <SetupLater step="all" isDone locale={locale} /> : null}
        </section>
      </div>
    </Panel>
  )
}

type BodyProps = Readonly<{ step: SetupStep; member: StaffViewer; flash: Flash | undefined }>

function StepBody({ step, member, flash }: BodyProps) {
  const { locale } = member
  const t = translate(locale, 'setup')
  const from = `/admin/setup?step=${step}`
  if (step === 'publisher' || step === 'site' || step === 'vat') {
    const { fields, print } = settingsForms[step]
    const next = setupSteps[setupSteps.indexOf(step) + 1]
    return (
      <SettingsSectionForm
        section={step}
        state={formState(flash, { locale, form: step })}
        fields={fields}
        values={print()}
        locale={locale}
        from={from}
        next={`/admin/setup?step=${next}`}
      />
    )
  }
  const hasTree = loadCategoryTree().all.length > 0
  if (step === 'categories')
    return <SetupTree state={formState(flash, { locale, form: 'tree' })} hasTree={hasTree} locale={locale} />
  if (step === 'prices')
    return <SetupPrice state={formState(flash, { locale, form: 'price' })} hasTree={hasTree} locale={locale} />
  if (step === 'mail')
    return <SetupMail email={member.email} hasServer={config().smtpUrl !== undefined} locale={locale} />
  return (
    <p>
      {t(step === 'brand' ? 'brandText' : 'paymentsText')}{' '}
      <a href={step === 'brand' ? '/admin/brand' : '/admin/providers'}>
        {t(step === 'brand' ? 'brandLink' : 'paymentsLink')}
      </a>
    </p>
  )
}

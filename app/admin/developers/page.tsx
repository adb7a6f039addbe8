import { FormProblems, type FormState, formState, PanelForm, TextInput } from '../../../components/admin/form-kit.tsx'
import { Panel } from '../../../components/admin/panel.tsx'
import { WebhookDeliveries } from '../../../components/admin/webhook-deliveries.tsx'
import { WebhookEndpoints } from '../../../components/admin/webhook-endpoints.tsx'
import { Notice } from '../../../components/ui/notice.tsx'
import { isDemo } from '../../../lib/config/env.ts'
import { requireStaff } from '../../../lib/http/require-staff.ts'
import { staffForm } from '../../../lib/http/staff-form.ts'
import type { Locale } from '../../../lib/i18n/locales.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import { listEndpoints, listLastDeliveries } from '../../../lib/webhooks/webhooks-queries.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{ searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }>

const path = '/admin/developers'
const answers = ['added', 'rotated', 'paused', 'active', 'deleted', 'test_ok', 'test_failed', 'retried'] as const
const shownDeliveries = 50

export default async function DevelopersPage({ searchParams }: Props) {
  const member = await requireStaff({ ability: 'change_settings', path })
  const { flash, query } = await staffForm(searchParams)
  const { locale } = member
  const t = translate(locale, 'webhooksPanel')
  const done = answers.find((answer) => answer === query('done'))
  const made = flash?.code === 'new_secret' ? flash.values : undefined
  const refused = made ? undefined : flash
  return (
    <Panel member={member} section="webhooks" path={path} title={t('title')}>
      <div className="panel-head">
        <h1>{t('title')}</h1>
        <p className="meta">{t('intro')}</p>
        <p className="meta">
          {t('export')} <a href="/admin/purchases?state=settled">{t('exportLink')}</a>
        </p>
      </div>
      {done ? (
        <Notice tone={done === 'test_failed' ? 'warn' : 'ok'} role="status">
          <p>{t(`done.${done}`)}</p>
        </Notice>
      ) : null}
      {made ? <Secret label={made['label'] ?? ''} secret={made['shown'] ?? ''} done={done} locale={locale} /> : null}
      <FormProblems state={formState(refused, { locale, form: '' })} labels={{}} />
      <section className="panel-section" aria-labelledby="endpoints">
        <header>
          <h2 id="endpoints">{t('endpoints')}</h2>
        </header>
        <WebhookEndpoints endpoints={listEndpoints()} from={path} locale={locale} />
      </section>
      <Adding state={formState(refused, { locale, form: 'endpoint' })} locale={locale} />
      <section className="panel-section" aria-labelledby="deliveries">
        <header>
          <h2 id="deliveries">{t('deliveries')}</h2>
          <p className="meta">{t('retries')}</p>
        </header>
        <WebhookDeliveries deliveries={listLastDeliveries(shownDeliveries)} from={path} locale={locale} />
      </section>
    </Panel>
  )
}

type SecretProps = Readonly<{ label: string; secret: string; done: string | undefined; locale: Locale }>

function Secret({ label, secret, done, locale }: SecretProps) {
  const t = translate(locale, 'webhooksPanel')
  return (
    <section className="panel-section" aria-labelledby="secret">
      <header>
        <h2 id="secret">{t('secretTitle', { label })}</h2>
        <p className="meta">
          {t('secretOnce')} {done === 'rotated' ? t('secretOld') : null}
        </p>
      </header>
      <p className="code">{secret}</p>
    </section>
  )
}

function Adding({ state, locale }: Readonly<{ state: FormState; locale: Locale }>) {
  const t = translate(locale, 'webhooksPanel')
  return (
    <section className="panel-section" aria-labelledby="add">
      <header>
        <h2 id="add">{t('add')}</h2>
      </header>
      <PanelForm action="/api/v1/admin/webhooks" from={path} form="endpoint">
        <FormProblems state={state} labels={{ label: t('label'), url: t('url') }} />
        <TextInput state={state} name="label" label={t('label')} required maxLength={60} />
        <TextInput
          state={state}
          name="url"
          label={t('url')}
          hint={t(isDemo() ? 'urlHintDemo' : 'urlHint')}
          type="url"
          required
          maxLength={500}
          placeholder="https://"
        />
        <p className="form-actions">
          <button type="submit" className="button">
            {t('addButton')}
          </button>
        </p>
      </PanelForm>
    </section>
  )
}

import { notFound } from 'next/navigation'
import { accountLabels, ScopeFields, SettingFields } from '../../../../components/admin/account-fields.tsx'
import { FormProblems, formState, PanelForm } from '../../../../components/admin/form-kit.tsx'
import { Panel } from '../../../../components/admin/panel.tsx'
import { providerName } from '../../../../components/admin/provider-name.ts'
import { TermsFields } from '../../../../components/admin/terms-fields.tsx'
import { requireStaff } from '../../../../lib/http/require-staff.ts'
import { staffForm } from '../../../../lib/http/staff-form.ts'
import type { Locale } from '../../../../lib/i18n/locales.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { listAddableProviders } from '../../../../lib/providers/registry.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{ searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }>
type Provider = ReturnType<typeof listAddableProviders>[number]

const path = '/admin/providers/new'

export default async function NewAccountPage({ searchParams }: Props) {
  const member = await requireStaff({ ability: 'change_providers', path })
  const { flash, query } = await staffForm(searchParams)
  const { locale } = member
  const t = translate(locale, 'providersPanel')
  const kind = query('kind')
  const provider = listAddableProviders().find((addable) => addable.kind === kind)
  if (kind !== undefined && !provider) notFound()
  return (
    <Panel member={member} section="providers" path={path} title={t('addTitle')}>
      <div className="panel-head">
        <h1>{t('addTitle')}</h1>
        <p className="meta">
          <a href="/admin/providers">{t('back')}</a>
        </p>
      </div>
      {provider ? (
        <AccountForm provider={provider} state={formState(flash, { locale, form: 'account' })} locale={locale} />
      ) : (
        <ProviderChoice locale={locale} />
      )}
    </Panel>
  )
}

function ProviderChoice({ locale }: Readonly<{ locale: Locale }>) {
  const t = translate(locale, 'providersPanel')
  const rails = translate(locale, 'admin')
  return (
    <section className="panel-section" aria-labelledby="choose">
      <header>
        <h2 id="choose">{t('choose')}</h2>
      </header>
      <table className="sheet">
        <tbody>
          {listAddableProviders().map(({ kind, rail, facts }) => (
            <tr key={kind}>
              <th scope="row">
                <a href={`${path}?kind=${kind}`}>{providerName(kind, locale)}</a>
              </th>
              <td>{rails(`rail.${rail}`)}</td>
              <td>{facts.countries === 'any' ? '' : facts.countries.join(' ')}</td>
              <td>{t(`grade.${facts.evidence}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type FormProps = Readonly<{ provider: Provider; state: ReturnType<typeof formState>; locale: Locale }>

function AccountForm({ provider, state, locale }: FormProps) {
  const t = translate(locale, 'providersPanel')
  const { kind, facts, settings } = provider
  const limits = facts.amounts === 'ladder' ? undefined : facts.amounts
  const values = {
    label: '',
    mode: 'test' as const,
    countries: facts.countries === 'any' ? 'FR' : facts.countries.join(' '),
    currency: facts.currencies[0] ?? 'EUR',
    min: limits ? (limits.minMinor / 100).toFixed(2) : '',
    max: limits ? (limits.maxMinor / 100).toFixed(2) : '',
    ladder: '',
    device: '',
    cap: '',
  }
  return (
    <PanelForm action="/api/v1/admin/providers" from={`${path}?kind=${kind}`} form="account">
      <FormProblems state={state} labels={accountLabels(settings.fields, locale)} />
      <input type="hidden" name="kind" value={kind} />
      <h2>
        {providerName(kind, locale)} · {translate(locale, 'admin')(`rail.${provider.rail}`)}
      </h2>
      <ScopeFields state={state} facts={facts} values={values} isNew locale={locale} />
      <h2>{t('terms')}</h2>
      <TermsFields state={state} withDate={false} locale={locale} />
      <h2>{t('settings')}</h2>
      <SettingFields state={state} fields={settings.fields} values={{}} keptSecrets={[]} locale={locale} />
      <p className="form-actions">
        <button type="submit" className="button">
          {t('saveNew')}
        </button>
      </p>
    </PanelForm>
  )
}

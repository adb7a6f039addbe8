import { notFound } from 'next/navigation'
import { accountLabels, ScopeFields, SettingFields } from '../../../../components/admin/account-fields.tsx'
import { AccountState } from '../../../../components/admin/account-state.tsx'
import { AccountTerms } from '../../../../components/admin/account-terms.tsx'
import { AccountTraffic } from '../../../../components/admin/account-traffic.tsx'
import { FormProblems, type FormState, formState, PanelForm } from '../../../../components/admin/form-kit.tsx'
import { Panel } from '../../../../components/admin/panel.tsx'
import { providerName } from '../../../../components/admin/provider-name.ts'
import { Notice } from '../../../../components/ui/notice.tsx'
import { requireStaff } from '../../../../lib/http/require-staff.ts'
import { staffForm } from '../../../../lib/http/staff-form.ts'
import type { Locale } from '../../../../lib/i18n/locales.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { canStaff } from '../../../../lib/members/member.ts'
import { decimalAmount, money } from '../../../../lib/money/money.ts'
import { type AccountPage, findAccountPage } from '../../../../lib/reports/provider-page-queries.ts'
import { currentTime } from '../../../../lib/time/time.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{
  params: Promise<Readonly<{ id: string }>>
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}>
const answers = ['added', 'changed', 'terms', 'healthy', 'unhealthy', 'replayed'] as const
const readings = ['refused', 'signed', 'shared_token', 'hint'] as const

export default async function AccountRoute({ params, searchParams }: Props) {
  const { id } = await params
  const path = `/admin/providers/${id}`
  const member = await requireStaff({ ability: 'see_money', path })
  const now = currentTime()
  const page = findAccountPage(id, now) ?? notFound()
  const { flash, query } = await staffForm(searchParams)
  const { locale } = member
  const t = translate(locale, 'providersPanel')
  const canChange = canStaff(member.staffRole, 'change_providers') && page.account.closedAt === null
  const done = answers.find((answer) => answer === query('done'))
  const reading = readings.find((known) => known === query('reading'))
  return (
    <Panel member={member} section="providers" path={path} title={t('title', { label: page.account.label })}>
      <div className="panel-head">
        <h1>{t('title', { label: page.account.label })}</h1>
        <p className="meta">
          {providerName(page.account.kind, locale)} · {translate(locale, 'admin')(`rail.${page.account.rail}`)} ·{' '}
          <a href="/admin/providers">{t('back')}</a>
        </p>
      </div>
      {done ? (
        <Notice tone={done === 'unhealthy' ? 'warn' : 'ok'} role="status">
          <p>{t(`done.${done}`)}</p>
          {done === 'replayed' && reading ? (
            <p>
              {t('replayResult', {
                reading: t(`reading.${reading}`),
                outcome: query('outcome') === 'none' ? t('noEffect') : (query('outcome') ?? ''),
              })}
            </p>
          ) : null}
        </Notice>
      ) : null}
      <AccountState page={page} canChange={canChange} now={now} locale={locale} />
      <AccountTerms
        page={page}
        state={formState(flash, { locale, form: 'terms' })}
        canChange={canChange}
        now={now}
        locale={locale}
      />
      {canChange ? (
        <Contract page={page} state={formState(flash, { locale, form: 'account' })} locale={locale} />
      ) : null}
      <AccountTraffic
        accountId={id}
        messages={page.messages}
        calls={page.calls}
        canChange={canChange}
        locale={locale}
      />
      {canChange ? <Closing id={id} locale={locale} /> : null}
    </Panel>
  )
}

function Contract({ page, state, locale }: Readonly<{ page: AccountPage; state: FormState; locale: Locale }>) {
  const t = translate(locale, 'providersPanel')
  const { account, fields } = page
  const amount = (minor: number) => decimalAmount(money(minor, account.currency))
  const values = {
    label: account.label,
    mode: account.mode,
    countries: account.countries.join(' '),
    currency: account.currency,
    min: amount(account.minMinor),
    max: amount(account.maxMinor),
    ladder: page.ladder,
    device: account.devices?.[0] ?? '',
    cap: account.monthlyCapMinor === null ? '' : amount(account.monthlyCapMinor),
  }
  return (
    <section className="panel-section" aria-labelledby="scope">
      <header>
        <h2 id="scope">{t('scope')}</h2>
      </header>
      <PanelForm
        action={`/api/v1/admin/providers/${account.id}/edit`}
        from={`/admin/providers/${account.id}`}
        form="account"
      >
        <FormProblems state={state} labels={accountLabels(fields, locale)} />
        <ScopeFields state={state} facts={page.provider.facts} values={values} isNew={false} locale={locale} />
        <h3>{t('settings')}</h3>
        <SettingFields
          state={state}
          fields={fields}
          values={page.settings}
          keptSecrets={page.keptSecrets}
          locale={locale}
        />
        <p className="form-actions">
          <button type="submit" className="button">
            {t('save')}
          </button>
        </p>
      </PanelForm>
    </section>
  )
}

function Closing({ id, locale }: Readonly<{ id: string; locale: Locale }>) {
  const t = translate(locale, 'providersPanel')
  return (
    <section className="panel-section" aria-labelledby="close">
      <header>
        <h2 id="close">{t('close')}</h2>
        <p className="meta">{t('closeText')}</p>
      </header>
      <PanelForm action={`/api/v1/admin/providers/${id}/close`} from={`/admin/providers/${id}`} form="close">
        <label className="check" htmlFor="confirm">
          <input type="checkbox" id="confirm" name="confirm" required /> {t('closeConfirm')}
        </label>
        <p className="form-actions">
          <button type="submit" className="button button-quiet">
            {t('close')}
          </button>
        </p>
      </PanelForm>
    </section>
  )
}

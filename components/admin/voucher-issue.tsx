import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { currencies } from '../../lib/money/money.ts'
import type { Reseller } from '../../lib/vouchers/resellers.ts'
import { Choice, FormProblems, type FormState, PanelForm, TextInput } from './form-kit.tsx'

type Props = Readonly<{ state: FormState; resellers: readonly Reseller[]; locale: Locale }>

/** Issues a batch; who issues it is asked for a proof of identity first. */
export function VoucherIssue({ state, resellers, locale }: Props) {
  const t = translate(locale, 'vouchersPanel')
  const labels = {
    label: t('label'),
    count: t('count'),
    face: t('face'),
    currency: t('currency'),
    days: t('days'),
    reseller: t('reseller'),
  }
  return (
    <PanelForm action="/api/v1/admin/vouchers" from="/admin/vouchers" form="issue">
      <FormProblems state={state} labels={labels} />
      <TextInput state={state} name="label" label={t('label')} hint={t('labelHint')} maxLength={80} required />
      <Choice
        state={state}
        name="reseller"
        label={t('reseller')}
        options={[
          ['', t('noReseller')],
          ...resellers.filter(({ isActive }) => isActive).map(({ id, name }) => [id, name] as const),
        ]}
      />
      <TextInput state={state} name="count" label={t('count')} type="number" min={1} max={5000} value={24} required />
      <TextInput
        state={state}
        name="face"
        label={t('face')}
        hint={t('faceHint')}
        inputMode="decimal"
        value="10"
        required
      />
      <Choice state={state} name="currency" label={t('currency')} options={currencies.map((code) => [code, code])} />
      <TextInput
        state={state}
        name="days"
        label={t('days')}
        hint={t('daysHint')}
        type="number"
        min={365}
        max={3650}
        value={730}
        required
      />
      <p className="form-actions">
        <button type="submit" className="button">
          {t('issueButton')}
        </button>
      </p>
    </PanelForm>
  )
}

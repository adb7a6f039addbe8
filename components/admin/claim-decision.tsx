import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { FormProblem } from '../checkout/form-words.ts'
import { ProblemSummary } from '../ui/problem-summary.tsx'

type Props = Readonly<{
  claimId: string
  typed: string
  problems: readonly FormProblem[]
  canProviderRefund: boolean
  /** Above the set amount: the amount, in words. */
  secondPersonAbove: string | undefined
  locale: Locale
}>

/** A person decides a claim, with a reason the payer reads. */
export function ClaimDecision({ claimId, typed, problems, canProviderRefund, secondPersonAbove, locale }: Props) {
  const t = translate(locale, 'claims')
  return (
    <form method="post" action={`/api/v1/admin/claims/${encodeURIComponent(claimId)}`} className="claim-decision">
      <ProblemSummary id="decide" title={translate(locale, 'common')('thereIsAProblem')} problems={problems} />
      <input type="hidden" name="from" value={`/admin/claims/${claimId}`} />
      <div className="field">
        <label htmlFor="answer-decide">{t('admin.answer')}</label>
        <p className="field-hint" id="answer-decide-hint">
          {t('admin.decideHint')}
        </p>
        <textarea
          className="input"
          id="answer-decide"
          name="answer"
          rows={3}
          required
          minLength={3}
          maxLength={500}
          defaultValue={typed}
          aria-describedby="answer-decide-hint"
        />
      </div>
      {canProviderRefund && secondPersonAbove === undefined ? (
        <label>
          <input type="checkbox" name="destination" value="provider" /> {t('admin.refundProvider')}
        </label>
      ) : null}
      {secondPersonAbove === undefined ? null : (
        <p className="meta">{t('admin.secondPerson', { limit: secondPersonAbove })}</p>
      )}
      <p className="claim-reasons">
        {secondPersonAbove === undefined ? (
          <button type="submit" name="decision" value="refund" className="button">
            {t(canProviderRefund ? 'admin.refund' : 'admin.refundWallet')}
          </button>
        ) : null}
        <button type="submit" name="decision" value="reject" className="button button-quiet">
          {t('admin.reject')}
        </button>
      </p>
    </form>
  )
}

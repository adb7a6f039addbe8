import type { Locale } from '../../../lib/i18n/locales.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import type { GroundKey } from '../../../lib/moderation/grounds.ts'
import type { DecisionKind } from '../../../lib/moderation/moderation.ts'

const stops = ['refuse', 'ask_change', 'suspend'] as const
const keyOf = { refuse: 'r', ask_change: 'e', suspend: 's' } as const

export type Ground = Readonly<{ key: GroundKey; label: string; text: string }>

type Props = Readonly<{
  caseId: string
  seenAt: number
  status: string
  /** Changes wait: to approve is to let them hold. */
  hasChanges: boolean
  reason: string | undefined
  from: string
  possible: readonly DecisionKind[]
  grounds: readonly Ground[]
  /** The advertiser's language; undefined where there is nobody to write to. */
  writeIn: Locale | undefined
  /** A form that came back. */
  typed: Readonly<Record<string, string>> | undefined
  problems: readonly string[]
  locale: Locale
}>

/** What may be decided about an ad. Works as plain forms; keys are added by `ModerationKeys`. */
export function DecisionForms(props: Props) {
  const { locale, possible, status, hasChanges, problems, typed } = props
  const t = translate(locale, 'panelModeration')
  const approve =
    status === 'deleted' ? 'approveGone' : hasChanges ? 'approveChanges' : isShown(status) ? 'approveKept' : 'approve'
  const kinds = stops.filter((kind) => possible.includes(kind))
  return (
    <section className="case-decide" aria-label={t('decision')}>
      {problems.length > 0 ? (
        <ul className="notice notice-bad" role="alert">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      ) : null}
      <form method="post" action={`/api/v1/admin/cases/${props.caseId}/decision`}>
        <Hidden {...props} />
        <input type="hidden" name="kind" value="approve" />
        <button type="submit" className="button" data-key="a" aria-keyshortcuts="a">
          {t(approve)}
        </button>
      </form>
      {kinds.length > 0 ? (
        <details className="case-stop" open={typed !== undefined} data-stop="">
          <summary className="button button-quiet">{t('stop')}</summary>
          <StopForm {...props} kinds={kinds} />
        </details>
      ) : null}
    </section>
  )
}

function isShown(status: string): boolean {
  return status === 'published' || status === 'paused' || status === 'sold' || status === 'expired'
}

function Hidden({ seenAt, reason, from }: Props) {
  return (
    <>
      <input type="hidden" name="seenAt" value={seenAt} />
      <input type="hidden" name="reason" value={reason ?? ''} />
      <input type="hidden" name="from" value={from} />
    </>
  )
}

function StopForm(props: Props & Readonly<{ kinds: readonly (typeof stops)[number][] }>) {
  const { caseId, kinds, grounds, typed, writeIn, locale } = props
  const t = translate(locale, 'panelModeration')
  const hint = writeIn ? t('explanationHint', { language: t(`language.${writeIn}`) }) : t('explanationNobody')
  return (
    <form method="post" action={`/api/v1/admin/cases/${caseId}/decision`} className="stop-form">
      <Hidden {...props} />
      <fieldset>
        <legend>{t('kindLabel')}</legend>
        {kinds.map((kind, at) => (
          <label key={kind} className="check">
            <input
              type="radio"
              name="kind"
              value={kind}
              defaultChecked={typed ? typed['kind'] === kind : at === 0}
              data-key={keyOf[kind]}
            />
            {t(`kind.${kind}`)}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('groundLabel')}</legend>
        {grounds.map(({ key, label, text }, at) => (
          <label key={key} className="check">
            <input
              type="radio"
              name="ground"
              value={key}
              defaultChecked={typed?.['ground'] === key}
              data-key={at + 1}
              data-text={text}
              required
            />
            <span>
              <span className="num">{at + 1}</span> {label}
            </span>
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor="explanation">{t('explanation')}</label>
        <p className="field-hint" id="explanation-hint">
          {hint}
        </p>
        <textarea
          id="explanation"
          name="explanation"
          className="input"
          rows={5}
          maxLength={2000}
          lang={writeIn ?? locale}
          aria-describedby="explanation-hint"
          defaultValue={typed?.['explanation'] ?? ''}
        />
      </div>
      <p className="legal">{t('waits')}</p>
      <button type="submit" className="button">
        {t('send')}
      </button>
    </form>
  )
}

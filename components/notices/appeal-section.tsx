import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { AppealRow } from '../../lib/moderation/notices-queries.ts'
import { formatDate } from '../../lib/time/format-time.ts'
import { ProblemSummary } from '../ui/problem-summary.tsx'
import type { Problem } from './form-problems.ts'
import { TextBox } from './report-form.tsx'

type Props = Readonly<{
  of: 'decision' | 'report'
  /** What makes the page's address a secret. */
  id: string
  from: string
  appeal: AppealRow | undefined
  /** Until when it may be contested; undefined where there is nothing to contest. */
  until: number | undefined
  now: number
  typed: string
  problems: readonly Problem[]
  locale: Locale
}>

/** How a decision, or the answer to a report, is contested, and what became of it. */
export function AppealSection(props: Props) {
  const { appeal, until, now, locale } = props
  const t = translate(locale, 'moderation')
  if (!appeal && until === undefined) return null
  return (
    <section id="appeal" className="stack">
      <h2>{t('page.appeal')}</h2>
      {appeal ? <Lodged appeal={appeal} locale={locale} /> : null}
      {!appeal && until !== undefined && until < now ? <p>{t('page.appealOver')}</p> : null}
      {!appeal && until !== undefined && until >= now ? <AppealForm {...props} until={until} /> : null}
      <p className="meta">{t('page.further')}</p>
    </section>
  )
}

function Lodged({ appeal, locale }: Readonly<{ appeal: AppealRow; locale: Locale }>) {
  const t = translate(locale, 'moderation')
  const date = formatDate(appeal.decidedAt ?? appeal.createdAt, locale)
  return (
    <>
      <p className="notice">
        {appeal.state === 'open'
          ? t('page.appealSent', { date, due: formatDate(appeal.dueAt, locale) })
          : t(appeal.state === 'granted' ? 'page.appealGranted' : 'page.appealDenied', { date })}
      </p>
      <blockquote className="meta">{appeal.text}</blockquote>
      {appeal.answer ? (
        <p>
          <strong>{translate(locale, 'notices')('follow.answer')}</strong>
          <br />
          {appeal.answer}
        </p>
      ) : null}
    </>
  )
}

function AppealForm({ of, id, from, until, typed, problems, locale }: Props & Readonly<{ until: number }>) {
  const t = translate(locale, 'moderation')
  return (
    <form method="post" action="/api/v1/appeals" className="stack" noValidate>
      <ProblemSummary title={translate(locale, 'common')('thereIsAProblem')} problems={problems} />
      <input type="hidden" name="of" value={of} />
      <input type="hidden" name="key" value={id} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="from" value={from} />
      <TextBox
        name="text"
        label={t('page.appealText')}
        hint={t('page.appealHint', { date: formatDate(until, locale) })}
        error={problems.find(({ field }) => field === 'text')?.message}
        value={typed}
      />
      <button type="submit" className="button">
        {t('page.appealButton')}
      </button>
    </form>
  )
}

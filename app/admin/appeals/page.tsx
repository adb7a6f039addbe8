import { AppealCard } from '../../../components/admin/moderation/appeal-card.tsx'
import { problemWords } from '../../../components/admin/moderation/problem-words.ts'
import { Panel } from '../../../components/admin/panel.tsx'
import { ProblemList } from '../../../components/admin/problem-list.tsx'
import { Notice } from '../../../components/ui/notice.tsx'
import { requireStaff, type StaffViewer } from '../../../lib/http/require-staff.ts'
import { staffForm } from '../../../lib/http/staff-form.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import { mayAnswer } from '../../../lib/moderation/answer-appeal.ts'
import { groundKeys } from '../../../lib/moderation/grounds.ts'
import { findDecision } from '../../../lib/moderation/moderation-queries.ts'
import { type AppealRow, findReportedAdById, listAppeals } from '../../../lib/moderation/notices-queries.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{ searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }>

/** Decisions and answers that somebody contests. */
export default async function AppealsPage({ searchParams }: Props) {
  const member = await requireStaff({ ability: 'moderate', path: '/admin/appeals' })
  const { flash, query } = await staffForm(searchParams)
  const { locale } = member
  const t = translate(locale, 'panelModeration')
  const { open, answered } = listAppeals()
  return (
    <Panel member={member} section="appeals" path="/admin/appeals" title={t('appeals.title')}>
      <div className="panel-head">
        <h1>{t('appeals.title')}</h1>
        <p className="meta">{t('appeals.intro')}</p>
      </div>
      {query('sent') === undefined ? null : (
        <Notice tone="ok" role="status">
          <p>{t('appeals.sent')}</p>
        </Notice>
      )}
      <ProblemList problems={flash ? problemWords(flash, locale) : []} />
      {open.length === 0 ? <p className="meta">{t('appeals.none')}</p> : null}
      {open.map((appeal) => (
        <Shown key={appeal.id} appeal={appeal} member={member} values={flash?.values} />
      ))}
      <section className="panel-section" aria-labelledby="answered">
        <header>
          <h2 id="answered">{t('appeals.answered')}</h2>
        </header>
        {answered.length === 0 ? <p className="meta">{t('appeals.answeredNone')}</p> : null}
        {answered.map((appeal) => (
          <Shown key={appeal.id} appeal={appeal} member={member} values={undefined} />
        ))}
      </section>
    </Panel>
  )
}

function Shown({
  appeal,
  member,
  values,
}: Readonly<{ appeal: AppealRow; member: StaffViewer; values: Readonly<Record<string, string>> | undefined }>) {
  const decision = appeal.decisionId === null ? undefined : findDecision(appeal.decisionId)
  const ad = decision && findReportedAdById(decision.adId)
  if (!decision || !ad) return null
  const labels = translate(member.locale, 'moderation')
  return (
    <AppealCard
      appeal={appeal}
      decision={decision}
      ad={ad}
      canAnswer={appeal.state === 'open' && mayAnswer(decision, member.id)}
      grounds={groundKeys.map((key) => [key, labels(`ground.${key}.label`)])}
      values={values?.['appeal'] === appeal.id ? values : {}}
      locale={member.locale}
    />
  )
}

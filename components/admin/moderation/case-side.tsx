import type { Locale } from '../../../lib/i18n/locales.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import type { NoticeReason } from '../../../lib/moderation/moderation.ts'
import type { CaseView } from '../../../lib/reports/case-view.ts'
import { FactList } from '../fact-list.tsx'
import { Time, timeText } from '../figures.tsx'

/** What surrounds an ad: reports, look-alikes, who advertises, what was decided before. */
export function CaseSide({ view, locale }: Readonly<{ view: CaseView; locale: Locale }>) {
  return (
    <aside className="case-side">
      <Notices view={view} locale={locale} />
      <Twins view={view} locale={locale} />
      <History view={view} locale={locale} />
      <DecisionList view={view} locale={locale} />
    </aside>
  )
}

type Props = Readonly<{ view: CaseView; locale: Locale }>

function Notices({ view, locale }: Props) {
  const t = translate(locale, 'panelModeration')
  const words = translate(locale, 'notices')
  if (view.notices.length === 0) return null
  return (
    <section>
      <h3>{t('noticesTitle')}</h3>
      <ul className="side-list">
        {view.notices.map((notice) => (
          <li key={notice.id}>
            <a href={`/admin/notices/${notice.id}`}>{words(`reason.${notice.reasonKey satisfies NoticeReason}`)}</a>
            <span className="before">
              <Time at={notice.createdAt} locale={locale} /> · {words(`follow.${notice.state}`)}
            </span>
            {notice.state === 'received' ? <p lang={notice.locale}>{notice.explanation}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Twins({ view, locale }: Props) {
  const t = translate(locale, 'panelModeration')
  return (
    <section>
      <h3>{t('twins')}</h3>
      {view.twins.length === 0 ? <p className="meta">{t('twinsNone')}</p> : null}
      <ul className="side-list">
        {view.twins.map(({ ref, title, why }) => (
          <li key={ref}>
            <a href={`/admin/ads/${ref}`}>
              <span className="code">{ref}</span> {title}
            </a>{' '}
            <span className="mark-note">{t(`twin.${why}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function History({ view, locale }: Props) {
  const t = translate(locale, 'panelModeration')
  const { advertiser, others } = view
  if (!advertiser) return null
  const { ads, published, sold, stopped, noticesUpheld, unlocks, claims, memberId } = advertiser
  return (
    <section>
      <h3>{t('advertiser')}</h3>
      <FactList
        facts={[
          [advertiser.publicName, advertiser.isProfessional === 1 ? t('history.professional') : ' '],
          [t('history.since'), <Time key="since" at={advertiser.since} locale={locale} />],
          [
            t('history.account'),
            memberId === null ? (
              t('history.noAccount')
            ) : (
              <a key="account" href={`/admin/users/${memberId}`}>
                {memberId.slice(0, 8)}
              </a>
            ),
          ],
          [t('history.ads'), t('history.adsValue', { ads, published, sold })],
          [t('history.stopped'), String(stopped)],
          [t('history.notices'), String(noticesUpheld)],
          [t('history.unlocks'), String(unlocks)],
          [t('history.claims'), String(claims)],
        ]}
      />
      {others.length > 0 ? (
        <details>
          <summary>{t('history.others')}</summary>
          <ul className="side-list">
            {others.map((other) => (
              <li key={other.ref}>
                <a href={`/admin/ads/${other.ref}`}>
                  <span className="code">{other.ref}</span> {other.title}
                </a>
                <span className="before">{translate(locale, 'panel')(`adStatus.${other.status}`)}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}

function DecisionList({ view, locale }: Props) {
  const t = translate(locale, 'panelModeration')
  const words = translate(locale, 'moderation')
  return (
    <section>
      <h3>{t('decisions')}</h3>
      {view.decisions.length === 0 ? <p className="meta">{t('decisionsNone')}</p> : null}
      <ul className="side-list">
        {view.decisions.map((decision) => (
          <li key={decision.id}>
            <strong>{words(`decision.${decision.kind}`)}</strong>{' '}
            {decision.groundKey ? words(`ground.${decision.groundKey}.label`) : ''}
            <span className="before">
              {timeText(decision.at, locale)} · {decision.isAutomated ? t('automatic') : decision.staffName}
              {decision.isUndone ? ` · ${t('undone')}` : ''}
            </span>
            {decision.explanation ? <p>{decision.explanation}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

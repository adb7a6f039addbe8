import { notFound } from 'next/navigation'
import { AuditList } from '../../../../components/admin/audit-list.tsx'
import { FactList } from '../../../../components/admin/fact-list.tsx'
import { Time } from '../../../../components/admin/figures.tsx'
import { Panel } from '../../../../components/admin/panel.tsx'
import { MemberMark } from '../../../../components/admin/users-table.tsx'
import { Breadcrumbs } from '../../../../components/ui/breadcrumbs.tsx'
import { ScrollBox } from '../../../../components/ui/scroll-box.tsx'
import { listAuditOf } from '../../../../lib/audit/audit-queries.ts'
import { requireStaff, type StaffViewer } from '../../../../lib/http/require-staff.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import {
  findMemberRow,
  listMemberDecisions,
  listMemberSessions,
  type MemberRow,
} from '../../../../lib/reports/members-table-queries.ts'
import { currentTime } from '../../../../lib/time/time.ts'

export const dynamic = 'force-dynamic'

/** The file of one member: account, sessions, ads, decisions, log. */
export default async function UserPage({ params }: Readonly<{ params: Promise<{ id: string }> }>) {
  const { id } = await params
  const path = `/admin/users/${encodeURIComponent(id)}`
  const member = await requireStaff({ ability: 'see_members', path })
  const row = findMemberRow(id)
  if (!row) notFound()
  const { locale } = member
  const t = translate(locale, 'panel')
  const admin = translate(locale, 'admin')
  return (
    <Panel member={member} section="users" path={path} title={row.displayName}>
      <Breadcrumbs
        label={admin('nav.trail')}
        crumbs={[{ label: t('users.title'), href: '/admin/users' }, { label: row.displayName || id.slice(0, 8) }]}
      />
      <div className="panel-head">
        <h1>{row.displayName || id.slice(0, 8)}</h1>
        <p className="code">{id}</p>
      </div>
      <MemberFacts row={row} member={member} />
      <MemberActions row={row} member={member} path={path} />
      <Sessions id={id} member={member} />
      <Decisions id={id} member={member} />
      <section className="panel-section" aria-labelledby="history">
        <header>
          <h2 id="history">{t('users.history')}</h2>
        </header>
        <AuditList rows={listAuditOf(`member:${id}`)} locale={locale} none={admin('none')} />
      </section>
    </Panel>
  )
}

function MemberFacts({ row, member }: Readonly<{ row: MemberRow; member: StaffViewer }>) {
  const { locale } = member
  const t = translate(locale, 'panel')
  const admin = translate(locale, 'admin')
  const verified = row.emailVerifiedAt === null ? t('users.unverified') : t('users.verified')
  return (
    <FactList
      facts={[
        [t('csv.email'), `${row.email} (${verified})`],
        [t('users.state'), <MemberMark key="state" row={row} locale={locale} />],
        [t('users.role'), row.staffRole ? admin(`role.${row.staffRole}`) : t('users.roleNone')],
        [t('csv.language'), row.locale],
        [t('csv.created'), <Time key="created" at={row.createdAt} locale={locale} />],
        [
          t('csv.ads'),
          <a key="ads" href={`/admin/ads?member=${row.id}`}>
            {t('users.seeAds')} ({row.ads})
          </a>,
        ],
      ]}
    />
  )
}

/** The owner closes an account or its sessions. */
function MemberActions({ row, member, path }: Readonly<{ row: MemberRow; member: StaffViewer; path: string }>) {
  const t = translate(member.locale, 'panel')
  if (!member.abilities.includes('manage_team') || row.erasedAt !== null) return null
  const labels = { enable: 'enable', disable: 'disable', end_sessions: 'endSessions' } as const
  const whats = row.isDisabled === 1 ? (['enable'] as const) : (['end_sessions', 'disable'] as const)
  return (
    <div className="row-actions my-4">
      {whats.map((what) => (
        <form key={what} method="post" action={`/api/v1/admin/team/${row.id}`}>
          <input type="hidden" name="what" value={what} />
          <input type="hidden" name="from" value={path} />
          <button type="submit" className="button button-quiet button-small">
            {t(`users.${labels[what]}`)}
          </button>
        </form>
      ))}
    </div>
  )
}

function Sessions({ id, member }: Readonly<{ id: string; member: StaffViewer }>) {
  const { locale } = member
  const t = translate(locale, 'panel')
  const sessions = listMemberSessions(id, currentTime())
  if (sessions.length === 0) return null
  return (
    <section className="panel-section" aria-labelledby="sessions">
      <header>
        <h2 id="sessions">{t('users.sessions')}</h2>
      </header>
      <ScrollBox>
        <table className="sheet">
          <thead>
            <tr>
              <th scope="col">{t('users.device')}</th>
              <th scope="col">{t('users.begun')}</th>
              <th scope="col">{t('csv.seen')}</th>
              <th scope="col">{t('csv.state')}</th>
            </tr>
          </thead>
          <tbody>
            {sessions.map((session) => (
              <tr key={`${session.createdAt} ${session.seenAt}`}>
                <td>{session.device ?? translate(locale, 'admin')('noDash')}</td>
                <td>
                  <Time at={session.createdAt} locale={locale} />
                </td>
                <td>
                  <Time at={session.seenAt} locale={locale} />
                </td>
                <td>{session.isOpen === 1 ? t('users.sessionOpen') : t('users.sessionOver')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  )
}

const kinds = ['approve', 'refuse', 'ask_change', 'suspend', 'restore', 'keep'] as const

function Decisions({ id, member }: Readonly<{ id: string; member: StaffViewer }>) {
  const { locale } = member
  const t = translate(locale, 'panel')
  const decisions = listMemberDecisions(id)
  if (decisions.length === 0) return null
  return (
    <section className="panel-section" aria-labelledby="decisions">
      <header>
        <h2 id="decisions">{t('users.decisions')}</h2>
      </header>
      <ul className="side-list">
        {decisions.map((decision) => {
          const kind = kinds.find((one) => one === decision.kind)
          return (
            <li key={decision.id}>
              <a className="code" href={`/admin/ads/${decision.ref}`}>
                {decision.ref}
              </a>{' '}
              {kind ? translate(locale, 'moderation')(`decision.${kind}`) : decision.kind}
              <span className="before">
                <Time at={decision.at} locale={locale} />
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

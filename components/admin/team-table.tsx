import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { StaffRole } from '../../lib/members/member.ts'
import type { TeamMember } from '../../lib/members/team-queries.ts'
import { Time } from './figures.tsx'

type Props = Readonly<{
  team: readonly TeamMember[]
  viewer: string
  roles: readonly StaffRole[]
  locale: Locale
}>

/** The people of the team, each with what may be changed about them. */
export function TeamTable({ team, viewer, roles, locale }: Props) {
  const t = translate(locale, 'panel')
  return (
    <div className="scroll-x">
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{t('team.person')}</th>
            <th scope="col">{t('team.role')}</th>
            <th scope="col">{t('team.secondFactor')}</th>
            <th scope="col" className="num">
              {t('team.sessions')}
            </th>
            <th scope="col">{t('team.seen')}</th>
            <th scope="col">{t('team.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {team.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <a href={`/admin/users/${person.id}`}>{person.displayName}</a>
                {person.id === viewer ? <span className="mark-note"> {t('team.you')}</span> : null}
                <span className="before">{person.email}</span>
              </th>
              <td>
                <RoleForm person={person} roles={roles} locale={locale} />
              </td>
              <td>
                <span className={person.hasSecondFactor === 1 ? 'mark mark-ok' : 'mark mark-open'}>
                  {person.hasSecondFactor === 1 ? t('team.secondYes') : t('team.secondNo')}
                </span>
              </td>
              <td className="num">{person.openSessions}</td>
              <td>{person.seenAt === null ? t('users.never') : <Time at={person.seenAt} locale={locale} />}</td>
              <td>
                <Actions person={person} locale={locale} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function RoleForm({ person, roles, locale }: Readonly<{ person: TeamMember }> & Pick<Props, 'roles' | 'locale'>) {
  const t = translate(locale, 'panel')
  const admin = translate(locale, 'admin')
  return (
    <form method="post" action={`/api/v1/admin/team/${person.id}`} className="row-actions inline-fields">
      <input type="hidden" name="what" value="role" />
      <input type="hidden" name="from" value="/admin/team" />
      <select
        name="role"
        className="input"
        defaultValue={person.staffRole ?? 'none'}
        aria-label={t('team.roleOf', { name: person.displayName })}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {admin(`role.${role}`)}
          </option>
        ))}
        <option value="none">{t('team.none')}</option>
      </select>
      <button type="submit" className="button button-quiet button-small">
        {t('team.changeRole')}
      </button>
    </form>
  )
}

function Actions({ person, locale }: Readonly<{ person: TeamMember; locale: Locale }>) {
  const t = translate(locale, 'panel')
  const whats = person.isDisabled === 1 ? (['enable'] as const) : (['end_sessions', 'disable'] as const)
  const labels = { enable: 'enable', disable: 'disable', end_sessions: 'endSessions' } as const
  return (
    <div className="row-actions">
      {whats.map((what) => (
        <form key={what} method="post" action={`/api/v1/admin/team/${person.id}`}>
          <input type="hidden" name="what" value={what} />
          <input type="hidden" name="from" value="/admin/team" />
          <button
            type="submit"
            className="button button-quiet button-small"
            aria-label={t(`team.${labels[what]}Of`, { name: person.displayName })}
          >
            {t(`team.${labels[what]}`)}
          </button>
        </form>
      ))}
      {person.isDisabled === 1 ? <span className="mark mark-bad">{t('team.disabled')}</span> : null}
    </div>
  )
}

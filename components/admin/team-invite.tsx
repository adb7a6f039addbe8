import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { StaffAbility, StaffRole } from '../../lib/members/member.ts'
import type { Invitation } from '../../lib/members/team-queries.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { Time } from './figures.tsx'

/** Invites somebody by mail. */
export function InviteForm({
  roles,
  values,
  locale,
}: Readonly<{ roles: readonly StaffRole[]; values: Readonly<Record<string, string>>; locale: Locale }>) {
  const t = translate(locale, 'panel')
  const admin = translate(locale, 'admin')
  const languages = translate(locale, 'panelModeration')
  return (
    <form method="post" action="/api/v1/admin/team/invite" className="filters">
      <input type="hidden" name="from" value="/admin/team" />
      <label className="wide">
        {t('team.email')}
        <input
          type="email"
          name="email"
          required
          maxLength={254}
          autoComplete="off"
          defaultValue={values['email'] ?? ''}
        />
      </label>
      <label>
        {t('team.role')}
        <select name="role" defaultValue={values['role'] ?? 'moderator'}>
          {roles.map((role) => (
            <option key={role} value={role}>
              {admin(`role.${role}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('team.language')}
        <select name="locale" defaultValue={values['locale'] ?? locale}>
          {(['fr', 'en'] as const).map((one) => (
            <option key={one} value={one}>
              {languages(`language.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button button-small">
        {t('team.send')}
      </button>
    </form>
  )
}

export function InvitationList({
  invitations,
  locale,
}: Readonly<{ invitations: readonly Invitation[]; locale: Locale }>) {
  const t = translate(locale, 'panel')
  if (invitations.length === 0) return <p className="meta my-4">{t('team.invitationsNone')}</p>
  return (
    <>
      <h3 className="my-4">{t('team.invitations')}</h3>
      <ul className="side-list">
        {invitations.map((invitation) => (
          <li key={`${invitation.email} ${invitation.createdAt}`}>
            {invitation.email} · {translate(locale, 'admin')(`role.${invitation.role}`)}
            <span className="before">
              {t('team.expires')} <Time at={invitation.expiresAt} locale={locale} />
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What each role may do, as a table. */
export function AbilityTable({
  roles,
  rows,
  locale,
}: Readonly<{
  roles: readonly StaffRole[]
  rows: readonly Readonly<{ ability: StaffAbility; roles: readonly StaffRole[] }>[]
  locale: Locale
}>) {
  const t = translate(locale, 'panel')
  const admin = translate(locale, 'admin')
  return (
    <ScrollBox>
      <table className="sheet sheet-dense">
        <thead>
          <tr>
            <td />
            {roles.map((role) => (
              <th key={role} scope="col">
                {admin(`role.${role}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ ability, roles: those }) => (
            <tr key={ability}>
              <th scope="row">{t(`team.ability.${ability}`)}</th>
              {roles.map((role) => (
                <td key={role}>{those.includes(role) ? t('team.yes') : admin('noDash')}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

import { Confirmed } from '../../../components/admin/confirmed.tsx'
import { Panel } from '../../../components/admin/panel.tsx'
import { ProblemList } from '../../../components/admin/problem-list.tsx'
import { AbilityTable, InvitationList, InviteForm } from '../../../components/admin/team-invite.tsx'
import { TeamTable } from '../../../components/admin/team-table.tsx'
import { Notice } from '../../../components/ui/notice.tsx'
import type { Flash } from '../../../lib/http/flash.ts'
import { requireStaff } from '../../../lib/http/require-staff.ts'
import { staffForm } from '../../../lib/http/staff-form.ts'
import type { Locale } from '../../../lib/i18n/locales.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import { abilitiesOf, staffAbilities, staffRoles } from '../../../lib/members/member.ts'
import { listInvitations, listTeam } from '../../../lib/members/team-queries.ts'
import { currentTime } from '../../../lib/time/time.ts'

export const dynamic = 'force-dynamic'

type Props = Readonly<{ searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }>

/** Who works for the operator, and what each may do. */
export default async function TeamPage({ searchParams }: Props) {
  const member = await requireStaff({ ability: 'manage_team', path: '/admin/team' })
  const { flash, query } = await staffForm(searchParams)
  const { locale } = member
  const t = translate(locale, 'panel')
  const now = currentTime()
  const done = (['invited', 'changed'] as const).find((one) => one === query('done'))
  return (
    <Panel member={member} section="team" path="/admin/team" title={t('team.title')}>
      <div className="panel-head">
        <h1>{t('team.title')}</h1>
      </div>
      {done ? (
        <Notice tone="ok" role="status">
          <p>{t(`team.${done}`)}</p>
        </Notice>
      ) : null}
      <Confirmed flash={flash} locale={locale} />
      <ProblemList problems={problemsOf(flash, locale)} />
      <TeamTable team={listTeam(now)} viewer={member.id} roles={staffRoles} locale={locale} />
      <section className="panel-section" aria-labelledby="invite">
        <header>
          <h2 id="invite">{t('team.invite')}</h2>
        </header>
        <InviteForm roles={staffRoles} values={flash?.values ?? {}} locale={locale} />
        <InvitationList invitations={listInvitations(now)} locale={locale} />
      </section>
      <section className="panel-section" aria-labelledby="abilities">
        <header>
          <h2 id="abilities">{t('team.abilities')}</h2>
        </header>
        <AbilityTable
          roles={staffRoles}
          rows={staffAbilities.map((ability) => ({
            ability,
            roles: staffRoles.filter((role) => abilitiesOf(role).includes(ability)),
          }))}
          locale={locale}
        />
      </section>
    </Panel>
  )
}

const known = ['conflict', 'email', 'not_found', 'reauthenticate'] as const

function problemsOf(flash: Flash | undefined, locale: Locale): readonly string[] {
  if (!flash || flash.code === 'confirmed') return []
  const t = translate(locale, 'panel')
  const words = (name: string) => t(`team.problem.${known.find((one) => one === name) ?? 'other'}`)
  return flash.fields.length === 0 ? [words(flash.code)] : flash.fields.map(({ field }) => words(field))
}

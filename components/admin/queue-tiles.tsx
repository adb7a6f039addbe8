import type { StaffViewer } from '../../lib/http/require-staff.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { StaffAbility } from '../../lib/members/member.ts'
import type { DueName } from './panel-sections.ts'

const queues = [
  { name: 'moderation', href: '/admin/moderation', ability: 'moderate' },
  { name: 'notices', href: '/admin/notices?state=received', ability: 'moderate' },
  { name: 'appeals', href: '/admin/appeals', ability: 'moderate' },
  { name: 'claims', href: '/admin/claims', ability: 'answer_claims' },
  { name: 'refunds', href: '/admin/refunds', ability: 'see_money' },
] as const satisfies readonly Readonly<{ name: DueName; href: string; ability: StaffAbility }>[]

/** What waits for staff, as figures that lead to it; a role sees the queues it may work on. */
export function QueueTiles({ member, lateCases }: Readonly<{ member: StaffViewer; lateCases: number }>) {
  const { locale, abilities, due } = member
  const t = translate(locale, 'panel')
  const shown = queues.filter(({ ability }) => abilities.includes(ability))
  if (shown.length === 0) return null
  return (
    <dl className="tiles" aria-label={t('today.queues')}>
      {shown.map(({ name, href }) => (
        <div key={name}>
          <dt>{t(`nav.${name}`)}</dt>
          <dd>
            <a className="figure" href={href}>
              {due[name]}
            </a>
            {name === 'moderation' && lateCases > 0 ? (
              <span className="late"> {t('today.late', { count: lateCases })}</span>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}

import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { DueCounts } from '../../lib/reports/due-queries.ts'

const tabs = [
  ['queue', '/admin/claims', 'queue'],
  ['seller', '/admin/claims?pile=seller', 'waitingSeller'],
  ['decided', '/admin/claims?pile=decided', 'decided'],
  ['losses', '/admin/claims/losses', 'losses'],
] as const

type Props = Readonly<{ current: (typeof tabs)[number][0]; due: DueCounts; locale: Locale }>

export function ClaimTabs({ current, due, locale }: Props) {
  const t = translate(locale, 'claims')
  return (
    <nav className="tabs my-4" aria-label={t('admin.title')}>
      {tabs.map(([name, href, label]) => (
        <a key={name} href={href} aria-current={name === current ? 'true' : undefined}>
          {t(`admin.${label}`)}
          {name === 'queue' && due.claims > 0 ? ` (${due.claims})` : ''}
        </a>
      ))}
    </nav>
  )
}

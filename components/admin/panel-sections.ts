import type { StaffAbility } from '../../lib/members/member.ts'

type Section = Readonly<{
  /** Its label is `panel.nav.<name>`. */
  name: string
  href: string
  ability: StaffAbility
  /** What is counted beside the label, when something waits. */
  due?: 'moderation' | 'notices' | 'appeals' | 'claims' | 'refunds'
}>

/** Every page of the menu, in groups; a role sees those its abilities open. A new page is a line here and a label. */
export const panelGroups = [
  { name: 'home', sections: [{ name: 'today', href: '/admin', ability: 'see_panel' }] },
  {
    name: 'ads',
    sections: [
      { name: 'moderation', href: '/admin/moderation', ability: 'moderate', due: 'moderation' },
      { name: 'notices', href: '/admin/notices', ability: 'moderate', due: 'notices' },
      { name: 'appeals', href: '/admin/appeals', ability: 'moderate', due: 'appeals' },
      { name: 'ads', href: '/admin/ads', ability: 'see_panel' },
      { name: 'users', href: '/admin/users', ability: 'see_members' },
    ],
  },
  {
    name: 'money',
    sections: [
      { name: 'purchases', href: '/admin/purchases', ability: 'see_money' },
      { name: 'refunds', href: '/admin/refunds', ability: 'see_money', due: 'refunds' },
      { name: 'claims', href: '/admin/claims', ability: 'see_money', due: 'claims' },
      { name: 'withdrawals', href: '/admin/withdrawals', ability: 'see_money' },
      { name: 'books', href: '/admin/books', ability: 'see_money' },
      { name: 'vouchers', href: '/admin/vouchers', ability: 'see_money' },
      { name: 'providers', href: '/admin/providers', ability: 'see_money' },
      { name: 'compare', href: '/admin/providers/compare', ability: 'see_money' },
      { name: 'reconciliation', href: '/admin/reconciliation', ability: 'see_money' },
    ],
  },
  {
    name: 'site',
    sections: [
      { name: 'pricing', href: '/admin/pricing', ability: 'change_prices' },
      { name: 'categories', href: '/admin/categories', ability: 'change_prices' },
      { name: 'content', href: '/admin/content', ability: 'change_settings' },
      { name: 'brand', href: '/admin/brand', ability: 'change_settings' },
      { name: 'settings', href: '/admin/settings', ability: 'change_settings' },
      { name: 'webhooks', href: '/admin/developers', ability: 'change_settings' },
    ],
  },
  {
    name: 'team',
    sections: [
      { name: 'team', href: '/admin/team', ability: 'manage_team' },
      { name: 'audit', href: '/admin/audit', ability: 'see_audit' },
    ],
  },
] as const satisfies readonly Readonly<{ name: string; sections: readonly Section[] }>[]

export type PanelSection = (typeof panelGroups)[number]['sections'][number]['name']
export type DueName = NonNullable<Section['due']>

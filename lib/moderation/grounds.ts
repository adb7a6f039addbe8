/**
 * Why an ad may be stopped, in the order of the number keys; `basis` says whether a law or the site's terms forbid it,
 * which the statement of reasons must name (Regulation (EU) 2022/2065, article 17).
 */
export const grounds = [
  { key: 'contact_in_text', basis: 'terms' },
  { key: 'duplicate', basis: 'terms' },
  { key: 'wrong_category', basis: 'terms' },
  { key: 'misleading', basis: 'terms' },
  { key: 'not_an_ad', basis: 'terms' },
  { key: 'forbidden_goods', basis: 'law' },
  { key: 'unsaleable_contact', basis: 'law' },
  { key: 'fraud', basis: 'law' },
  { key: 'rights_of_others', basis: 'law' },
] as const satisfies readonly Readonly<{ key: string; basis: 'law' | 'terms' }>[]

export type GroundKey = (typeof grounds)[number]['key']
export const groundKeys = grounds.map(({ key }) => key) as readonly GroundKey[]

export function isGround(key: unknown): key is GroundKey {
  return groundKeys.some((known) => known === key)
}

export function basisOf(key: GroundKey): 'law' | 'terms' {
  return grounds.find((ground) => ground.key === key)?.basis ?? 'terms'
}

import { seedCategories } from '../../db/seed/sortie-de-grange/categories.ts'
import { seedFields } from '../../db/seed/sortie-de-grange/fields.ts'
import {
  type CategoryRow,
  type FieldDto,
  type FieldKind,
  type Labels,
  plainField,
  plainTerms,
} from '../categories/categories.ts'
import type { Currency } from '../money/money.ts'
import { slugOf } from '../text/text.ts'

export const starterTreeNames = ['vehicles', 'instruments', 'empty'] as const
export type StarterTreeName = (typeof starterTreeNames)[number]

type Starter = Readonly<{ label: Labels; fields?: readonly FieldDto[]; below?: readonly Starter[] }>

function field(key: string, label: Labels, rest: Partial<FieldDto> & Readonly<{ type: FieldKind }>): FieldDto {
  return { ...plainField, key, label, unit: null, isRequired: false, isFilterable: true, options: [], ...rest }
}

const option = (value: string, fr: string, en: string) => ({ value, label: { fr, en } })
const plain = (fr: string, en: string): Starter => ({ label: { fr, en } })

const condition = field(
  'condition',
  { fr: 'État', en: 'Condition' },
  {
    type: 'choice',
    isRequired: true,
    options: [
      option('new', 'Neuf', 'New'),
      option('good', 'Bon état', 'Good'),
      option('worn', 'Traces d’usage', 'Signs of use'),
      option('repair', 'À réparer', 'To repair'),
    ],
  },
)
const maker = field('maker', { fr: 'Marque ou luthier', en: 'Maker' }, { type: 'text' })
const year = field('year', { fr: 'Année', en: 'Year' }, { type: 'year' })

const instruments: readonly Starter[] = [
  {
    label: { fr: 'Cordes', en: 'Strings' },
    fields: [maker, year, condition],
    below: [
      plain('Guitares', 'Guitars'),
      plain('Violons et violoncelles', 'Violins and cellos'),
      plain('Basses', 'Basses'),
    ],
  },
  {
    label: { fr: 'Vents', en: 'Winds' },
    fields: [maker, year, condition],
    below: [
      plain('Saxophones', 'Saxophones'),
      plain('Clarinettes et flûtes', 'Clarinets and flutes'),
      plain('Cuivres', 'Brass'),
    ],
  },
  {
    label: { fr: 'Claviers', en: 'Keyboards' },
    fields: [maker, year, condition],
    below: [plain('Pianos', 'Pianos'), plain('Synthétiseurs', 'Synthesisers'), plain('Accordéons', 'Accordions')],
  },
  { label: { fr: 'Percussions', en: 'Percussion' }, fields: [maker, condition] },
  { label: { fr: 'Sonorisation', en: 'Sound equipment' }, fields: [maker, condition] },
  { label: { fr: 'Partitions et méthodes', en: 'Sheet music' } },
]

type Terms = Readonly<{ revealPriceMinor: number; currency: Currency }>

/** The categories of a starter tree, ids from 1; the empty one has none. */
export function starterTree(name: StarterTreeName, terms: Terms): readonly CategoryRow[] {
  if (name === 'empty') return []
  return name === 'vehicles' ? vehicles(terms) : numbered(instruments, terms)
}

function numbered(starters: readonly Starter[], terms: Terms): readonly CategoryRow[] {
  const rows: CategoryRow[] = []
  const add = (starter: Starter, parent: CategoryRow | undefined): void => {
    const slug = { fr: slugOf(starter.label.fr), en: slugOf(starter.label.en) }
    const row: CategoryRow = {
      ...plainTerms,
      ...terms,
      id: rows.length + 1,
      key: parent ? `${parent.key}/${slug.fr}` : slug.fr,
      slug,
      label: starter.label,
      parent: parent?.id ?? null,
      revealMode: 'paid',
      fields: starter.fields ?? [],
    }
    rows.push(row)
    for (const below of starter.below ?? []) add(below, row)
  }
  for (const starter of starters) add(starter, undefined)
  return rows
}

function vehicles({ revealPriceMinor, currency }: Terms): readonly CategoryRow[] {
  const ids = new Map(seedCategories.map(({ key }, at) => [key, at + 1]))
  return seedCategories.map((category) => ({
    ...plainTerms,
    id: ids.get(category.key) ?? 0,
    key: category.key,
    slug: category.slug,
    label: category.label,
    parent: category.parentKey === null ? null : (ids.get(category.parentKey) ?? null),
    revealMode: category.revealPriceMinor === 0 ? ('free' as const) : ('paid' as const),
    revealPriceMinor: category.revealPriceMinor === 0 ? 0 : revealPriceMinor,
    currency,
    fields: seedFields
      .filter(({ categoryKeys }) => categoryKeys.includes(category.key))
      .map(({ categoryKeys: _, options, ...rest }) => ({
        ...plainField,
        ...rest,
        options: (options ?? []).map(({ value, label }) => option(value, label['fr'] ?? value, label['en'] ?? value)),
      })),
  }))
}

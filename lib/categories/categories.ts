import type { Locale } from '../i18n/locales.ts'
import type { Currency } from '../money/money.ts'
import type { Millis } from '../time/time.ts'

export type FieldKind = 'text' | 'integer' | 'number' | 'choice' | 'choices' | 'boolean' | 'money' | 'year' | 'date'
/** `choices` gives several values; a date is `2026-11-22`. */
export type FieldValue = string | number | boolean | readonly string[]
/** Values by key of the category's fields; absent where there is none. */
export type FieldValues = Readonly<Record<string, FieldValue>>
/** Holds when the field `key` has one of `values`. */
export type FieldCondition = Readonly<{ key: string; values: readonly (string | boolean)[] }>
/** What the law of some country has to say about a category; see the country profiles. */
export type LegalKind = 'general' | 'housing' | 'jobs' | 'pets'
export type Labels = Readonly<Record<Locale, string>>

/** A typed detail that the ads of a category have, its own or inherited from a category above. */
export type FieldDto = Readonly<{
  key: string
  type: FieldKind
  label: Labels
  unit: string | null
  isRequired: boolean
  isFilterable: boolean
  /** Empty unless `type` is `choice` or `choices`. */
  options: readonly Readonly<{ value: string; label: Labels }>[]
  /** A field that is not active keeps its values and is neither asked nor shown. */
  isActive: boolean
  requiredWhen: FieldCondition | null
  shownWhen: FieldCondition | null
  help: Labels | null
}>

/** The rules of a field that has none. */
export const plainField = { isActive: true, requiredWhen: null, shownWhen: null, help: null } as const

/** What posting and reading cost in a category, and for how long. */
export type CategoryTerms = Readonly<{
  isActive: boolean
  legalKind: LegalKind
  /** With `paid_then_free`: for how many days a contact costs something. */
  paidDays: number | null
  /** What posting an ad costs; 0 when it is free. */
  postPriceMinor: number
  /** How many ads an advertiser has here at one time before posting costs something. */
  freeQuota: number
  /** Posting is free for everybody until then. */
  freeUntil: Millis | null
  /** How long an ad stands, in days. */
  adDays: number
}>

/** A category where posting is free and an ad stands for two months. */
export const plainTerms: CategoryTerms = {
  isActive: true,
  legalKind: 'general',
  paidDays: null,
  postPriceMinor: 0,
  freeQuota: 0,
  freeUntil: null,
  adDays: 60,
}

export type CategoryDto = CategoryTerms &
  Readonly<{
    id: number
    /** Stable name used by imports and the API: `vehicules/motos`. */
    key: string
    slug: Labels
    label: Labels
    /** The slugs from the root down to this category, for addresses. */
    path: Readonly<Record<Locale, readonly string[]>>
    /** Id of the category above; null at the root. */
    parent: number | null
    /** Ids of the categories directly below, in order. */
    children: readonly number[]
    revealMode: 'paid' | 'free' | 'paid_then_free' | 'sponsored'
    revealPriceMinor: number
    currency: Currency
    /** Inherited fields first, then its own. */
    fields: readonly FieldDto[]
  }>

/** Every category, ready to look up; the same object until a category changes. */
export type CategoryTree = Readonly<{
  /** Parents before children, in the order to show. */
  all: readonly CategoryDto[]
  roots: readonly CategoryDto[]
  byId: ReadonlyMap<number, CategoryDto>
  byKey: ReadonlyMap<string, CategoryDto>
}>

/** A category as stored: fields of its own only. */
export type CategoryRow = Omit<CategoryDto, 'path' | 'children'>

/** Builds the tree; `rows` are in the order to show, `fields` of each row are its own. */
export function buildCategoryTree(rows: readonly CategoryRow[]): CategoryTree {
  const below = new Map<number | null, CategoryRow[]>()
  for (const row of rows) below.set(row.parent, [...(below.get(row.parent) ?? []), row])
  const all: CategoryDto[] = []
  const add = (row: CategoryRow, parent: CategoryDto | undefined): void => {
    const children = below.get(row.id) ?? []
    const own = new Set(row.fields.map((field) => field.key))
    const category: CategoryDto = {
      ...row,
      path: { fr: [...(parent?.path.fr ?? []), row.slug.fr], en: [...(parent?.path.en ?? []), row.slug.en] },
      children: children.map((child) => child.id),
      fields: [...(parent?.fields ?? []).filter((field) => !own.has(field.key)), ...row.fields],
    }
    all.push(category)
    for (const child of children) add(child, category)
  }
  for (const root of below.get(null) ?? []) add(root, undefined)
  return {
    all,
    roots: all.filter((category) => category.parent === null),
    byId: new Map(all.map((category) => [category.id, category])),
    byKey: new Map(all.map((category) => [category.key, category])),
  }
}

/** From the root down to the category itself; empty when `id` is unknown. */
export function categoryTrail(tree: CategoryTree, id: number): readonly CategoryDto[] {
  const category = tree.byId.get(id)
  if (!category) return []
  return [...(category.parent === null ? [] : categoryTrail(tree, category.parent)), category]
}

/** The categories directly below; the roots when `id` is null. */
export function childCategories(tree: CategoryTree, id: number | null): readonly CategoryDto[] {
  return tree.all.filter((category) => category.parent === id)
}

/** The category itself and everything below it. */
export function categoryAndBelow(tree: CategoryTree, id: number): readonly CategoryDto[] {
  const category = tree.byId.get(id)
  if (!category) return []
  return [category, ...category.children.flatMap((child) => categoryAndBelow(tree, child))]
}

/** Finds a category by the slugs of an address: `['vehicules', 'motos']` in French, `['vehicles', 'motorcycles']` in English. */
export function categoryAtPath(
  tree: CategoryTree,
  locale: Locale,
  segments: readonly string[],
): CategoryDto | undefined {
  const wanted = segments.join('/')
  return wanted === '' ? undefined : tree.all.find((category) => category.path[locale].join('/') === wanted)
}

/** What an option of a choice, a yes/no or a plain value is called; the value itself when nothing better is known. */
export function fieldOptionLabel(field: FieldDto, value: string, locale: Locale): string {
  return field.options.find((option) => option.value === value)?.label[locale] ?? value
}

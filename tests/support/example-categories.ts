import { commit } from '../../db/commit.ts'
import { seedCategories } from '../../db/seed/sortie-de-grange/categories.ts'
import { seedFields } from '../../db/seed/sortie-de-grange/fields.ts'
import { type CategoryRow, plainField, plainTerms } from '../../lib/categories/categories.ts'
import { saveCategories } from '../../lib/categories/categories-store.ts'

/** The example site's categories and fields, kept in the database in use. */
export async function saveExampleCategories(): Promise<void> {
  await commit(saveCategories(exampleCategories()))
}

export function exampleCategories(): readonly CategoryRow[] {
  const ids = new Map(seedCategories.map(({ key }, at) => [key, at + 1]))
  return seedCategories.map((category) => ({
    ...plainTerms,
    id: ids.get(category.key) ?? 0,
    key: category.key,
    slug: category.slug,
    label: category.label,
    parent: category.parentKey === null ? null : (ids.get(category.parentKey) ?? null),
    revealMode: category.revealPriceMinor === 0 ? 'free' : 'paid',
    revealPriceMinor: category.revealPriceMinor,
    currency: 'EUR',
    fields: seedFields
      .filter((field) => field.categoryKeys.includes(category.key))
      .map(({ key, type, label, unit, isRequired, isFilterable, options }) => ({
        ...plainField,
        key,
        type,
        label,
        unit,
        isRequired,
        isFilterable,
        options: (options ?? []).map((option) => ({
          value: option.value,
          label: { fr: option.label['fr'] ?? option.value, en: option.label['en'] ?? option.value },
        })),
      })),
  }))
}

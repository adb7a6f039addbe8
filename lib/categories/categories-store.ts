import { eq, sql } from 'drizzle-orm'
import { anyRows, one, type Step } from '../../db/commit.ts'
import { categories, categoryFields } from '../../db/schema/categories.ts'
import { everyColumn, type Row, writeSql, writeStatement } from '../../db/statement.ts'
import type { CategoryRow } from './categories.ts'

/** A category to keep. Its id is chosen by the caller and stays: addresses and search marks are made from it. */
export type NewCategory = CategoryRow & Readonly<{ position: number }>

const upsertCategory = writeStatement<Row<typeof categories>>((db) => {
  const values = everyColumn(categories)
  return db.insert(categories).values(values).onConflictDoUpdate({ target: categories.id, set: values })
})
const deleteFields = writeStatement<{ categoryId: number }>((db) =>
  db.delete(categoryFields).where(eq(categoryFields.categoryId, sql.placeholder('categoryId'))),
)
const insertField = writeStatement<Omit<Row<typeof categoryFields>, 'id'>>((db) =>
  db.insert(categoryFields).values({ ...everyColumn(categoryFields), id: sql`null` }),
)

const revealPriceRow = writeSql('update categories set reveal_price_minor = ? where id = ?')
const postPriceRow = writeSql('update categories set post_price_minor = ? where id = ?')

/** Writes what a contact (`reveal`) or posting an ad (`post`) costs in a category. */
export function setCategoryPrice(
  categoryId: number,
  { kind, priceMinor }: Readonly<{ kind: 'reveal' | 'post'; priceMinor: number }>,
): Step {
  const row = kind === 'reveal' ? revealPriceRow : postPriceRow
  return one(row(priceMinor, categoryId), 'not_found')
}

/** Steps that insert a category or replace it and its own fields. Save parents before their children. */
export function saveCategory(category: NewCategory): readonly Step[] {
  return [
    anyRows(
      upsertCategory({
        id: category.id,
        parentId: category.parent,
        key: category.key,
        slugFr: category.slug.fr,
        slugEn: category.slug.en,
        labelFr: category.label.fr,
        labelEn: category.label.en,
        revealMode: category.revealMode,
        revealPriceMinor: category.revealPriceMinor,
        currency: category.currency,
        position: category.position,
        isActive: category.isActive,
        legalKind: category.legalKind,
        paidDays: category.paidDays,
        postPriceMinor: category.postPriceMinor,
        freeQuota: category.freeQuota,
        freeUntil: category.freeUntil,
        adDays: category.adDays,
      }),
    ),
    anyRows(deleteFields({ categoryId: category.id })),
    ...category.fields.map((field, position) =>
      anyRows(
        insertField({
          categoryId: category.id,
          key: field.key,
          type: field.type,
          labelFr: field.label.fr,
          labelEn: field.label.en,
          unit: field.unit,
          isRequired: field.isRequired,
          isFilterable: field.isFilterable,
          options: field.options.length === 0 ? null : field.options,
          position,
          isActive: field.isActive,
          requiredWhen: field.requiredWhen,
          shownWhen: field.shownWhen,
          helpFr: field.help?.fr ?? null,
          helpEn: field.help?.en ?? null,
        }),
      ),
    ),
  ]
}

/** {@link saveCategory} for a whole tree; positions are the order given. */
export function saveCategories(rows: readonly CategoryRow[]): readonly Step[] {
  return rows.flatMap((row, position) => saveCategory({ ...row, position }))
}

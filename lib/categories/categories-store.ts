import { eq, sql } from 'drizzle-orm'
import { anyRows, one, type Step } from '../../db/commit.ts'
import { categories, categoryFields } from '../../db/schema/categories.ts'
import { everyColumn, type Row, writeSql, writeStatement } from '../../db/statement.ts'
import type { CategoryRow, FieldDto } from './categories.ts'

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

const insertCategoryRow = writeStatement<Row<typeof categories>>((db) =>
  db.insert(categories).values(everyColumn(categories)),
)

/** Inserts a category without fields of its own; otherwise `already_exists`. */
export function insertCategory(category: NewCategory): Step {
  return one(insertCategoryRow(columnsOf(category)), 'already_exists')
}

function columnsOf(category: NewCategory): Row<typeof categories> {
  return {
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
  }
}

/** Steps that insert a category or replace it and its own fields. Save parents before their children. */
export function saveCategory(category: NewCategory): readonly Step[] {
  return [
    anyRows(upsertCategory(columnsOf(category))),
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

const changeCategoryRow = writeSql(`update categories set parent_id = @parent, slug_fr = @slugFr, slug_en = @slugEn,
  label_fr = @labelFr, label_en = @labelEn, reveal_mode = @revealMode, is_active = @isActive, legal_kind = @legalKind,
  paid_days = @paidDays, free_quota = @freeQuota, free_until = @freeUntil, ad_days = @adDays where id = @id`)
const positionRow = writeSql('update categories set position = ? where id = ?')

/** What staff may change of a category; its key stays for ever, and its prices have rules of their own. */
export type CategoryChange = Pick<
  CategoryRow,
  | 'id'
  | 'parent'
  | 'slug'
  | 'label'
  | 'revealMode'
  | 'isActive'
  | 'legalKind'
  | 'paidDays'
  | 'freeQuota'
  | 'freeUntil'
  | 'adDays'
>

export function changeCategoryTerms({ slug, label, isActive, ...change }: CategoryChange): Step {
  const columns = { slugFr: slug.fr, slugEn: slug.en, labelFr: label.fr, labelEn: label.en, isActive: Number(isActive) }
  return one(changeCategoryRow({ ...change, ...columns }), 'not_found')
}

export function setCategoryPosition(id: number, position: number): Step {
  return one(positionRow(position, id), 'not_found')
}

const upsertFieldRow = writeSql(`insert into category_fields
  (category_id, key, type, label_fr, label_en, unit, is_required, is_filterable, options, position, is_active,
   required_when, shown_when, help_fr, help_en)
  values (@categoryId, @key, @type, @labelFr, @labelEn, @unit, @isRequired, @isFilterable, @options, @position, @isActive,
   @requiredWhen, @shownWhen, @helpFr, @helpEn)
  on conflict (category_id, key) do update set type = excluded.type, label_fr = excluded.label_fr,
   label_en = excluded.label_en, unit = excluded.unit, is_required = excluded.is_required,
   is_filterable = excluded.is_filterable, options = excluded.options, is_active = excluded.is_active,
   required_when = excluded.required_when, shown_when = excluded.shown_when, help_fr = excluded.help_fr,
   help_en = excluded.help_en`)
const fieldPositionRow = writeSql('update category_fields set position = ? where category_id = ? and key = ?')

/** Keeps one field of a category's own; a new one comes at `position`, a known one stays where it is. */
export function saveField(categoryId: number, field: FieldDto, position: number): Step {
  const { label, help, options, requiredWhen, shownWhen } = field
  return one(
    upsertFieldRow({
      categoryId,
      key: field.key,
      type: field.type,
      labelFr: label.fr,
      labelEn: label.en,
      unit: field.unit,
      isRequired: Number(field.isRequired),
      isFilterable: Number(field.isFilterable),
      options: options.length === 0 ? null : JSON.stringify(options),
      position,
      isActive: Number(field.isActive),
      requiredWhen: requiredWhen && JSON.stringify(requiredWhen),
      shownWhen: shownWhen && JSON.stringify(shownWhen),
      helpFr: help?.fr ?? null,
      helpEn: help?.en ?? null,
    }),
    'already_exists',
  )
}

export function setFieldPosition(categoryId: number, key: string, position: number): Step {
  return one(fieldPositionRow(position, categoryId, key), 'not_found')
}

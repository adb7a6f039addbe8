import { type AnySQLiteColumn, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { currencyCode, flag, json, minor } from '../columns.ts'

export type RevealMode = 'paid' | 'free'
export type FieldType = 'text' | 'integer' | 'number' | 'choice' | 'boolean' | 'money' | 'year'
export type FieldOption = Readonly<{ value: string; label: Readonly<Record<string, string>> }>

export const categories = sqliteTable('categories', {
  id: integer('id').primaryKey(),
  parentId: integer('parent_id').references((): AnySQLiteColumn => categories.id),
  /** Stable name used by imports and by the API, the path of slugs: `vehicules/motos`. */
  key: text('key').notNull().unique(),
  slugFr: text('slug_fr').notNull(),
  slugEn: text('slug_en').notNull(),
  labelFr: text('label_fr').notNull(),
  labelEn: text('label_en').notNull(),
  revealMode: text('reveal_mode').$type<RevealMode>().notNull(),
  revealPriceMinor: minor('reveal_price_minor').notNull(),
  currency: currencyCode().notNull(),
  position: integer('position').notNull(),
})

export const categoryFields = sqliteTable(
  'category_fields',
  {
    id: integer('id').primaryKey(),
    categoryId: integer('category_id')
      .notNull()
      .references(() => categories.id),
    key: text('key').notNull(),
    type: text('type').$type<FieldType>().notNull(),
    labelFr: text('label_fr').notNull(),
    labelEn: text('label_en').notNull(),
    unit: text('unit'),
    isRequired: flag('is_required').notNull(),
    isFilterable: flag('is_filterable').notNull(),
    options: json<readonly FieldOption[]>('options'),
    position: integer('position').notNull(),
  },
  (table) => [uniqueIndex('category_fields_key').on(table.categoryId, table.key)],
)

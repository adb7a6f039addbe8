import { type AnySQLiteColumn, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { currencyCode, flag, json, millis, minor } from '../columns.ts'

export type RevealMode = 'paid' | 'free' | 'paid_then_free' | 'sponsored'
export type FieldType = 'text' | 'integer' | 'number' | 'choice' | 'choices' | 'boolean' | 'money' | 'year' | 'date'
/** Holds when the field `key` has one of `values`. */
export type FieldCondition = Readonly<{ key: string; values: readonly (string | boolean)[] }>
/** What the law of some country has to say about a category; see the country profiles. */
export type LegalKind = 'general' | 'housing' | 'jobs' | 'pets'
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
  isActive: flag('is_active').notNull().default(true),
  legalKind: text('legal_kind').$type<LegalKind>().notNull().default('general'),
  /** With `paid_then_free`: for how many days a contact costs something. */
  paidDays: integer('paid_days'),
  /** What posting an ad costs; 0 when it is free. */
  postPriceMinor: minor('post_price_minor').notNull().default(0),
  /** How many ads an advertiser has here at one time before posting costs something. */
  freeQuota: integer('free_quota').notNull().default(0),
  /** Posting is free for everybody until then. */
  freeUntil: millis('free_until'),
  /** How long an ad stands, in days. */
  adDays: integer('ad_days').notNull().default(60),
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
    isActive: flag('is_active').notNull().default(true),
    requiredWhen: json<FieldCondition | null>('required_when'),
    shownWhen: json<FieldCondition | null>('shown_when'),
    helpFr: text('help_fr'),
    helpEn: text('help_en'),
  },
  (table) => [uniqueIndex('category_fields_key').on(table.categoryId, table.key)],
)

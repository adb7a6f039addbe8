import { asc } from 'drizzle-orm'
import { type Connection, reader } from '../../db/client.ts'
import { categories, categoryFields } from '../../db/schema/categories.ts'
import { readSql, readStatement } from '../../db/statement.ts'
import type { Locale } from '../i18n/locales.ts'
import {
  buildCategoryTree,
  type CategoryDto,
  type CategoryTree,
  categoryAtPath,
  type FieldDto,
  type Labels,
} from './categories.ts'

const treeVersion = readSql<{ version: number }>(`select version from table_versions where name = 'categories'`)
const allCategories = readStatement((db) =>
  db.select().from(categories).orderBy(asc(categories.position), asc(categories.id)).prepare(),
)
const allFields = readStatement((db) =>
  db.select().from(categoryFields).orderBy(asc(categoryFields.position), asc(categoryFields.id)).prepare(),
)

const trees = new WeakMap<Connection, Readonly<{ version: number; tree: CategoryTree }>>()

/** Every category with its inherited fields. Kept in memory and read again when a category or field has changed. */
export function loadCategoryTree(): CategoryTree {
  const connection = reader()
  const version = treeVersion.get()?.version ?? 0
  const known = trees.get(connection)
  if (known?.version === version) return known.tree
  const tree = readTree()
  trees.set(connection, { version, tree })
  return tree
}

/** Finds a category by the slugs of its address in one language. */
export function findCategoryByPath(locale: Locale, segments: readonly string[]): CategoryDto | undefined {
  return categoryAtPath(loadCategoryTree(), locale, segments)
}

export function findCategoryByKey(key: string): CategoryDto | undefined {
  return loadCategoryTree().byKey.get(key)
}

/** The fields that a category has of its own, those that are hidden too, in order. */
export function listOwnFields(categoryId: number): readonly FieldDto[] {
  return fieldsByCategory().get(categoryId) ?? []
}

function fieldsByCategory(): ReadonlyMap<number, readonly FieldDto[]> {
  const fieldsOf = new Map<number, FieldDto[]>()
  for (const field of allFields().all()) {
    const dto: FieldDto = {
      key: field.key,
      type: field.type,
      label: { fr: field.labelFr, en: field.labelEn },
      unit: field.unit,
      isRequired: field.isRequired,
      isFilterable: field.isFilterable,
      isActive: field.isActive,
      requiredWhen: field.requiredWhen,
      shownWhen: field.shownWhen,
      help: helpOf(field.helpFr, field.helpEn),
      options: (field.options ?? []).map(({ value, label }) => ({ value, label: bothLabels(label, value) })),
    }
    fieldsOf.set(field.categoryId, [...(fieldsOf.get(field.categoryId) ?? []), dto])
  }
  return fieldsOf
}

function readTree(): CategoryTree {
  const fieldsOf = fieldsByCategory()
  const rows = allCategories().all()
  return buildCategoryTree(
    rows.map((row) => ({
      id: row.id,
      key: row.key,
      slug: { fr: row.slugFr, en: row.slugEn },
      label: { fr: row.labelFr, en: row.labelEn },
      parent: row.parentId,
      revealMode: row.revealMode,
      revealPriceMinor: row.revealPriceMinor,
      currency: row.currency,
      isActive: row.isActive,
      legalKind: row.legalKind,
      paidDays: row.paidDays,
      postPriceMinor: row.postPriceMinor,
      freeQuota: row.freeQuota,
      freeUntil: row.freeUntil,
      adDays: row.adDays,
      fields: fieldsOf.get(row.id) ?? [],
    })),
  )
}

function bothLabels(label: Readonly<Record<string, string>>, value: string): Labels {
  const { fr, en } = label
  return { fr: fr ?? en ?? value, en: en ?? fr ?? value }
}

function helpOf(fr: string | null, en: string | null): Labels | null {
  return fr === null && en === null ? null : { fr: fr ?? en ?? '', en: en ?? fr ?? '' }
}

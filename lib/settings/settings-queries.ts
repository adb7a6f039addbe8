import { eq, sql } from 'drizzle-orm'
import { settings } from '../../db/schema/operations.ts'
import { readStatement } from '../../db/statement.ts'
import { type Brand, brandInput } from './brand.ts'

const byKey = readStatement((db) =>
  db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, sql.placeholder('key')))
    .prepare(),
)

/** @returns What was kept under `key`, unchecked, or undefined. */
export function findSetting(key: string): unknown {
  return byKey().get({ key })?.value
}

/** The operator's look; the default one when none is kept or when what is kept no longer reads. */
export function loadBrand(): Brand {
  const result = brandInput.safeParse(findSetting('brand') ?? {})
  return result.success ? result.data : { tokens: {} }
}

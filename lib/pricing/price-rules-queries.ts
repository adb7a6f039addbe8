import { asc } from 'drizzle-orm'
import { priceRules } from '../../db/schema/posting.ts'
import { readStatement } from '../../db/statement.ts'
import type { Rail } from '../money/rails.ts'
import type { PriceRule } from './price-rules.ts'

const allRules = readStatement((db) =>
  db
    .select()
    .from(priceRules)
    .orderBy(asc(priceRules.validFrom), asc(priceRules.createdAt), asc(priceRules.id))
    .prepare(),
)

/** Every rule there ever was, oldest first: a few hundred in the life of a site. */
export function listPriceRules(): readonly PriceRule[] {
  return allRules()
    .all()
    .map((row) => ({ ...row, rail: row.rail as Rail | null }))
}

export function findPriceRule(id: string): PriceRule | undefined {
  return listPriceRules().find((rule) => rule.id === id)
}

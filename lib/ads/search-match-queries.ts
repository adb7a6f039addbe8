import { readSql } from '../../db/statement.ts'
import { steadySql } from '../../db/steady-sql.ts'
import { type PlanText, planExpression, type SearchPlan } from './search-plan.ts'

/** What of a match is counted and ordered by. `fieldValues` is JSON, empty unless asked for. */
export type Match = Readonly<{
  sortKey: number
  categoryId: number
  priceMinor: number | null
  revealMinor: number
  fieldValues: string
}>

export type Reading = Readonly<{
  limit: number
  /** Only documents older than this sort key. */
  before?: number | undefined
  withFields?: boolean
  /** Further operands, already written: marks of a price, a tier. */
  expression?: string
  where?: keyof PlanText
}>

/**
 * The newest documents that match, read from the newest on: what is not asked for is not read.
 *
 * The index gives candidates in the order wanted (row id = recency), and the cross join keeps SQLite from starting
 * anywhere else, whatever it knows about the values.
 */
export function readMatches(plan: SearchPlan, reading: Reading): readonly Match[] {
  const { match, conditions, values } = conditionsOf(plan, reading)
  const key = match === '' ? 'd.sort_key' : 'search_index.rowid'
  const source =
    match === ''
      ? 'search_documents d'
      : 'search_index cross join search_documents d on d.sort_key = search_index.rowid'
  const sql = `select d.sort_key as sortKey, d.category_id as categoryId, d.price_minor as priceMinor,
      d.reveal_minor as revealMinor, ${reading.withFields ? 'd.field_values' : "''"} as fieldValues
    from ${source} ${whereOf(conditions)} order by ${key} desc limit @limit`
  return matchStatement(sql).all(values)
}

/** How many match, counted no further than the limit. */
export function countMatches(plan: SearchPlan, reading: Pick<Reading, 'limit' | 'expression'>): number {
  const { match, conditions, values } = conditionsOf(plan, reading)
  const checked = 'search_index cross join search_documents d on d.sort_key = search_index.rowid'
  const source = match === '' ? 'search_documents d' : conditions.length === 1 ? 'search_index' : checked
  const sql = `select count(*) as matches from (select 1 from ${source} ${whereOf(conditions)} limit @limit)`
  return countStatement(sql).get(values)?.matches ?? 0
}

type Conditions = Readonly<{ match: string; conditions: readonly string[]; values: Readonly<Record<string, unknown>> }>

function conditionsOf(plan: SearchPlan, reading: Reading): Conditions {
  const match = reading.expression ?? planExpression(plan, reading.where)
  const checks = plan.parts.flatMap((part) => part.check ?? [])
  const conditions = checks.map((check) => check.sql)
  const values: Record<string, unknown> = Object.assign(
    { limit: reading.limit },
    ...checks.map((check) => check.values),
  )
  if (match !== '') {
    conditions.unshift('search_index match @match')
    values['match'] = match
  }
  if (reading.before !== undefined) {
    conditions.push(`${match === '' ? 'd.sort_key' : 'search_index.rowid'} < @before`)
    values['before'] = reading.before
  }
  return { match, conditions, values }
}

function whereOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`
}

const matchStatement = keptBySql<Match>()
const countStatement = keptBySql<{ matches: number }>()

/** Filters on fields make the texts many but not endless; should they be, the statements are made anew. */
function keptBySql<Result>(): (sql: string) => ReturnType<typeof readSql<Result>> {
  const statements = new Map<string, ReturnType<typeof readSql<Result>>>()
  return (sql) => {
    const known = statements.get(sql)
    if (known) return known
    if (statements.size >= 500) statements.clear()
    const made = readSql<Result>(steadySql(sql))
    statements.set(sql, made)
    return made
  }
}

const completing = readSql<{ term: string }>(
  'select term from search_terms where term > ? and term < ? order by documents desc limit ?',
)
const revealPrices = readSql<{ revealMinor: number }>(
  'select reveal_minor as revealMinor from reveal_price_counts where ads > 0 order by reveal_minor limit 100',
)

const mostCompletions = 32

/** The most used words that begin with `beginning`, itself left out. */
export function completionsOf(beginning: string): readonly string[] {
  return completing.all(beginning, `${beginning}\u{10ffff}`, mostCompletions).map(({ term }) => term)
}

/** Every price of a contact that a published ad has, ascending; 0 is free. */
export function listRevealPrices(): readonly number[] {
  return revealPrices.all().map(({ revealMinor }) => revealMinor)
}

import { readColumn, readSql } from '../../db/statement.ts'
import { steadySql } from '../../db/steady-sql.ts'
import { readDocuments } from './search-document-queries.ts'
import type { Match } from './search-match.ts'
import { type Check, looseExpression, type PlanText, planExpression, type SearchPlan } from './search-plan.ts'

export type Reading = Readonly<{
  limit: number
  /** Only documents older than this sort key. */
  before?: number | undefined
  /** Further operands, already written: marks of a price, a tier. */
  expression?: string
  where?: keyof PlanText
}>

const keysMatching = readColumn<number>(
  steadySql(`select rowid from search_index where search_index match @match and rowid < @before
    order by rowid desc limit @limit`),
)
const keysInAnyOrder = readColumn<number>(
  steadySql('select rowid from search_index where search_index match @match limit @limit'),
)
const allKeys = readColumn<number>(
  'select sort_key from search_documents where sort_key < @before order by sort_key desc limit @limit',
)
const countMatching = readSql<{ matches: number }>(
  steadySql(
    `select count(*) as matches from (select 1 from search_index where search_index match @match limit @limit)`,
  ),
)
const countAll = readSql<{ matches: number }>(
  'select count(*) as matches from (select 1 from search_documents limit @limit)',
)

const leastCandidates = 100
const mostCandidates = 20_000
const worthChecking = 0.2

/**
 * The newest documents that match, read from the newest on (row id = recency): what is not asked for is not read.
 *
 * What the index only narrows down is checked on its candidates. A broad range of prices narrows nothing down and costs
 * the index more than all words, so the first candidates are taken without such filters, and with them only when few of
 * these pass.
 */
export function readMatches(plan: SearchPlan, reading: Reading): readonly Match[] {
  const checks = plan.parts.flatMap((part) => part.check ?? [])
  const range: Range = { before: reading.before ?? Number.MAX_SAFE_INTEGER, limit: reading.limit }
  const strict = (): string => reading.expression ?? planExpression(plan, reading.where)
  if (checks.length === 0) return readDocuments(keysOf(strict(), range))
  const loose = reading.expression === undefined ? looseExpression(plan, reading.where) : ''
  const passed = loose === '' ? undefined : readChecked(loose, { ...range, checks, leastShare: worthChecking })
  return passed ?? readChecked(strict(), { ...range, checks, leastShare: 0 }) ?? []
}

type Range = Readonly<{ before: number; limit: number }>
type Checked = Range & Readonly<{ checks: readonly Check[]; leastShare: number }>

/** @returns Undefined when less than `leastShare` of the first candidates pass, and there are others. */
function readChecked(match: string, { checks, limit, before, leastShare }: Checked): readonly Match[] | undefined {
  const passed: Match[] = []
  const range = { before, limit: Math.max(limit, leastCandidates) }
  for (;;) {
    const keys = keysOf(match, range)
    const holding = readDocuments(keys).filter((candidate) => checks.every((holds) => holds(candidate)))
    passed.push(...holding)
    if (passed.length >= limit || keys.length < range.limit) return passed.slice(0, limit)
    const share = holding.length / keys.length
    if (share < leastShare) return undefined
    range.before = keys.at(-1) ?? 0
    range.limit = Math.min(mostCandidates, leastCandidates + Math.ceil((limit - passed.length) / Math.max(share, 0.01)))
  }
}

/**
 * What matches, in no order, which the index reads in half the time; undefined when it names more than `most`.
 */
export function readAllMatches(
  plan: SearchPlan,
  { expression, most }: Readonly<{ expression: string; most: number }>,
): readonly Match[] | undefined {
  const keys = keysInAnyOrder.all({ match: expression, limit: most + 1 })
  if (keys.length > most) return undefined
  const checks = plan.parts.flatMap((part) => part.check ?? [])
  return readDocuments(keys).filter((candidate) => checks.every((holds) => holds(candidate)))
}

/** How many match, counted no further than the limit. */
export function countMatches(plan: SearchPlan, reading: Pick<Reading, 'limit' | 'expression'>): number {
  if (plan.parts.some((part) => part.check)) return readMatches(plan, reading).length
  const match = reading.expression ?? planExpression(plan)
  const { limit } = reading
  const counted = match === '' ? countAll.get({ limit }) : countMatching.get({ match, limit })
  return counted?.matches ?? 0
}

function keysOf(match: string, range: Range): readonly number[] {
  return match === '' ? allKeys.all(range) : keysMatching.all({ match, ...range })
}

const completing = readColumn<string>(
  'select term from search_terms where term > ? and term < ? order by documents desc limit ?',
)
const revealPrices = readColumn<number>(
  'select reveal_minor from reveal_price_counts where ads > 0 order by reveal_minor limit 100',
)

const mostCompletions = 32

/** The most used words that begin with `beginning`, itself left out. */
export function completionsOf(beginning: string): readonly string[] {
  return completing.all(beginning, `${beginning}\u{10ffff}`, mostCompletions)
}

/** Every price of a contact that a published ad has, ascending; 0 is free. */
export function listRevealPrices(): readonly number[] {
  return revealPrices.all()
}

import { one, type Step } from '../../db/commit.ts'
import { priceRules } from '../../db/schema/posting.ts'
import { everyColumn, type Row, writeSql, writeStatement } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'
import type { PriceRule } from './price-rules.ts'

const insertRow = writeStatement<Row<typeof priceRules>>((db) => db.insert(priceRules).values(everyColumn(priceRules)))
const markRow = writeSql('update price_rules set applied_at = ? where id = ?')
const endRow = writeSql(
  'update price_rules set valid_until = ?, applied_at = null where id = ? and (valid_until is null or valid_until > ?)',
)
const cancelRow = writeSql(
  'update price_rules set valid_until = valid_from, applied_at = ? where id = ? and valid_from > ? and (valid_until is null or valid_until > valid_from)',
)

export function insertPriceRule(rule: PriceRule): Step {
  return one(insertRow(rule), 'already_exists')
}

/** Categories and ads now agree with the rule. */
export function markPriceRuleApplied(id: string, now: Millis): Step {
  return one(markRow(now, id), 'not_found')
}

/** The rule holds no longer; `state_changed` when it had ended already. What it changed is then to be put back. */
export function endPriceRule(id: string, now: Millis): Step {
  return one(endRow(now, id, now), 'state_changed')
}

/** The rule never begins; `state_changed` when it has. */
export function cancelPriceRule(id: string, now: Millis): Step {
  return one(cancelRow(now, id, now), 'state_changed')
}

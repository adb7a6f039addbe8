import { readSql } from '../../db/statement.ts'
import { steadySql } from '../../db/steady-sql.ts'
import { type PriceGuidance, priceGuidanceOf } from './price-guidance.ts'
import { allOf } from './search-expression.ts'
import { categoryMark } from './search-marks.ts'

/** The newest are enough to go by, and the cost must not grow with the category. */
const mostRead = 200

const prices = readSql<{ priceMinor: number }>(
  steadySql(`select d.price_minor as priceMinor from (
      select rowid as found from search_index where search_index match @match order by rowid desc limit @limit
    ) cross join search_documents d on d.sort_key = found
    where d.price_minor > 0 and d.ad_id <> @except`),
)

/** What the newest published ads of a category ask, without the one that is being changed. */
export function findPriceGuidance(categoryId: number, exceptAdId: number | null): PriceGuidance | undefined {
  const found = prices.all({ match: allOf([categoryMark(categoryId)]), limit: mostRead, except: exceptAdId ?? 0 })
  return priceGuidanceOf(found.map(({ priceMinor }) => priceMinor))
}

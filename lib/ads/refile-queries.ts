import { readSql } from '../../db/statement.ts'

const published = readSql<{ id: number }>(
  `select id from ads where id > ? and category_id = ? and +status = 'published' order by id limit ?`,
)

/** Ids of published ads of one category, in order, after one id. */
export function listPublishedIds(
  categoryId: number,
  page: Readonly<{ after: number; limit: number }>,
): readonly number[] {
  return published.all(page.after, categoryId, page.limit).map(({ id }) => id)
}

import { readSql } from '../../db/statement.ts'

export type SavedView = Readonly<{ id: string; label: string; query: string }>

const views = readSql<SavedView>(
  'select id, label, query from saved_views where member_id = ? and page = ? order by position, created_at limit 20',
)

/** A person's views of one table, in their order. */
export function listViews(memberId: string, page: string): readonly SavedView[] {
  return views.all(memberId, page)
}

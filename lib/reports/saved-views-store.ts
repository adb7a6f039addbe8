import { one, type Step } from '../../db/commit.ts'
import { writeSql } from '../../db/statement.ts'
import { newId } from '../ids/ids.ts'
import type { Millis } from '../time/time.ts'

const insertRow = writeSql(`insert into saved_views (id, member_id, page, label, query, position, created_at)
  values (@id, @memberId, @page, @label, @query,
    (select count(*) from saved_views where member_id = @memberId and page = @page), @now)
  on conflict (member_id, page, label) do update set query = excluded.query`)
const deleteRow = writeSql('delete from saved_views where id = ? and member_id = ?')

export type NewView = Readonly<{ memberId: string; page: string; label: string; query: string; now: Millis }>

/** Keeps a view of a table; one with the same name is replaced. */
export function saveView(view: NewView): Step {
  return one(insertRow({ id: newId(), ...view }), 'already_exists')
}

/** Otherwise `not_found`: there is none, or it is somebody else's. */
export function deleteView(id: string, memberId: string): Step {
  return one(deleteRow(id, memberId), 'not_found')
}

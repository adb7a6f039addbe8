import { one, type Step } from '../../db/commit.ts'
import { writeSql } from '../../db/statement.ts'
import type { StaffRole } from './member.ts'

const anotherOwner = `exists (select 1 from members other where other.staff_role = 'owner' and other.is_disabled = 0
  and other.erased_at is null and other.id <> members.id)`
const roleRow = writeSql(`update members set staff_role = @after where id = @id and staff_role is @before
  and (@before is not 'owner' or @after = 'owner' or is_disabled = 1 or ${anotherOwner})`)
const disableRow = writeSql(`update members set is_disabled = 1 where id = ? and is_disabled = 0
  and (staff_role is not 'owner' or ${anotherOwner})`)
const enableRow = writeSql('update members set is_disabled = 0 where id = ? and is_disabled = 1 and erased_at is null')
const joinRow = writeSql('update members set staff_role = ? where id = ? and is_disabled = 0 and erased_at is null')

/** Otherwise `state_changed`: the role is another by now, or nobody else would be owner. */
export function changeStaffRole(
  id: string,
  role: Readonly<{ before: StaffRole | null; after: StaffRole | null }>,
): Step {
  return one(roleRow({ id, ...role }), 'state_changed')
}

/** Otherwise `state_changed`: it is disabled already, or the last owner's. */
export function disableMember(id: string): Step {
  return one(disableRow(id), 'state_changed')
}

export function enableMember(id: string): Step {
  return one(enableRow(id), 'state_changed')
}

/** Somebody who has an account joins the team. */
export function joinTeam(id: string, role: StaffRole): Step {
  return one(joinRow(role, id), 'state_changed')
}

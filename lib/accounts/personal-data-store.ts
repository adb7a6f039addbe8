import { anyRows, type Step } from '../../db/commit.ts'
import { writeSql } from '../../db/statement.ts'
import type { Millis } from '../time/time.ts'
import { personalTables } from './personal-tables.ts'

const erasures = Object.values(personalTables).flatMap(({ erase }) =>
  Array.isArray(erase) ? erase.map((statement: string) => writeSql(statement)) : [],
)

/** Takes away what is known of a person; what stays, and why, is said in {@link personalTables}. */
export function erasePersonalRows(who: Readonly<{ memberId: string; email: string; now: Millis }>): readonly Step[] {
  return erasures.map((erase) => anyRows(erase(who)))
}

import type { Step } from '../../db/commit.ts'
import { listAuditOf } from '../audit/audit-queries.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { keyedHash } from '../config/keys.ts'
import type { Charge } from '../purchases/purchases.ts'

const action = 'code_unanswered'
const marked = ({ id }: Charge, code: string) => keyedHash('tokens', `code ${id} ${code}`).slice(0, 22)

/**
 * Keeps that a company did not answer about a code: it may have spent it all the same, and a later refusal then proves
 * nothing. The code itself is money and is not kept.
 */
export function noteUnansweredCode(charge: Charge, code: string, now: number): Step {
  const detail = { code: marked(charge, code), purchaseId: charge.purchaseId }
  return recordAudit({ actor: 'system', action, subject: `charge:${charge.id}`, detail }, now)
}

/** Whether a company was asked about this code for this charge before, and did not answer. */
export function wasUnanswered(charge: Charge, code: string): boolean {
  const mark = marked(charge, code)
  return listAuditOf(`charge:${charge.id}`).some((row) => row.action === action && row.detail?.includes(mark) === true)
}

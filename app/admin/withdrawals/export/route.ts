import { commit } from '../../../../db/commit.ts'
import { recordAudit } from '../../../../lib/audit/audit-store.ts'
import { withdrawalOutcomes } from '../../../../lib/claims/withdrawals.ts'
import { listWithdrawals } from '../../../../lib/claims/withdrawals-queries.ts'
import { download } from '../../../../lib/http/download.ts'
import { requireStaffMember } from '../../../../lib/members/require-member.ts'
import { withdrawalsCsv } from '../../../../lib/reports/withdrawals-csv.ts'
import { currentTime } from '../../../../lib/time/time.ts'

const most = 100_000

/** The register of withdrawals as a table for a spreadsheet; who took it is kept. */
export const GET = download(async (request) => {
  const now = currentTime()
  const member = await requireStaffMember(request.headers.get('cookie'), { now, ability: 'see_money' })
  const asked = new URL(request.url).searchParams.get('outcome')
  const outcome = withdrawalOutcomes.find((one) => one === asked)
  const lines = listWithdrawals({ outcome, limit: most, offset: 0 })
  const detail = { rows: lines.length, outcome: outcome ?? 'all' }
  const audit = { actor: `member:${member.id}`, action: 'register_exported', subject: 'register:withdrawals', detail }
  await commit([recordAudit(audit, now)])
  return { body: withdrawalsCsv(lines, member.locale), type: 'text/csv; charset=utf-8', name: 'withdrawals.csv' }
})

import { commit } from '../../../../db/commit.ts'
import { recordAudit } from '../../../../lib/audit/audit-store.ts'
import { withdrawalOutcomes } from '../../../../lib/claims/withdrawals.ts'
import { listWithdrawals } from '../../../../lib/claims/withdrawals-queries.ts'
import { isDomainError } from '../../../../lib/errors/domain-error.ts'
import { answerProblem } from '../../../../lib/http/answers.ts'
import { requireStaffMember } from '../../../../lib/members/require-member.ts'
import { withdrawalsCsv } from '../../../../lib/reports/withdrawals-csv.ts'
import { currentTime } from '../../../../lib/time/time.ts'

const most = 100_000

/** The register of withdrawals as a table for a spreadsheet; who took it is kept. */
export async function GET(request: Request): Promise<Response> {
  const now = currentTime()
  try {
    const member = await requireStaffMember(request.headers.get('cookie'), { now, ability: 'see_money' })
    const asked = new URL(request.url).searchParams.get('outcome')
    const outcome = withdrawalOutcomes.find((one) => one === asked)
    const lines = listWithdrawals({ outcome, limit: most, offset: 0 })
    await commit([
      recordAudit(
        {
          actor: `member:${member.id}`,
          action: 'register_exported',
          subject: 'register:withdrawals',
          detail: { rows: lines.length, outcome: outcome ?? 'all' },
        },
        now,
      ),
    ])
    return new Response(withdrawalsCsv(lines, member.locale), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="withdrawals.csv"',
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    if (isDomainError(error)) return answerProblem(error)
    throw error
  }
}

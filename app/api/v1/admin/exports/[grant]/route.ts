import { download } from '../../../../../../lib/http/download.ts'
import { staffWith } from '../../../../../../lib/http/require-staff.ts'
import { exportedLines } from '../../../../../../lib/reports/export-table.ts'
import { currentTime } from '../../../../../../lib/time/time.ts'

const staff = staffWith('see_panel')

/** The file somebody on the staff asked for with `POST /api/v1/admin/exports`. */
export const GET = download(async (request, { grant = '' }) => {
  const now = currentTime()
  const body = exportedLines(grant, { actor: await staff(request), now })
  return { body, type: 'text/csv; charset=utf-8', name: `obole-${new Date(now).toISOString().slice(0, 10)}.csv` }
})

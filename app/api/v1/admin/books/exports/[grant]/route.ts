import { download } from '../../../../../../../lib/http/download.ts'
import { staffWith } from '../../../../../../../lib/http/require-staff.ts'
import { exportedBooks } from '../../../../../../../lib/reports/export-books.ts'
import { currentTime } from '../../../../../../../lib/time/time.ts'

const staff = staffWith('see_money')

/** The file that a grant leads to. */
export const GET = download(async (request, { grant = '' }) => {
  const { lines, ...file } = exportedBooks(grant, { actor: await staff(request), now: currentTime() })
  return { body: lines, ...file }
})

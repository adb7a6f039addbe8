import { exportMyData } from '../../../../../lib/accounts/export-my-data.ts'
import { download } from '../../../../../lib/http/download.ts'
import { requireRecentAuth } from '../../../../../lib/members/require-member.ts'
import { currentTime } from '../../../../../lib/time/time.ts'

/** Everything the site knows of the member, as a file; asks for a fresh proof. */
export const GET = download(async (request) => {
  const now = currentTime()
  const member = await requireRecentAuth(request.headers.get('cookie'), now)
  const body = JSON.stringify(exportMyData(member, now), null, 2)
  return { body, type: 'application/json; charset=utf-8', name: 'my-data.json' }
})

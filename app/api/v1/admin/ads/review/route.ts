import { command } from '../../../../../../lib/http/command.ts'
import { ownPath } from '../../../../../../lib/http/request-guard.ts'
import { staffWith } from '../../../../../../lib/http/require-staff.ts'
import { reviewAds, reviewAdsInput } from '../../../../../../lib/reports/review-ads.ts'

/** Puts ticked ads, or all of a filtered list, before staff. */
export const POST = command({
  actor: staffWith('moderate'),
  input: reviewAdsInput,
  limit: 'staff',
  run: ({ ads }, { actor, now }) => reviewAds({ ads, staffId: actor.id, now }),
  respond: ({ count }, { now }, { from }) => {
    const path = ownPath(from)
    return { location: `${path}${path.includes('?') ? '&' : '?'}n=${count}&at=${now}`, json: { count, at: now } }
  },
})

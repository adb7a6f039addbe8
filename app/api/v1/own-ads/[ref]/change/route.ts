import { command } from '../../../../../../lib/http/command.ts'
import { invalidatePages } from '../../../../../../lib/http/page-tags.ts'
import { payerOfRequest } from '../../../../../../lib/http/payer.ts'
import { ownAdsPath } from '../../../../../../lib/i18n/paths.ts'
import { changeOwnAd } from '../../../../../../lib/posting/change-own-ad.ts'
import { changeOwnAdInput } from '../../../../../../lib/posting/own-ads-input.ts'

/** Pauses, resumes, sells or deletes one's own ad. */
export const POST = command({
  actor: payerOfRequest,
  input: changeOwnAdInput,
  limit: 'write',
  run: changeOwnAd,
  respond: ({ ref, change }, _context, { locale }) => {
    invalidatePages(['ads', `ad:${ref}`])
    return {
      location: change === 'delete' ? `${ownAdsPath(locale)}?deleted=1` : `${ownAdsPath(locale, ref)}?changed=1`,
      json: { ref, change },
    }
  },
})

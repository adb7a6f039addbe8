import { command } from '../../../../../../lib/http/command.ts'
import { invalidatePages } from '../../../../../../lib/http/page-tags.ts'
import { payerOfRequest } from '../../../../../../lib/http/payer.ts'
import { ownAdsPath, pathTo } from '../../../../../../lib/i18n/paths.ts'
import { renewAdInput } from '../../../../../../lib/posting/own-ads-input.ts'
import { renewAd } from '../../../../../../lib/posting/renew-ad.ts'

/** Gives an ad another term, by its owner or by the link of the warning. */
export const POST = command({
  actor: payerOfRequest,
  input: renewAdInput,
  limit: 'write',
  run: renewAd,
  respond: ({ ref, expiresAt }, _context, { locale, key }) => {
    invalidatePages(['ads', `ad:${ref}`])
    const location =
      key === undefined ? `${ownAdsPath(locale, ref)}?renewed=1` : `${pathTo(locale, 'renew', ref)}?done=1`
    return { location, json: { ref, expiresAt } }
  },
})

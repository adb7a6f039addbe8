import { confirmAdInput } from '../../../../lib/claims/claims-input.ts'
import { confirmAd } from '../../../../lib/claims/confirm-ad.ts'
import { command } from '../../../../lib/http/command.ts'
import { invalidatePages } from '../../../../lib/http/page-tags.ts'
import { payerOfRequest } from '../../../../lib/http/payer.ts'
import { pathTo } from '../../../../lib/i18n/paths.ts'

/** An advertiser says, by a link from a mail, whether ads still stand. */
export const POST = command({
  actor: payerOfRequest,
  input: confirmAdInput,
  limit: 'write',
  run: confirmAd,
  respond: ({ refs, answer }, _context, input) => {
    invalidatePages(['ads', ...refs.map((ref) => `ad:${ref}`)])
    return {
      location: `${pathTo(input.locale, 'confirm-ad', 'done')}?answer=${answer}&count=${refs.length}`,
      json: { refs, answer },
    }
  },
})

import { fileClaimInput } from '../../../../lib/claims/claims-input.ts'
import { fileClaim } from '../../../../lib/claims/file-claim.ts'
import { command } from '../../../../lib/http/command.ts'
import { invalidatePages } from '../../../../lib/http/page-tags.ts'
import { payerOfRequest } from '../../../../lib/http/payer.ts'
import { announcePurchases } from '../../../../lib/http/purchase-events.ts'
import { pathTo } from '../../../../lib/i18n/paths.ts'

export const POST = command({
  actor: payerOfRequest,
  input: fileClaimInput,
  limit: 'write',
  run: fileClaim,
  respond: ({ purchaseId, adRef, claim, isAdDoubted }, _context, input) => {
    if (isAdDoubted) invalidatePages(['ads', `ad:${adRef}`])
    announcePurchases([purchaseId])
    return {
      location: pathTo(input.locale, 'complaint', purchaseId),
      json: { purchaseId, state: claim.state, rule: claim.rule },
    }
  },
})

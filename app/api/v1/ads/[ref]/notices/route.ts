import { addressOf, command } from '../../../../../../lib/http/command.ts'
import { pathTo } from '../../../../../../lib/i18n/paths.ts'
import { reportAd, reportAdInput } from '../../../../../../lib/moderation/report-ad.ts'

/** Says what is wrong with an ad; anybody may, without an account. */
export const POST = command({
  actor: (request) => addressOf(request.headers),
  input: reportAdInput,
  limit: 'write',
  run: (input, { address, now }) => reportAd(input, { address, now }),
  respond: ({ ref }, _context, { locale }) => ({
    location: `${pathTo(locale, 'report', ref)}?new=1`,
    json: { notice: ref },
    status: 201,
  }),
})

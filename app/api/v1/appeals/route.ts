import { addressOf, command } from '../../../../lib/http/command.ts'
import { pathTo } from '../../../../lib/i18n/paths.ts'
import { appealInput, lodgeAppeal } from '../../../../lib/moderation/lodge-appeal.ts'

/** Contests a decision about an ad, or the answer to a notice. */
export const POST = command({
  actor: (request) => addressOf(request.headers),
  input: appealInput,
  limit: 'write',
  run: (input, { address, now }) => lodgeAppeal(input, { address, now }),
  respond: (_done, _context, { of, key, locale }) => ({
    location: `${pathTo(locale, of, key)}#appeal`,
    json: {},
    status: 201,
  }),
})

import { addressOf, command } from '../../../../../lib/http/command.ts'
import { pathTo } from '../../../../../lib/i18n/paths.ts'
import { acceptInvitation, acceptInvitationInput } from '../../../../../lib/members/accept-invitation.ts'

/** Takes up an invitation to the team. */
export const POST = command({
  actor: (request) => addressOf(request.headers),
  input: acceptInvitationInput,
  limit: 'sign_in_address',
  run: (input, { now }) => acceptInvitation(input, now),
  respond: (_done, _context, { locale }) => ({
    location: `${pathTo(locale, 'sign-in')}?next=${encodeURIComponent('/admin')}`,
    json: {},
  }),
})

import { z } from 'zod'
import { commit } from '../../../../../db/commit.ts'
import { command } from '../../../../../lib/http/command.ts'
import { ownPath } from '../../../../../lib/http/request-guard.ts'
import { locales } from '../../../../../lib/i18n/locales.ts'
import { changeLocale } from '../../../../../lib/members/members-store.ts'
import { requireMember } from '../../../../../lib/members/require-member.ts'
import { currentTime } from '../../../../../lib/time/time.ts'

/** Changes the language a member reads the panel in. */
export const POST = command({
  actor: (request) => requireMember(request.headers.get('cookie'), currentTime()),
  input: z.object({ to: z.enum(locales), from: z.string().max(500).optional() }),
  limit: 'write',
  run: ({ to }, { actor }) => commit([changeLocale(actor.id, to)]),
  respond: (_done, _context, { to, from }) => ({ location: ownPath(from), json: { locale: to } }),
})

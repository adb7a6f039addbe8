import { endSessionsInput } from '../../../../../lib/accounts/account-input.ts'
import { endSessions } from '../../../../../lib/accounts/end-sessions.ts'
import { command } from '../../../../../lib/http/command.ts'
import { sessionOfRequest } from '../../../../../lib/http/session-actors.ts'
import { securityPath } from '../../../../../lib/i18n/paths.ts'

/** Ends one other session of the member, or all others. */
export const POST = command({
  actor: sessionOfRequest,
  input: endSessionsInput,
  limit: 'write',
  run: ({ session }, { actor, now }) => endSessions(actor, { session, now }),
  respond: (_done, { locale }) => ({ location: `${securityPath(locale)}?done=sessions#sessions`, json: {} }),
})

import { forgetCardInput } from '../../../../../../lib/accounts/account-input.ts'
import { command } from '../../../../../../lib/http/command.ts'
import { memberOfRequest } from '../../../../../../lib/http/session-actors.ts'
import { securityPath } from '../../../../../../lib/i18n/paths.ts'
import { forgetInstrument } from '../../../../../../lib/providers/forget-instrument.ts'

/** Forgets one card of the member, here and at the company that keeps it. */
export const POST = command({
  actor: memberOfRequest,
  input: forgetCardInput,
  limit: 'write',
  run: ({ card }, { actor, now }) => forgetInstrument(card, { memberId: actor.id, now }),
  respond: (_done, { locale }) => ({ location: `${securityPath(locale)}?done=card-forgotten#cards`, json: {} }),
})

import { returnInput } from '../../../../../../lib/accounts/account-input.ts'
import { mailConfirmationCode } from '../../../../../../lib/accounts/mail-confirmation-code.ts'
import { accountRequest } from '../../../../../../lib/http/account-request.ts'
import { command } from '../../../../../../lib/http/command.ts'
import { ownPath } from '../../../../../../lib/http/request-guard.ts'
import { memberOfRequest } from '../../../../../../lib/http/session-actors.ts'
import { pathTo } from '../../../../../../lib/i18n/paths.ts'

/** Mails the code that stands for a password where there is none. */
export const POST = command({
  actor: memberOfRequest,
  input: returnInput,
  limit: 'write',
  run: (_input, context) => mailConfirmationCode(context.actor, accountRequest(context)),
  respond: (_done, { locale }, { next }) => ({
    location: `${pathTo(locale, 'confirm')}?${new URLSearchParams({ sent: '1', next: ownPath(next) })}`,
    json: {},
  }),
})

import { passkeyOptionsInput } from '../../../../../../lib/accounts/account-input.ts'
import { offerPasskey } from '../../../../../../lib/accounts/offer-passkey.ts'
import { accountRequest } from '../../../../../../lib/http/account-request.ts'
import { command } from '../../../../../../lib/http/command.ts'
import { homePath } from '../../../../../../lib/i18n/paths.ts'

/** What the browser's script needs to ask for a passkey, or to make one. */
export const POST = command({
  actor: () => undefined,
  input: passkeyOptionsInput,
  limit: 'write',
  run: ({ purpose }, context) => offerPasskey(purpose, accountRequest(context)),
  respond: (options, { locale }) => ({ location: homePath(locale), json: { options } }),
})

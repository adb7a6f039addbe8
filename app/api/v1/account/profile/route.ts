import { profileInput } from '../../../../../lib/accounts/account-input.ts'
import { changeProfile } from '../../../../../lib/accounts/change-profile.ts'
import { command } from '../../../../../lib/http/command.ts'
import { memberOfRequest } from '../../../../../lib/http/session-actors.ts'
import { laterWord, pathTo } from '../../../../../lib/i18n/paths.ts'

export const POST = command({
  actor: memberOfRequest,
  input: profileInput,
  limit: 'write',
  run: (input, { actor }) => changeProfile(actor, input),
  respond: ({ displayName, locale }) => ({
    location: `${pathTo(locale, 'dashboard', laterWord(locale, 'profile'))}?done=profile`,
    json: { displayName, locale },
  }),
})

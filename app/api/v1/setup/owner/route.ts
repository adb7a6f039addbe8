import { DomainError } from '../../../../../lib/errors/domain-error.ts'
import { command } from '../../../../../lib/http/command.ts'
import { pathTo } from '../../../../../lib/i18n/paths.ts'
import { createOwner, firstOwnerInput } from '../../../../../lib/setup/create-owner.ts'
import { isSetupToken } from '../../../../../lib/setup/setup.ts'

/** Creates the first account, for whoever has read the token from the server's terminal. */
export const POST = command({
  actor: () => null,
  input: firstOwnerInput,
  limit: 'sign_in_address',
  run: async ({ token, ...owner }, { now }) => {
    if (!isSetupToken(token)) throw new DomainError('not_found')
    return createOwner(owner, { actor: 'system', now })
  },
  respond: ({ locale, email }) => ({
    location: `${pathTo(locale, 'sign-in')}?next=${encodeURIComponent('/admin/setup')}`,
    json: { email },
    status: 201,
  }),
})

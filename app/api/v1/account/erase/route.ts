import { eraseInput } from '../../../../../lib/accounts/account-input.ts'
import { eraseAccount } from '../../../../../lib/accounts/erase-account.ts'
import { command } from '../../../../../lib/http/command.ts'
import { invalidatePages } from '../../../../../lib/http/page-tags.ts'
import { recentSessionOfRequest } from '../../../../../lib/http/session-actors.ts'
import { laterWord, pathTo } from '../../../../../lib/i18n/paths.ts'
import { signOutMember } from '../../../../../lib/members/sign-out-member.ts'

/** Forgets the member for good; the page that follows is anybody's. */
export const POST = command({
  actor: recentSessionOfRequest,
  input: eraseInput,
  limit: 'write',
  run: async (_input, { actor, cookies, now }) => {
    const { refs } = await eraseAccount(actor.member, now)
    if (refs.length > 0) invalidatePages(['ads', ...refs.map((ref) => `ad:${ref}`)])
    return signOutMember(cookies, now)
  },
  respond: (cookies, { locale }) => ({
    location: `${pathTo(locale, 'dashboard', laterWord(locale, 'data'))}?erased=1`,
    json: {},
    cookies,
  }),
})

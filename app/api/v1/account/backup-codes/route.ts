import { nothingInput } from '../../../../../lib/accounts/account-input.ts'
import { renewBackupCodes } from '../../../../../lib/accounts/renew-backup-codes.ts'
import { command } from '../../../../../lib/http/command.ts'
import { recentSessionOfRequest } from '../../../../../lib/http/session-actors.ts'
import { showCodes } from '../../../../../lib/http/show-codes.ts'

export const POST = command({
  actor: recentSessionOfRequest,
  input: nothingInput,
  limit: 'write',
  run: (_input, { actor, now }) => renewBackupCodes(actor.member, now),
  respond: (codes, { locale }) => showCodes({ codes, cookies: [] }, { locale, done: 'backup-codes' }),
})

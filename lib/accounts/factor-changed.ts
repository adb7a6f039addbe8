import type { Step } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { config } from '../config/env.ts'
import { laterWord, pathTo } from '../i18n/paths.ts'
import { translate } from '../i18n/translator.ts'
import { mailText } from '../mail/mail-text.ts'
import type { Member } from '../members/member.ts'
import type { Millis } from '../time/time.ts'
import { accountMail, dateText } from './accounts.ts'

export type FactorChange = 'totp_added' | 'totp_removed' | 'passkey_added' | 'passkey_removed' | 'backup_codes_renewed'

/** The steps that tell a member, and the log, what changed about how she proves who she is. */
export function factorChanged(
  member: Member,
  { change, now }: Readonly<{ change: FactorChange; now: Millis }>,
): readonly Step[] {
  const { id, email, locale } = member
  const securityUrl = config().origin + pathTo(locale, 'dashboard', laterWord(locale, 'security'))
  const said = translate(locale, 'account')(`change.${change}`)
  const letter = mailText('secondFactorChanged', locale, { date: dateText(now, locale), change: said, securityUrl })
  return [
    recordAudit({ actor: `member:${id}`, action: change, subject: `member:${id}` }, now),
    accountMail({ to: email, locale, letter, now }),
  ]
}

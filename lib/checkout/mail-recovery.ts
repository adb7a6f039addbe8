import { commit } from '../../db/commit.ts'
import { config } from '../config/env.ts'
import { laterWord, pathTo } from '../i18n/paths.ts'
import { translate } from '../i18n/translator.ts'
import { groupCode } from '../ids/crockford.ts'
import { newId } from '../ids/ids.ts'
import { queueMail } from '../mail/mail-store.ts'
import { emailHashOf } from '../payers/payers.ts'
import { listPayersOfEmail } from '../payers/payers-queries.ts'
import { recoveryCodeOf } from '../purchases/purchases.ts'
import { listPurchasesOfPayer } from '../purchases/purchases-queries.ts'
import { consumeLimit } from '../rate-limit/rate-limit.ts'
import type { CheckoutContext } from './checkout-context.ts'
import type { MailRecoveryInput } from './checkout-input.ts'
import { recoveryMail } from './recovery-mail.ts'

/**
 * Mails the recovery codes of everything bought with an address. The answer is the same whether the address is known
 * or not.
 *
 * @throws DomainError rate_limited.
 */
export async function mailRecovery(
  input: MailRecoveryInput,
  context: CheckoutContext,
): Promise<Readonly<{ isAccepted: true }>> {
  const email = input.email.trim()
  await consumeLimit('recovery_mail', emailHashOf(email))
  await consumeLimit('recovery_address', context.address)
  // One settled purchase is enough for each payer: its code opens everything the payer bought.
  const codes = listPayersOfEmail(emailHashOf(email)).flatMap((payerId) => {
    const settled = listPurchasesOfPayer(payerId, 50).find((purchase) => purchase.state === 'settled')
    return settled ? [groupCode(recoveryCodeOf(settled.id))] : []
  })
  if (codes.length > 0) {
    const { locale } = input
    const { origin } = config()
    const letter = recoveryMail({
      locale,
      codes,
      url: origin + pathTo(locale, 'my-access', laterWord(locale, 'recover')),
      site: { name: translate(locale, 'common')('siteName'), origin },
    })
    await commit([queueMail({ dedupeKey: `recovery:${newId()}`, to: email, locale, letter }, context.now)])
  }
  return { isAccepted: true }
}

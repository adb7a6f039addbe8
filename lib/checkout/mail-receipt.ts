import { commit } from '../../db/commit.ts'
import { config } from '../config/env.ts'
import { sha256Hex } from '../config/keys.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Locale } from '../i18n/locales.ts'
import { contactPath, laterWord, pathTo } from '../i18n/paths.ts'
import { translate } from '../i18n/translator.ts'
import { groupCode } from '../ids/crockford.ts'
import type { Letter } from '../mail/mail.ts'
import { queueMail } from '../mail/mail-store.ts'
import { money } from '../money/money.ts'
import { emailHashOf } from '../payers/payers.ts'
import { rememberEmail } from '../payers/payers-store.ts'
import { consumeLimit } from '../rate-limit/rate-limit.ts'
import { findSetting } from '../settings/settings-queries.ts'
import type { CheckoutContext } from './checkout-context.ts'
import type { MailReceiptInput } from './checkout-input.ts'
import { findReceiptPage, type ReceiptPage } from './purchase-page-queries.ts'
import { receiptMail } from './receipt-mail.ts'

/**
 * Sends a receipt to an address, and remembers the address so that its owner can find what was bought again.
 *
 * @throws DomainError not_found for a purchase of somebody else or one not settled; rate_limited.
 */
export async function mailReceipt(
  input: MailReceiptInput,
  context: CheckoutContext,
): Promise<Readonly<{ purchaseId: string }>> {
  const page = findReceiptPage(input.id, context.actor.payerIds, input.locale)
  if (!page?.receipt) throw new DomainError('not_found')
  const email = input.email.trim()
  await consumeLimit('recovery_mail', emailHashOf(email))
  await consumeLimit('recovery_address', context.address)
  const letter = letterOf(page, page.receipt, input.locale)
  await commit([
    rememberEmail({ payerId: page.purchase.payerId, email, emailHash: emailHashOf(email), addedAt: context.now }),
    queueMail(
      {
        dedupeKey: `receipt:${page.purchase.id}:${sha256Hex(email).slice(0, 16)}`,
        to: email,
        locale: input.locale,
        letter,
      },
      context.now,
    ),
  ])
  return { purchaseId: page.purchase.id }
}

function letterOf(page: ReceiptPage, receipt: Readonly<{ number: number; issuedAt: number }>, locale: Locale): Letter {
  const { purchase, ad, charges, consents } = page
  const { origin } = config()
  const settled = charges.find((charge) => charge.id === purchase.settledChargeId)
  const consent = consents.find((candidate) => candidate.chargeId === settled?.id)
  return receiptMail({
    locale,
    ...receipt,
    ad: ad && { ref: ad.ref, title: ad.title },
    paid: money(purchase.paidMinor, purchase.currency),
    sold: purchase.kind === 'top_up' ? undefined : money(purchase.priceMinor, purchase.currency),
    vatBp: purchase.vatBp,
    method: translate(locale, 'checkout')(`rail.${settled?.rail ?? 'card'}`),
    consentTexts: [...(consent?.shownTexts ?? []), ...(consent?.waiverText ? [consent.waiverText] : [])],
    recoveryCode: groupCode(page.recoveryCode),
    urls: {
      access: ad ? origin + contactPath(locale, ad.ref) : origin + pathTo(locale, 'wallet'),
      receipt: origin + pathTo(locale, 'receipt', purchase.id),
      recover: origin + pathTo(locale, 'my-access', laterWord(locale, 'recover')),
    },
    seller: findSetting('publisher'),
    site: { name: translate(locale, 'common')('siteName'), origin },
  })
}

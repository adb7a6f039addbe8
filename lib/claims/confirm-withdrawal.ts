import { commit, withRetries } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import type { CheckoutContext } from '../checkout/checkout-context.ts'
import { config } from '../config/env.ts'
import { DomainError } from '../errors/domain-error.ts'
import { invariant } from '../errors/invariant.ts'
import type { Locale } from '../i18n/locales.ts'
import { pathTo } from '../i18n/paths.ts'
import { translate } from '../i18n/translator.ts'
import { newId, newPublicId } from '../ids/ids.ts'
import { queueMail } from '../mail/mail-store.ts'
import { mailText } from '../mail/mail-text.ts'
import { formatMoney } from '../money/format-money.ts'
import { money } from '../money/money.ts'
import { findPurchase } from '../purchases/purchases-queries.ts'
import { askForRefund } from './ask-for-refund.ts'
import type { ConfirmWithdrawalInput } from './claims-input.ts'
import { insertWithdrawal } from './claims-store.ts'
import { readDraft, type WithdrawalDraft } from './withdrawal-draft.ts'
import { planWithdrawal } from './withdrawal-plan.ts'
import { statementOf } from './withdrawal-statement.ts'
import { findWithdrawalOfPurchase, type Withdrawal } from './withdrawals-queries.ts'

/**
 * The second step: the statement is kept word for word with its moment, acknowledged by mail, and followed at once by
 * what law and facts say. Confirmed again it has the same answer.
 *
 * @throws DomainError gone for a first step that is not ours or more than an hour old.
 */
export async function confirmWithdrawal(
  input: ConfirmWithdrawalInput,
  context: CheckoutContext,
): Promise<Readonly<{ ref: string }>> {
  const draft = readDraft(input.draft, context.now)
  if (!draft) throw new DomainError('gone')
  const attemptId = await withRetries(() => confirmOnce(draft, { locale: input.locale, now: context.now }))
  if (attemptId !== undefined) await askForRefund(attemptId, context.now)
  const kept = findWithdrawalOfPurchase(draft.purchaseId)
  invariant(kept, 'a withdrawal is kept before it is answered')
  return { ref: kept.ref }
}

type View = Readonly<{ locale: Locale; now: number }>

/** @returns The refund to ask the provider for, if any. */
async function confirmOnce(draft: WithdrawalDraft, { locale, now }: View): Promise<string | undefined> {
  if (findWithdrawalOfPurchase(draft.purchaseId)) return undefined
  const purchase = findPurchase(draft.purchaseId)
  invariant(purchase, 'a purchase is never deleted')
  const ref = newPublicId()
  const plan = planWithdrawal(purchase, { reason: `withdrawal: ${ref}`, now })
  const amount = formatMoney(money(plan.amountMinor, purchase.currency), locale)
  const row: Withdrawal = {
    id: newId(),
    ref,
    purchaseId: purchase.id,
    name: draft.name,
    email: draft.email,
    locale,
    statement: statementOf(purchase, { name: draft.name, locale }),
    outcome: plan.outcome,
    answer: translate(locale, 'withdrawal')(`answer.${plan.answer}`, { amount }),
    confirmedAt: now,
  }
  await commit([
    insertWithdrawal(row),
    ...plan.steps,
    acknowledgement(row, locale),
    recordAudit(
      {
        actor: `payer:${purchase.payerId}`,
        action: 'withdrawal_confirmed',
        subject: `purchase:${purchase.id}`,
        detail: { ref, outcome: plan.outcome },
      },
      now,
    ),
  ])
  return plan.attemptId
}

function acknowledgement(row: Withdrawal, locale: Locale) {
  const { ref, name, statement, answer, confirmedAt } = row
  const date = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone: 'Europe/Paris',
  }).format(confirmedAt)
  const url = config().origin + pathTo(locale, 'withdrawal', ref)
  const letter = mailText('withdrawalReceived', locale, { ref, name, statement, answer, date, url })
  return queueMail({ dedupeKey: `withdrawal:${ref}`, to: row.email, locale, letter }, confirmedAt)
}

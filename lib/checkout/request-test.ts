import { commit } from '../../db/commit.ts'
import { DomainError } from '../errors/domain-error.ts'
import { type Money, money } from '../money/money.ts'
import type { Payer } from '../payers/payers.ts'
import { newQuote } from '../pricing/quotes.ts'
import { billingOf, type ProviderAccount } from '../providers/accounts.ts'
import { findAccount } from '../providers/accounts-queries.ts'
import { beginCharge } from './begin-charge.ts'
import { buyerOf } from './buyer.ts'
import type { CheckoutContext } from './checkout-context.ts'
import { requireMsisdn } from './msisdn.ts'
import { openCharge } from './open-charge.ts'
import type { PurchaseOutcome } from './pay-through-provider.ts'

type Asked = Readonly<{ accountId: string; payer: Payer; msisdn: string | undefined }>

/**
 * Runs the smallest purchase an account can bill, paused or not: what it brings goes to the balance of whoever tries.
 * Through a test account of a live site no money moves: the answer is noted and nothing is booked.
 *
 * @throws DomainError `not_found`; `provider_unavailable` when it can bill nothing; `invalid_input` or `cap_reached` for
 *   the telephone.
 */
export async function requestTest(
  { accountId, payer, msisdn }: Asked,
  context: CheckoutContext,
): Promise<PurchaseOutcome> {
  const account = findAccount(accountId)
  if (!account || account.closedAt !== null || account.rail === 'wallet' || account.rail === 'voucher')
    throw new DomainError('not_found')
  const smallest = smallestOf(account)
  if (!smallest) throw new DomainError('provider_unavailable')
  const { price, country } = smallest
  const billing = billingOf(account, price, country)
  if (!billing) throw new DomainError('provider_unavailable')
  const { locale, address, now } = context
  const pricePointId = billing.pricePoint?.id ?? null
  const quote = newQuote(
    {
      kind: 'top_up',
      adId: null,
      accountId,
      country,
      currency: account.currency,
      priceMinor: price.minor,
      billedMinor: billing.billed.minor,
      pricePointId,
    },
    now,
  )
  const telephone = requireMsisdn(msisdn, { quote, now })
  const buyer = buyerOf(payer, quote.id)
  const beginning = { quote, buyer, account, pending: undefined, ad: undefined, locale, address, now }
  const { purchase, charge, steps } = beginCharge(beginning)
  await commit(steps)
  const opened = await openCharge({
    ...{ purchase, charge, account, pricePointId, adRef: undefined, msisdn: telephone, locale, now },
  })
  return {
    kind: 'open',
    purchaseId: purchase.id,
    opening: opened.kind === 'opened' ? opened.opening : undefined,
    newDeviceToken: buyer.newDeviceToken,
  }
}

const usualTestMinor = 100

function smallestOf(account: ProviderAccount): Readonly<{ price: Money; country: string }> | undefined {
  const [country = ''] = account.countries
  if (account.ladder === null) {
    return {
      price: money(Math.max(account.minMinor, Math.min(usualTestMinor, account.maxMinor)), account.currency),
      country,
    }
  }
  const [point] = account.ladder
    .filter((step) => account.countries.includes(step.country))
    .toSorted((left, right) => left.minor - right.minor)
  return point && { price: money(point.minor, account.currency), country: point.country }
}

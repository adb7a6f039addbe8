import { expect } from 'vitest'
import { requestUnlock } from '../../lib/checkout/request-unlock.ts'
import { eur } from '../../lib/money/money.ts'
import { accountContext } from '../../lib/providers/accounts.ts'
import { findAccount } from '../../lib/providers/accounts-queries.ts'
import { changeAccountState } from '../../lib/providers/change-account-state.ts'
import type { ChargeOpening } from '../../lib/providers/provider.ts'
import { providerOf } from '../../lib/providers/registry.ts'
import type { Charge } from '../../lib/purchases/purchases.ts'
import { stopPump } from '../../lib/simulator/pump.ts'
import { closeWorld } from '../../lib/simulator/world.ts'
import { freePorts } from './real-kannel.ts'
import { askPhone } from './simulated-phone.ts'
import { openTestSite } from './test-site.ts'
import { startWorldServer } from './world-server.ts'

/** A site and the companies that the demonstration plays, speaking to each other over HTTP. */
export async function openCompanySite() {
  const [port = 0] = await freePorts(1)
  const site = await openTestSite({ PORT: String(port), OBOLE_ORIGIN: `http://127.0.0.1:${port}` })
  const server = await startWorldServer(port)

  const phone = (path: string, body: Record<string, unknown>) =>
    askPhone(server, path, { msisdn: '+33639982701', ...body })

  /** A visitor who chose to pay through this account. */
  async function begin(accountId: string) {
    await changeAccountState(accountId, { state: 'active', actor: 'test', now: Date.now() })
    const ad = await site.addAd({ price: eur(150) })
    const buyer = await site.payer()
    const now = Date.now()
    const token = site.quote(ad, accountId, { now })
    const context = { actor: buyer, now, locale: 'fr', address: '192.0.2.1' } as const
    await requestUnlock({ locale: 'fr', quote: token, waiver: true }, context)
    return {
      ad,
      buyer,
      opening: site.chargeOf(token).opening as ChargeOpening | null,
      isUnlocked: () => site.isUnlocked(buyer, ad),
      charge: () => site.chargeOf(token),
    }
  }

  return {
    ...site,
    origin: server.origin,
    phone,
    begin,
    close: async () => {
      stopPump()
      await server.close()
      closeWorld()
      site.close()
    },
  }
}

/** The id of the company's page that the payer is sent to. */
export function pageIn(opening: ChargeOpening | null): string {
  const url = opening?.kind === 'redirect' || opening?.kind === 'qr' ? opening.url : undefined
  if (url === undefined) throw new Error(`not a page: ${opening?.kind}`)
  return url.split('/').at(-1) ?? ''
}

/** An account's adapter, with what each of its functions is given. */
export function adapterOf(accountId: string) {
  const found = findAccount(accountId)
  if (!found) throw new Error(`there is no account ${accountId}`)
  return { provider: providerOf(found.kind), account: accountContext(found) }
}

/** A refund of ours asked for twice is made once, another beyond the price is refused, and neither is a reversal. */
export async function expectOneRefund(accountId: string, charge: Charge): Promise<void> {
  const { provider, account } = adapterOf(accountId)
  const { providerReference, correlator } = charge
  const reference = providerReference ?? ''
  const refund = { account, reference, amount: eur(100), refundId: 'refund-1', now: Date.now() }
  const first = await provider.refundCharge?.(refund)
  expect(first).toMatchObject({ state: 'done' })
  expect(await provider.refundCharge?.(refund)).toEqual(first)
  expect(await provider.refundCharge?.({ ...refund, refundId: 'refund-2' })).toMatchObject({ state: 'refused' })
  const asked = await provider.fetchCharge?.({ account, reference, correlator, now: Date.now() })
  expect(asked).toMatchObject({ state: 'paid' })
  expect(asked).not.toHaveProperty('reversedMinor')
}

/** What is planned is done a moment later, by a timer. */
export async function eventually(check: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !check(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50))
  expect(check()).toBe(true)
}

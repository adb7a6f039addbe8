import { commit, type Step, withRetries } from '../../db/commit.ts'
import { newId } from '../ids/ids.ts'
import { accounts } from '../ledger/ledger.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { listPayersOfMember } from '../payers/payers-queries.ts'
import type { Millis } from '../time/time.ts'
import { type Wallet, walletIdOf } from '../wallet/wallet.ts'
import { listWallets } from '../wallet/wallet-queries.ts'
import { creditWallet, debitWallet, insertWallet } from '../wallet/wallet-store.ts'

/**
 * Moves what lies on the balances of a member's payers to the balance of the oldest of them, one currency each.
 *
 * Safe to repeat and to run twice at once: each move takes exactly what is there by a conditional update in the commit
 * that posts it, so a second one finds nothing, and what comes late is moved the next time.
 */
export async function joinWallets(memberId: string, now: Millis): Promise<void> {
  await withRetries(async () => {
    const [payerId, ...others] = listPayersOfMember(memberId)
    if (payerId === undefined) return
    const filled = listWallets(others).filter((wallet) => wallet.balanceMinor > 0)
    if (filled.length > 0) await commit(filled.flatMap((wallet) => moveSteps(wallet, { payerId, now })))
  })
}

function moveSteps(from: Wallet, to: Readonly<{ payerId: string; now: Millis }>): readonly Step[] {
  const { currency, balanceMinor } = from
  const { payerId, now } = to
  const walletId = walletIdOf(payerId, currency)
  return [
    insertWallet({ id: walletId, payerId, currency, balanceMinor: 0, createdAt: now }),
    debitWallet(from.id, balanceMinor),
    creditWallet(walletId, balanceMinor),
    ...postTransaction({
      kind: 'wallet_join',
      sourceId: `${from.id}:${newId()}`,
      purchaseId: undefined,
      currency,
      at: now,
      entries: [
        { account: accounts.wallet(from.id), amountMinor: balanceMinor },
        { account: accounts.wallet(walletId), amountMinor: -balanceMinor },
      ],
    }),
  ]
}

import { commit } from '../../db/commit.ts'
import { day, type Millis } from '../time/time.ts'
import { accountContext } from './accounts.ts'
import { findAccount } from './accounts-queries.ts'
import { listRevokedInstruments, type RevokedInstrument } from './instruments-queries.ts'
import { deleteInstrument } from './instruments-store.ts'
import { recordCalls } from './record-calls.ts'
import { providerOf } from './registry.ts'

/** A provider that has not answered for so long is not asked any more. */
const longestTry = 7 * day

/**
 * Has providers give up the cards that were revoked, and deletes our rows of them.
 *
 * @param only One card; all of them where none is named.
 */
export async function giveUpInstruments(now: Millis, only?: string): Promise<void> {
  for (const instrument of listRevokedInstruments()) {
    if (only !== undefined && instrument.id !== only) continue
    const isGone = await isGivenUp(instrument, now)
    if (isGone || instrument.revokedAt <= now - longestTry) await commit([deleteInstrument(instrument.id)])
  }
}

async function isGivenUp({ accountId, reference }: RevokedInstrument, now: Millis): Promise<boolean> {
  const account = findAccount(accountId)
  const forget = account && providerOf(account.kind).forgetInstrument
  if (!account || !forget) return true
  try {
    const request = { account: accountContext(account), reference, now }
    await recordCalls({ accountId, chargeId: null, now }, () => forget(request))
    return true
  } catch {
    return false
  }
}

import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { isConflict } from '../errors/conflict.ts'
import { listDevicePayers } from '../payers/payers-queries.ts'
import { claimPayer } from '../payers/payers-store.ts'
import type { Millis } from '../time/time.ts'
import { joinWallets } from './join-wallets.ts'

export type GuestJoin = Readonly<{
  memberId: string
  /** The browser's hash; a browser never seen has nothing to bring. */
  deviceHash: string | undefined
  /** A payer whose recovery code was just entered: it joins too. */
  recoveredPayerId?: string
  now: Millis
}>

/**
 * What was bought in a browser without an account joins the account that signs in there: its own payers, and one whose
 * code was entered while signed in. What belongs to another account stays there.
 *
 * @returns How many payers joined now; joining again joins none.
 */
export async function joinGuest(join: GuestJoin): Promise<number> {
  const { memberId, deviceHash, recoveredPayerId, now } = join
  if (deviceHash === undefined) return 0
  const free = listDevicePayers(deviceHash).filter(
    ({ payerId, isOwn, memberId: owner }) => owner === null && (isOwn || payerId === recoveredPayerId),
  )
  let joined = 0
  for (const { payerId } of free) {
    const subject = `member:${memberId}`
    try {
      await commit([
        ...claimPayer({ payerId, memberId, deviceHash }),
        recordAudit({ actor: subject, action: 'payer_joined', subject, detail: { payerId } }, now),
      ])
      joined += 1
    } catch (error) {
      if (!isConflict(error, 'already_claimed')) throw error
    }
  }
  // Balances that keep moving are joined the next time; signing in must not wait for them.
  await joinWallets(memberId, now).catch((error: unknown) => {
    if (!isConflict(error)) throw error
  })
  return joined
}

import { commit } from '../../db/commit.ts'
import { isConflict } from '../errors/conflict.ts'
import { type DueText, listDueTexts } from '../mail/text-outbox-queries.ts'
import { leaseText, markTextFailed, markTextSent } from '../mail/text-outbox-store.ts'
import { type Millis, minute } from '../time/time.ts'
import { accountContext } from './accounts.ts'
import { findTextSender } from './registry.ts'
import { findTextAccount } from './text-sender-queries.ts'

const perRun = 20
const leaseMs = minute
const mostAttempts = 4

/**
 * Sends the site's own text messages that are due, through the first account that can.
 *
 * A text is leased by a commit before the gateway hears of it, so two processes never send the same one. Codes grow old
 * fast, so it is given up after four tries within a few minutes.
 *
 * @returns How many were taken.
 */
export async function deliverTexts(now: Millis): Promise<number> {
  const texts = listDueTexts(now, perRun)
  const account = texts.length === 0 ? undefined : findTextAccount()
  const send = account && findTextSender(account.kind)
  if (!account || !send) return 0
  const outcomes: boolean[] = []
  for (const text of texts) {
    outcomes.push(
      await deliver(text, { now, send: () => send(accountContext(account), { to: text.to, text: text.text }) }),
    )
  }
  return outcomes.filter(Boolean).length
}

type Delivery = Readonly<{ now: Millis; send: () => Promise<unknown> }>

async function deliver(text: DueText, { now, send }: Delivery): Promise<boolean> {
  try {
    await commit([leaseText(text, now + leaseMs)])
  } catch (error) {
    if (isConflict(error, 'already_claimed')) return false
    throw error
  }
  const leased = { id: text.id, attempts: text.attempts + 1 }
  try {
    await send()
  } catch (error) {
    const next = leased.attempts < mostAttempts ? now + leased.attempts * minute : undefined
    await commit([markTextFailed(leased, { error: String((error as Error).message), next })])
    return false
  }
  await commit([markTextSent(text.id, now)])
  return true
}

import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { keyedHash } from '../config/keys.ts'
import { isDomainError } from '../errors/domain-error.ts'
import { UnusableAccount } from '../providers/account-settings.ts'
import { accountContext, isCallbackToken, type ProviderAccount } from '../providers/accounts.ts'
import { findAccount } from '../providers/accounts-queries.ts'
import { isAllowedAddress } from '../providers/address-list.ts'
import type { CallbackMessage, CallbackReading, CallbackReply, Decision, Observation } from '../providers/provider.ts'
import { providerOf } from '../providers/registry.ts'
import { aliasHashOf } from '../purchases/purchases.ts'
import { beginChecksAgain, rememberStop } from '../purchases/purchases-store.ts'
import { consumeLimit } from '../rate-limit/rate-limit.ts'
import { minute } from '../time/time.ts'
import { applyObservation, findObserved } from './apply-observation.ts'
import { askProvider } from './ask-provider.ts'
import { maskMessage } from './mask-message.ts'
import { commandText, decisionText, unreadText } from './sms-texts.ts'

export type Received = Readonly<{ reply: CallbackReply; purchaseIds: readonly string[] }>

const closedDoor: CallbackReply = {
  status: 404,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: 'Not found',
}

/**
 * The only door for providers. The bytes are verified before any effect; an unsigned message is only a hint and the
 * provider is asked instead; each event counts once for ever; the reply is the exact one the provider expects.
 *
 * A message that is not believed changes nothing: it leaves a counted audit row at most.
 */
export async function receiveCallback(
  address: Readonly<{ accountId: string; token: string }>,
  message: CallbackMessage,
): Promise<Received> {
  const account = findAccount(address.accountId)
  const readCallback = account && providerOf(account.kind).readCallback
  if (!account || !readCallback || !isCallbackToken(account.id, address.token))
    return refuse(message, address.accountId, closedDoor)
  if (!isAllowedAddress(message.address, account.settings['allowedAddresses']))
    return refuse(message, account.id, otherAddress)
  const reading = readOrClose(() => readCallback(message, accountContext(account)))
  if (reading.kind === 'refused') return refuse(message, account.id, reading.reply)
  return apply(account, message, reading)
}

const otherAddress: CallbackReply = {
  status: 403,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: 'Address refused',
}

const notReady: CallbackReply = {
  status: 503,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: 'Not ready',
}

/** An account whose settings cannot be trusted believes nothing; the provider tries again after they are mended. */
function readOrClose(read: () => CallbackReading): CallbackReading {
  try {
    return read()
  } catch (error) {
    if (error instanceof UnusableAccount) return { kind: 'refused', reply: notReady }
    throw error
  }
}

async function apply(
  account: ProviderAccount,
  message: CallbackMessage,
  reading: Extract<CallbackReading, { kind: 'read' }>,
): Promise<Received> {
  const decisions: Decision[] = []
  const purchaseIds = new Set<string>()
  let isLost = false
  for (const told of reading.observations) {
    const observation = reading.trust === 'hint' ? await ask(account, told) : told
    if (observation === 'say_again') isLost = true
    if (!observation || observation === 'say_again') {
      decisions.push({ outcome: 'pending', text: undefined })
      continue
    }
    const applied = await applyObservation(account, observation, maskMessage(message, account))
    if (applied.purchaseId) purchaseIds.add(applied.purchaseId)
    decisions.push({ outcome: applied.outcome, text: decisionText({ account, observation, applied, reading }) })
  }
  if (reading.command) decisions.push(await obey(account, reading.command, message.receivedAt))
  else if (reading.observations.length === 0 && reading.unreadText !== undefined) {
    decisions.push({ outcome: 'unknown', text: unreadText() })
  }
  return { reply: isLost ? notReady : reading.reply(decisions), purchaseIds: [...purchaseIds] }
}

/**
 * What the provider itself says, where the message could have been sent by anybody. Where it cannot be reached now, a
 * charge we know is asked about later, even one that is paid: the news may be that the money goes back.
 *
 * @returns `say_again` when nothing here would remember the message.
 */
async function ask(account: ProviderAccount, told: Observation): Promise<Observation | 'say_again' | undefined> {
  if (told.reference === undefined) return undefined
  const { reference, correlator = '', at: now } = told
  let isUnreached = false
  const onUnreached = () => {
    isUnreached = true
  }
  const asked = await askProvider(account, { reference, correlator, now, onUnreached })
  if (asked || !isUnreached) return asked
  const charge = findObserved(account, told)
  if (!charge) return 'say_again'
  await commit([beginChecksAgain(charge.id, now + minute)])
  return undefined
}

async function obey(
  account: ProviderAccount,
  command: Readonly<{ word: 'stop' | 'contact'; payerAlias: string; eventId: string }>,
  now: number,
): Promise<Decision> {
  const aliasHash = aliasHashOf(command.payerAlias)
  const audit = recordAudit(
    { actor: `alias:${aliasHash}`, action: `sms_${command.word}`, subject: `provider_account:${account.id}` },
    now,
  )
  await commit([audit, ...(command.word === 'stop' ? [rememberStop(aliasHash, now)] : [])])
  return { outcome: 'ignored', text: commandText(command.word) }
}

async function refuse(message: CallbackMessage, accountId: string, reply: CallbackReply): Promise<Received> {
  try {
    await consumeLimit('callback_refused', message.address)
    const actor = `address:${keyedHash('addresses', message.address)}`
    const subject = `provider_account:${accountId.slice(0, 60)}`
    await commit([
      recordAudit({ actor, action: 'callback_refused', subject, detail: { status: reply.status } }, message.receivedAt),
    ])
  } catch (error) {
    // Past the limit a refused message leaves no trace at all: a flood must not fill the disk.
    if (!isDomainError(error)) throw error
  }
  return { reply, purchaseIds: [] }
}

import { sha256Hex } from '../../../config/keys.ts'
import { currencies, money } from '../../../money/money.ts'
import { secretsOf } from '../../account-settings.ts'
import type { ChargeOpening, ChargeRequest, Observation, PaymentProvider, RedeemRequest } from '../../provider.ts'
import { refusedCode } from '../../refused-code.ts'
import { keyedDigitsOf, readSpokenCode } from './call-codes.ts'
import { readVoiceCallback } from './read-callback.ts'
import { findNumber, voiceSettings, voiceSettingsDescription } from './voice-settings.ts'

/** Our own premium number at any carrier that speaks like Twilio. The carrier's call records are the last word. */
export const voiceProvider: PaymentProvider = {
  kind: 'voice',
  rail: 'premium_call',
  facts: {
    isTelco: true,
    providerOwesVat: false,
    addedCost: 'call',
    countries: 'any',
    currencies,
    amounts: 'ladder',
    evidence: 'A',
    testedAgainst: 'Known answer of twilio-node for the signature',
  },
  settings: voiceSettingsDescription,
  openCharge,
  readCallback: readVoiceCallback,
  redeemCode,
}

/** Nothing is said to the carrier: the charge begins when the payer calls. */
async function openCharge({
  account,
  amount,
  pricePoint,
  payerCode,
  correlator,
}: ChargeRequest): Promise<ChargeOpening> {
  const settings = voiceSettings(account)
  const wanted = pricePoint?.number
  const number =
    wanted === undefined ? settings.numbers.find(({ minor }) => minor === amount.minor) : findNumber(settings, wanted)
  if (!number || number.minor !== amount.minor || settings.currency !== amount.currency) {
    return { kind: 'refused', failure: 'limit_exceeded' }
  }
  const dial = { kind: 'dial', reference: `dial:${correlator}`, number: number.number } as const
  return settings.way === 'spoken' ? dial : { ...dial, keyIn: inFours(keyedDigitsOf(payerCode)) }
}

function inFours(digits: string): string {
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ')
}

/** Takes the code a call spoke: worth what that call cost, once. Asks nobody: the code carries its own proof. */
async function redeemCode(request: RedeemRequest): Promise<Observation> {
  const { account, correlator, code, now } = request
  const settings = voiceSettings(account)
  const found = readSpokenCode(code, { numbers: settings.numbers, secrets: secretsOf(settings), now })
  if (!found) return refusedCode(request)
  if (found.kind === 'old') return refusedCode(request, 'expired')
  const reference = `code:${sha256Hex(`${found.number.number} ${found.minute} ${code}`).slice(0, 32)}`
  const amount = money(found.number.minor, settings.currency)
  const isTest = account.mode === 'test'
  return { eventId: reference, reference, correlator, state: 'paid', amount, isTest, at: now }
}

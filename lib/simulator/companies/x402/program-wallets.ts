import { createHmac } from 'node:crypto'
import { equalInConstantTime, keyedHash } from '../../../config/keys.ts'
import { findRecord, saveRecord } from '../company-records.ts'

const company = 'x402'

/** What becomes of a payment: its wallet pays, is empty, or pays while the answer about it gets lost. */
export type WalletTrouble = 'none' | 'no_credit' | 'lost'
export type Wallet = Readonly<{ address: string; trouble: WalletTrouble }>

/** Wallets that programs of the demonstration hold; each begins with a hundred of the token but the empty one. */
export const wallets: readonly Wallet[] = [
  { address: `0x${'a1'.repeat(20)}`, trouble: 'none' },
  { address: `0x${'b2'.repeat(20)}`, trouble: 'no_credit' },
  { address: `0x${'c3'.repeat(20)}`, trouble: 'lost' },
]
const startUnits = 100_000_000

export function findWallet(address: string): Wallet | undefined {
  return wallets.find((wallet) => wallet.address === address.toLowerCase())
}

export function unitsLeft({ address, trouble }: Wallet): number {
  return trouble === 'no_credit' ? 0 : (findRecord<number>(company, `left:${address}`) ?? startUnits)
}

export function spendUnits(wallet: Wallet, { units, at }: Readonly<{ units: number; at: number }>): void {
  saveRecord(company, { id: `left:${wallet.address}`, body: unitsLeft(wallet) - units, at })
}

/** What a wallet agrees to; on a real network its key signs the same by EIP-712, and the chain checks it. */
export type Authorization = Readonly<{
  from: string
  to: string
  value: string
  validAfter: string
  validBefore: string
  nonce: string
}>
type Signed = Readonly<{ authorization: Authorization; network: string; asset: string }>

/** The demonstration's own kind of signature: only the simulator knows the wallets' secrets. */
export function signatureOf({ authorization, network, asset }: Signed): string {
  const { from, to, value, validAfter, validBefore, nonce } = authorization
  const secret = keyedHash('provider-settings', `demo wallet ${from.toLowerCase()}`)
  const words = [network, asset, from, to, value, validAfter, validBefore, nonce]
  return `0x${createHmac('sha512', secret).update(words.join(' ').toLowerCase()).digest('hex')}`
}

export function isSignedBy(signature: string, signed: Signed): boolean {
  return equalInConstantTime(signatureOf(signed), signature)
}

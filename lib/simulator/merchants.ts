import { config } from '../config/env.ts'
import { equalInConstantTime } from '../config/keys.ts'
import { callbackUrl, type ProviderAccount } from '../providers/accounts.ts'
import { listAccounts } from '../providers/accounts-queries.ts'

/** An account of the site, seen from outside: who may ask us, and where we answer. */
export type Merchant = Readonly<{ account: ProviderAccount; callbackUrl: string }>

function merchantsOf(isOurs: (account: ProviderAccount) => boolean): Merchant[] {
  return listAccounts()
    .filter(isOurs)
    .map((account) => ({ account, callbackUrl: callbackUrl(account.id) }))
}

const textKinds = ['kannel', 'fortumo']
const callKinds = ['sim_call', 'allopass', 'starpass', 'voice']

/** The account whose texts come to this short code. */
export function findMerchantOfShortCode(shortCode: string): Merchant | undefined {
  const digits = shortCode.replace(/\D/g, '')
  return merchantsOf(
    ({ kind, settings }) => textKinds.includes(kind) && settings['shortCode']?.replace(/\D/g, '') === digits,
  )[0]
}

/** True for the tariff class that costs the payer nothing. */
export function isFreeClass(shortCode: string, billingClass: string | null): boolean {
  const free = findMerchantOfShortCode(shortCode)?.account.settings['freeBinfo']
  return billingClass !== null && billingClass === free
}

export function listShortCodes(): readonly string[] {
  return merchantsOf(({ kind, state }) => textKinds.includes(kind) && state === 'active').flatMap(
    ({ account }) => account.settings['shortCode'] ?? [],
  )
}

/** The contracts with the demonstration company that a bearer key opens; a merchant may have several. */
export function listMerchantsByKey(authorization: string | null): readonly Merchant[] {
  const key = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1]
  if (key === undefined) return []
  return merchantsOf(({ kind }) => kind.startsWith('sim_')).filter(({ account }) =>
    equalInConstantTime(account.settings['apiKey'] ?? '', key),
  )
}

/** The accounts of a company that the demonstration plays. */
export function listMerchantsOf(kind: string): readonly Merchant[] {
  return merchantsOf((account) => account.kind === kind)
}

/** The account whose price ladder has this premium number. */
export function findMerchantOfNumber(number: string): Merchant | undefined {
  const digits = number.replace(/\D/g, '')
  return merchantsOf(
    ({ kind, ladder }) =>
      callKinds.includes(kind) && (ladder ?? []).some((point) => point.number?.replace(/\D/g, '') === digits),
  )[0]
}

/** Which company an account of the site is at. */
export function companyOf({ accountId }: Readonly<{ accountId: string }>): string | undefined {
  return findMerchant(accountId)?.account.kind
}

export function findMerchant(accountId: string): Merchant | undefined {
  return merchantsOf(({ id }) => id === accountId)[0]
}

/** The premium numbers that may be called, with what a call costs. */
export function listPremiumNumbers(): readonly Readonly<{ number: string; minor: number }>[] {
  return merchantsOf(({ kind, state }) => callKinds.includes(kind) && state === 'active').flatMap(({ account }) =>
    (account.ladder ?? []).flatMap(({ number, minor }) => (number === undefined ? [] : [{ number, minor }])),
  )
}

/** The address at which this process reaches the site, whatever stands in front of it. */
export function insideOrigin(): string {
  const { host, port } = config()
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host
  return `http://${reachable.includes(':') && !reachable.startsWith('[') ? `[${reachable}]` : reachable}:${port}`
}

/** A public address of the site as seen from inside; anything else stays as it is. */
export function insideUrl(url: string): string {
  const { origin } = config()
  return url.startsWith(`${origin}/`) ? insideOrigin() + url.slice(origin.length) : url
}

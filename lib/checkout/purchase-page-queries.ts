import { type AdForSale, findAdForSaleById } from '../ads/sale-queries.ts'
import type { Locale } from '../i18n/locales.ts'
import type { Rail } from '../money/rails.ts'
import { findAccount } from '../providers/accounts-queries.ts'
import type { ChargeOpening } from '../providers/provider.ts'
import { providerOf } from '../providers/registry.ts'
import { type Charge, isFinal, type Purchase, recoveryCodeOf } from '../purchases/purchases.ts'
import {
  findPurchase,
  findReceipt,
  listCharges,
  listConsents,
  listPurchasesOfPayer,
} from '../purchases/purchases-queries.ts'
import { findUnlock } from '../reveals/reveals-queries.ts'
import { type Statement, statementsOf } from './purchase-statements.ts'

/** What the waiting page shows for one way of paying. */
export type ShownCharge = Readonly<{
  id: string
  rail: Rail
  state: Charge['state']
  billedMinor: number
  opening: ChargeOpening | undefined
  /** A code heard on the telephone can be typed. */
  takesCode: boolean
  payerCode: string | null
}>

export type PurchasePage = Readonly<{
  purchase: Purchase
  ad: AdForSale | undefined
  /** The attempt to show: the newest that still waits, else the newest. */
  charge: ShownCharge | undefined
  statements: readonly Statement[]
  /** Nothing more can happen on this page by waiting. */
  isOver: boolean
  /** The contact may be read on the ad's contact page. */
  isUnlocked: boolean
  receiptNumber: number | undefined
  recoveryCode: string
}>

/** A purchase of one of these payers; undefined for anybody else's, which does not exist as far as they know. */
export function findPurchasePage(id: string, payerIds: readonly string[], locale: Locale): PurchasePage | undefined {
  const purchase = findPurchase(id)
  if (!purchase || !payerIds.includes(purchase.payerId)) return undefined
  const charges = listCharges(id)
  const shown = charges.findLast((charge) => !isFinal(charge.state)) ?? charges.at(-1)
  return {
    purchase,
    ad: purchase.adId === null ? undefined : findAdForSaleById(purchase.adId, locale),
    charge: shown && shownCharge(shown),
    statements: statementsOf(purchase, charges),
    isOver: purchase.state === 'settled',
    isUnlocked: opensContact(purchase, payerIds),
    receiptNumber: findReceipt(id)?.number,
    recoveryCode: recoveryCodeOf(id),
  }
}

function shownCharge(charge: Charge): ShownCharge {
  const account = findAccount(charge.accountId)
  return {
    id: charge.id,
    rail: charge.rail,
    state: charge.state,
    billedMinor: charge.billedMinor,
    opening: (charge.opening ?? undefined) as ChargeOpening | undefined,
    takesCode: account !== undefined && providerOf(account.kind).redeemCode !== undefined,
    payerCode: charge.payerCode,
  }
}

/** Changes whenever the page would look different: what the waiting page compares. */
export function purchaseVersion(page: PurchasePage): string {
  const { purchase, charge, statements } = page
  return [purchase.state, charge?.id, charge?.state, ...statements.map((statement) => statement.code)].join(' ')
}

export type ReceiptPage = Readonly<{
  purchase: Purchase
  ad: AdForSale | undefined
  charges: readonly Charge[]
  consents: ReturnType<typeof listConsents>
  statements: readonly Statement[]
  receipt: Readonly<{ number: number; issuedAt: number }> | undefined
  recoveryCode: string
}>

export function findReceiptPage(id: string, payerIds: readonly string[], locale: Locale): ReceiptPage | undefined {
  const purchase = findPurchase(id)
  if (!purchase || !payerIds.includes(purchase.payerId)) return undefined
  const charges = listCharges(id)
  return {
    purchase,
    ad: purchase.adId === null ? undefined : findAdForSaleById(purchase.adId, locale),
    charges,
    consents: listConsents(id),
    statements: statementsOf(purchase, charges),
    receipt: findReceipt(id),
    recoveryCode: recoveryCodeOf(id),
  }
}

export type AccessRow = Readonly<{
  purchase: Purchase
  ad: AdForSale | undefined
  isUnlocked: boolean
  statements: readonly Statement[]
}>

/** What these payers bought or began, newest first. */
export function listAccess(payerIds: readonly string[], locale: Locale): readonly AccessRow[] {
  return payerIds
    .flatMap((payerId) => listPurchasesOfPayer(payerId, 200))
    .sort((left, right) => right.createdAt - left.createdAt)
    .map((purchase) => ({
      purchase,
      ad: purchase.adId === null ? undefined : findAdForSaleById(purchase.adId, locale),
      isUnlocked: opensContact(purchase, payerIds),
      statements: statementsOf(purchase, listCharges(purchase.id)),
    }))
}

/** What was bought for an ad opens no contact, whatever else the payer bought of it. */
function opensContact({ kind, adId }: Purchase, payerIds: readonly string[]): boolean {
  return kind === 'reveal' && adId !== null && findUnlock(payerIds, adId) !== undefined
}

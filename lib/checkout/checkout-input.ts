import { z } from 'zod'

const quoteToken = z.string().min(40).max(2000)
/** A ticked box sends `on`, JSON sends true; anything else is no consent. */
const tick = z.preprocess((value) => value === true || value === 'on' || value === 'true' || value === '1', z.boolean())
const card = {
  instrumentId: z.string().max(40).optional().meta({
    description: 'A kept card of the signed-in member, of the account that the quote names, to be charged at once.',
  }),
  keepCard: tick.optional().meta({
    description:
      'True when the payer asks for the card to be kept for payments in one gesture. Without a signed-in member, or where the company cannot keep cards, it means nothing.',
  }),
}
const formFields = { locale: z.enum(['fr', 'en']).default('fr'), from: z.string().max(500).optional() }

/** Begins the purchase of a contact: one quote, one consent, one charge. */
export const requestUnlockInput = z
  .object({
    ...formFields,
    quote: quoteToken.meta({
      description: 'The quote that was shown, as the checkout page or /api/v1/quotes gave it.',
    }),
    waiver: tick.meta({
      description: 'True when the payer asks for immediate access and gives up the right of withdrawal.',
    }),
    voucher: z.string().max(60).optional().meta({ description: 'A voucher code, with the voucher method.' }),
    msisdn: z
      .string()
      .max(25)
      .optional()
      .meta({ description: 'The telephone to bill, with carrier billing, in E.164.' }),
    ...card,
  })
  .meta({ id: 'RequestUnlock' })
export type RequestUnlockInput = z.output<typeof requestUnlockInput>

/** Buys a contact within one request, for programs. */
export const buyForProgramInput = z
  .object({
    locale: z.enum(['fr', 'en']).default('fr'),
    ref: z.string().max(12),
    country: z.string().length(2).default('FR').meta({ description: 'Where the buyer is, for VAT.' }),
    waiver: tick.meta({
      description: 'True when immediate access is asked for and the right of withdrawal given up.',
    }),
  })
  .meta({ id: 'BuyForProgram' })
export type BuyForProgramInput = z.output<typeof buyForProgramInput>

/** Adds to the balance. */
export const requestTopUpInput = z
  .object({ ...formFields, quote: quoteToken, msisdn: z.string().max(25).optional(), ...card })
  .meta({ id: 'RequestTopUp' })
export type RequestTopUpInput = z.output<typeof requestTopUpInput>

export const redeemVoucherInput = z
  .object({ ...formFields, voucher: z.string().min(1).max(60), once: z.string().min(20).max(60) })
  .meta({ id: 'RedeemVoucher' })
export type RedeemVoucherInput = z.output<typeof redeemVoucherInput>

/** A code heard on the telephone. */
export const enterCodeInput = z
  .object({ ...formFields, id: z.string().max(60), code: z.string().min(1).max(40) })
  .meta({ id: 'EnterCode' })
export type EnterCodeInput = z.output<typeof enterCodeInput>

export const purchaseInput = z.object({ ...formFields, id: z.string().max(60) }).meta({ id: 'PurchaseCommand' })
export type PurchaseInput = z.output<typeof purchaseInput>

/** The code printed on a receipt. */
export const recoverInput = z
  .object({ ...formFields, recovery: z.string().min(1).max(60), once: z.string().min(20).max(60) })
  .meta({ id: 'Recover' })
export type RecoverInput = z.output<typeof recoverInput>

export const mailReceiptInput = z
  .object({ ...formFields, id: z.string().max(60), email: z.email().max(200) })
  .meta({ id: 'MailReceipt' })
export type MailReceiptInput = z.output<typeof mailReceiptInput>

export const mailRecoveryInput = z.object({ ...formFields, email: z.email().max(200) }).meta({ id: 'MailRecovery' })
export type MailRecoveryInput = z.output<typeof mailRecoveryInput>

/** Shows a contact that is bought. */
export const showContactInput = z.object({ ...formFields, ref: z.string().max(12) }).meta({ id: 'ShowContact' })
export type ShowContactInput = z.output<typeof showContactInput>

/** Opens a free contact. */
export const revealFreeInput = z
  .object({ ...formFields, ref: z.string().max(12), once: z.string().min(20).max(60) })
  .meta({ id: 'RevealFree' })
export type RevealFreeInput = z.output<typeof revealFreeInput>

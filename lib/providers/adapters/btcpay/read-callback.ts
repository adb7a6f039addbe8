import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { secretsOf } from '../../account-settings.ts'
import { headerOf, jsonOf, plainReply, refusedReading } from '../../callback-message.ts'
import type { AccountContext, CallbackMessage, CallbackReading } from '../../provider.ts'
import { isSignedByAny } from '../../signatures.ts'
import { btcpaySettings } from './btcpay-settings.ts'

const event = z.object({
  deliveryId: z.string().min(1),
  originalDeliveryId: z.string().min(1),
  type: z.string(),
  storeId: z.string().optional(),
  invoiceId: z
    .string()
    .regex(/^\w{1,80}$/)
    .optional(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
})

/** `BTCPay-Sig: sha256=<hex HMAC-SHA-256 of the raw body>`, keyed with any of the secrets. */
export function isBtcpaySignature(header: string, body: Uint8Array, secrets: readonly string[]): boolean {
  return isSignedByAny(header, secrets, (secret) => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`)
}

/**
 * Reads a delivery. Genuine ones name no amount, so the server is asked what became of the invoice; whatever it says is
 * answered 200, for BTCPay does not repeat what got a 4xx. What is lost that way, the sweeper finds.
 *
 * Source: BTCPay Server's `WebhookSender` and its published description of the events, grade A.
 */
export function readBtcpayCallback(message: CallbackMessage, account: AccountContext): CallbackReading {
  const settings = btcpaySettings(account)
  if (message.method !== 'POST') return refusedReading(405, 'POST only')
  if (!isBtcpaySignature(headerOf(message, 'btcpay-sig') ?? '', message.body, secretsOf(settings))) {
    return refusedReading(401, 'Signature refused')
  }
  const read = event.safeParse(jsonOf(message.body))
  if (!read.success) return refusedReading(400, 'Event not understood')
  const { type, storeId, invoiceId, originalDeliveryId, metadata } = read.data
  if (storeId !== undefined && storeId !== settings.storeId && !account.isRehearsal) {
    return refusedReading(403, 'Another store')
  }
  const correlator = metadata?.['correlator']
  const isInvoice = type.startsWith('Invoice') && invoiceId !== undefined
  return {
    kind: 'read',
    trust: 'hint',
    observations: isInvoice
      ? [
          {
            eventId: `btcpay:${originalDeliveryId}`,
            reference: invoiceId,
            correlator: typeof correlator === 'string' ? correlator : undefined,
            state: type === 'InvoiceSettled' ? 'paid' : 'pending',
            amount: undefined,
            isTest: account.mode === 'test',
            at: message.receivedAt,
          },
        ]
      : [],
    reply: () => plainReply(200, 'OK'),
  }
}

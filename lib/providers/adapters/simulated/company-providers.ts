import type { PaymentProvider } from '../../provider.ts'
import {
  cancelCompanyCharge,
  checkCompany,
  fetchCompanyCharge,
  openCompanyCharge,
  redeemCompanyCode,
  refundCompanyCharge,
} from './company-client.ts'
import { companySettingsDescription } from './company-settings.ts'
import { readCompanyCallback } from './read-company-callback.ts'

const common = {
  settings: companySettingsDescription,
  readCallback: readCompanyCallback,
  fetchCharge: fetchCompanyCharge,
  cancelCharge: cancelCompanyCharge,
  checkHealth: checkCompany,
}

/** A premium number that speaks a code once the free announcement is over; calls are not refunded by the company. */
export const callProvider: PaymentProvider = {
  ...common,
  kind: 'sim_call',
  rail: 'premium_call',
  facts: { isTelco: true, providerOwesVat: false, addedCost: 'call' },
  openCharge: (request) => openCompanyCharge('premium_call', request),
  redeemCode: redeemCompanyCode,
}

export const carrierProvider: PaymentProvider = {
  ...common,
  kind: 'sim_carrier',
  rail: 'carrier_billing',
  facts: { isTelco: true, providerOwesVat: true, addedCost: 'none' },
  openCharge: (request) => openCompanyCharge('carrier_billing', request),
  refundCharge: refundCompanyCharge,
}

export const prepaidProvider: PaymentProvider = {
  ...common,
  kind: 'sim_prepaid',
  rail: 'prepaid_card',
  facts: { isTelco: false, providerOwesVat: false, addedCost: 'none' },
  openCharge: (request) => openCompanyCharge('prepaid_card', request),
  refundCharge: refundCompanyCharge,
}

export const cardProvider: PaymentProvider = {
  ...common,
  kind: 'sim_card',
  rail: 'card',
  facts: { isTelco: false, providerOwesVat: false, addedCost: 'none' },
  openCharge: (request) => openCompanyCharge('card', request),
  refundCharge: refundCompanyCharge,
}

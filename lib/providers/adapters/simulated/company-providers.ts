import { currencies } from '../../../money/money.ts'
import type { PaymentProvider, ProviderFacts } from '../../provider.ts'
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

const facts: ProviderFacts = {
  isTelco: false,
  providerOwesVat: false,
  addedCost: 'none',
  countries: 'any',
  currencies,
  amounts: { minMinor: 1, maxMinor: 50_000 },
  evidence: 'A',
  testedAgainst: '',
}
const telco: ProviderFacts = { ...facts, isTelco: true, amounts: { minMinor: 1, maxMinor: 5000 } }

/** A premium number that speaks a code once the free announcement is over; calls are not refunded by the company. */
export const callProvider: PaymentProvider = {
  ...common,
  kind: 'sim_call',
  rail: 'premium_call',
  facts: { ...telco, addedCost: 'call', amounts: 'ladder' },
  openCharge: (request) => openCompanyCharge('premium_call', request),
  redeemCode: redeemCompanyCode,
}

export const carrierProvider: PaymentProvider = {
  ...common,
  kind: 'sim_carrier',
  rail: 'carrier_billing',
  facts: { ...telco, providerOwesVat: true },
  openCharge: (request) => openCompanyCharge('carrier_billing', request),
  refundCharge: refundCompanyCharge,
}

export const prepaidProvider: PaymentProvider = {
  ...common,
  kind: 'sim_prepaid',
  rail: 'prepaid_card',
  facts,
  openCharge: (request) => openCompanyCharge('prepaid_card', request),
  refundCharge: refundCompanyCharge,
}

export const cardProvider: PaymentProvider = {
  ...common,
  kind: 'sim_card',
  rail: 'card',
  facts,
  openCharge: (request) => openCompanyCharge('card', request),
  refundCharge: refundCompanyCharge,
}

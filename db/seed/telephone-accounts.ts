import type { PricePoint } from '../../lib/money/rails.ts'
import type { ProviderContract } from '../../lib/providers/accounts.ts'
import { demoSecret } from './demo-secret.ts'

const point = (minor: number, number: string): PricePoint => ({
  id: `FR-${minor}`,
  country: 'FR',
  currency: 'EUR',
  minor,
  number,
})

const shared = {
  mode: 'test',
  // The checkout shows few ways to pay: these wait until the operator wants to try them.
  state: 'paused',
  currency: 'EUR',
  countries: ['FR'],
  minMinor: 50,
  maxMinor: 5000,
  ladder: null,
} as const

const base = (company: string) => `/simulator/api/companies/${company}`

/** One contract with each telephone company that the demonstration plays, paused. */
export function telephoneAccounts(): readonly ProviderContract[] {
  return [fortumo(), camara(), dimoco(), voice(), allopass(), starpass()]
}

function fortumo(): ProviderContract {
  return {
    ...shared,
    id: 'fortumo',
    kind: 'fortumo',
    rail: 'premium_sms',
    label: 'SMS+ Fortumo 84000',
    position: 110,
    ladder: [point(150, '84000')],
    terms: { commissionBp: 5400, fixedMinor: 0 },
    payoutDelayDays: 60,
    settings: {
      serviceId: demoSecret('fortumo', 'service').slice(0, 32),
      secret: demoSecret('fortumo', 'secret').slice(0, 32),
      shortCode: '84000',
      keyword: 'ANNONCE',
      billing: 'mt',
      priceMinor: '150',
      currency: 'EUR',
    },
  }
}

function camara(): ProviderContract {
  return {
    ...shared,
    id: 'camara',
    kind: 'camara',
    rail: 'carrier_billing',
    label: 'Facture mobile CAMARA',
    position: 120,
    terms: { commissionBp: 2500, fixedMinor: 0 },
    payoutDelayDays: 60,
    settings: {
      paymentsUrl: `${base('camara')}/carrier-billing/v0.5`,
      refundsUrl: `${base('camara')}/carrier-billing-refund/v0.3`,
      tokenUrl: `${base('camara')}/oauth2/token`,
      clientId: 'demo-obole',
      clientSecret: demoSecret('camara', 'client'),
      secret: demoSecret('camara', 'secret'),
      steps: 'two',
      merchantName: 'Club des Vieux Moyeux',
      merchantIdentifier: 'cvm-0350',
    },
  }
}

function voice(): ProviderContract {
  return {
    ...shared,
    id: 'voice',
    kind: 'voice',
    rail: 'premium_call',
    label: 'Appel, numéro de l’éditeur',
    position: 130,
    ladder: [point(150, '0899010150')],
    terms: { commissionBp: 4400, fixedMinor: 0 },
    payoutDelayDays: 45,
    settings: {
      secret: demoSecret('voice', 'token').slice(0, 32),
      carrierAccount: 'ACdemonstration0000000000000000000',
      numbers: '0899010150=150',
      currency: 'EUR',
      way: 'spoken',
      language: 'fr',
    },
  }
}

function dimoco(): ProviderContract {
  return {
    ...shared,
    id: 'dimoco',
    kind: 'dimoco',
    rail: 'carrier_billing',
    label: 'Facture mobile DIMOCO',
    position: 125,
    terms: { commissionBp: 3000, fixedMinor: 0 },
    payoutDelayDays: 60,
    settings: {
      baseUrl: `${base('dimoco')}/smart/payment`,
      merchant: 'demo-cvm',
      secret: demoSecret('dimoco', 'password').slice(0, 32),
      serviceName: 'Petites annonces de garage',
      currency: 'EUR',
    },
  }
}

const call = {
  ...shared,
  rail: 'premium_call',
  terms: { commissionBp: 4800, fixedMinor: 0 },
  payoutDelayDays: 60,
} as const

function allopass(): ProviderContract {
  return {
    ...call,
    id: 'allopass',
    kind: 'allopass',
    label: 'Appel Allopass',
    position: 140,
    ladder: [point(150, '0899020150')],
    settings: {
      baseUrl: `${base('allopass')}/rest`,
      siteId: '350100',
      productId: '1500042',
      apiKey: demoSecret('allopass', 'key').slice(0, 32),
      secret: demoSecret('allopass', 'private').slice(0, 40),
    },
  }
}

function starpass(): ProviderContract {
  return {
    ...call,
    id: 'starpass',
    kind: 'starpass',
    label: 'Appel StarPass',
    position: 150,
    ladder: [point(150, '0899030150')],
    settings: { baseUrl: base('starpass'), idp: '35010', idd: '420150', brackets: '1=150', currency: 'EUR' },
  }
}

import type { PricePoint, Rail } from '../../../lib/money/rails.ts'
import { playMollie, playStripe } from './card-companies.ts'
import { companyNow, type Played, type PlayedCompany } from './played-company.ts'
import { playDemoCompany, playLightning, playPaysafecard } from './prepaid-companies.ts'
import { playAllopass, playCamara, playDimoco, playStarpass } from './telephone-companies.ts'

export const priceMinor = 150

/**
 * How the payer's money moves: on a `page` she is sent to, on a `bill` as soon as it is asked for, by a `code` that she
 * is sent and types here, or by a `call` that speaks one.
 */
export type Way = 'page' | 'bill' | 'code' | 'call'

export type CompanyCase = Readonly<{
  name: string
  kind: string
  rail: Rail
  way: Way
  ladder?: readonly PricePoint[]
  msisdn?: string
  play: (played?: Played) => PlayedCompany
  /** What is asked for beside the payment passes unspoiled. */
  spares?: RegExp
  /** `round` is another each time: nothing kept from one test helps the next. */
  settings: (origin: string, round: number) => Readonly<Record<string, string>>
}>

const letters = 'qM7wZ2rT9yB4nF6hD1gL8pC3xK5vJ0sA'
const msisdn = '+33639982101'
const ladder = [{ id: 'FR-150', country: 'FR', currency: 'EUR', minor: priceMinor, number: '0899000150' }] as const
const merchantId = '1000000001'

const camara = (steps: 'one' | 'two'): CompanyCase => ({
  name: `camara in ${steps} step${steps === 'one' ? '' : 's'}`,
  kind: 'camara',
  rail: 'carrier_billing',
  way: steps === 'one' ? 'bill' : 'code',
  msisdn,
  ...(steps === 'one' ? { spares: /^\/token$/ } : {}),
  play: (played) => playCamara(steps, played),
  settings: (origin, round) => ({
    paymentsUrl: `${origin}/carrier-billing/v0.5`,
    refundsUrl: `${origin}/carrier-billing-refund/v0.3`,
    tokenUrl: `${origin}/token`,
    clientId: `client-${round}`,
    clientSecret: letters,
    secret: `${letters}${letters}`,
    steps,
  }),
})

/** Every adapter that asks its company anything about a charge. */
export const everyCompany: readonly CompanyCase[] = [
  camara('one'),
  camara('two'),
  {
    name: 'dimoco',
    kind: 'dimoco',
    rail: 'carrier_billing',
    way: 'bill',
    msisdn,
    play: (played) => playDimoco(letters, played),
    settings: (origin) => ({
      ...{ baseUrl: `${origin}/smart/payment`, merchant: 'merchant', secret: letters },
      ...{ serviceName: 'Annonces', currency: 'EUR' },
    }),
  },
  {
    name: 'allopass',
    kind: 'allopass',
    rail: 'premium_call',
    way: 'call',
    ladder,
    play: () => playAllopass(letters, priceMinor),
    settings: (origin) => ({
      ...{ baseUrl: `${origin}/rest`, siteId: '350100', productId: '1500042', apiKey: letters, secret: letters },
    }),
  },
  {
    name: 'starpass',
    kind: 'starpass',
    rail: 'premium_call',
    way: 'call',
    ladder,
    play: () => playStarpass(priceMinor),
    settings: (origin) => ({ baseUrl: origin, idp: '35010', idd: '420150', brackets: '1=150', currency: 'EUR' }),
  },
  {
    name: 'paysafecard',
    kind: 'paysafecard',
    rail: 'prepaid_card',
    way: 'page',
    play: (played) => playPaysafecard(merchantId, played),
    settings: (origin) => ({ baseUrl: `${origin}/v1`, merchantId, apiKey: `psc_${letters}`, currency: 'EUR' }),
  },
  {
    name: 'stripe',
    kind: 'stripe',
    rail: 'card',
    way: 'page',
    play: (played) => playStripe(`whsec_${letters}`, played),
    settings: (origin) => ({ baseUrl: origin, apiKey: `sk_test_${letters}`, secret: `whsec_${letters}` }),
  },
  {
    name: 'mollie',
    kind: 'mollie',
    rail: 'card',
    way: 'page',
    play: (played) => playMollie(played),
    settings: (origin) => ({ baseUrl: origin, apiKey: `test_${letters}` }),
  },
  {
    name: 'btcpay',
    kind: 'btcpay',
    rail: 'lightning',
    way: 'page',
    play: ({ origin = '' } = {}) => playLightning('store1', origin),
    settings: (origin) => ({ baseUrl: origin, storeId: 'store1', apiKey: letters, secret: letters }),
  },
  {
    name: 'the demonstration’s company',
    kind: 'sim_card',
    rail: 'card',
    way: 'page',
    play: (played) => playDemoCompany('merchant-1', companyNow, played),
    settings: (origin) => ({ baseUrl: origin, merchantId: 'merchant-1', apiKey: letters, secret: letters }),
  },
]

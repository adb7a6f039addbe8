import { commit } from '../../db/commit.ts'
import { keyedHash } from '../../lib/config/keys.ts'
import type { Currency } from '../../lib/money/money.ts'
import type { PricePoint } from '../../lib/money/rails.ts'
import type { ProviderContract } from '../../lib/providers/accounts.ts'
import { findAccount } from '../../lib/providers/accounts-queries.ts'
import { insertAccount } from '../../lib/providers/accounts-store.ts'
import { ensureInternalAccounts } from '../../lib/providers/ensure-internal-accounts.ts'
import { findSetting } from '../../lib/settings/settings-queries.ts'
import { saveSetting } from '../../lib/settings/settings-store.ts'
import { cardAccounts } from './card-accounts.ts'
import { coinAccounts } from './coin-accounts.ts'
import { prepaidAccounts } from './prepaid-accounts.ts'
import { telephoneAccounts } from './telephone-accounts.ts'

const point = (country: string, minor: number, number: string): PricePoint => ({
  id: `${country}-${minor}`,
  country,
  currency: 'EUR',
  minor,
  number,
})

type Terms = Readonly<{ commissionBp: number; fixedMinor: number; payoutDelayDays: number }>

function account(
  about: Pick<ProviderContract, 'id' | 'kind' | 'rail' | 'label' | 'position' | 'settings'> &
    Partial<Pick<ProviderContract, 'currency' | 'countries' | 'minMinor' | 'maxMinor' | 'ladder'>>,
  { commissionBp, fixedMinor, payoutDelayDays }: Terms,
): ProviderContract {
  return {
    mode: 'test',
    state: 'active',
    currency: 'EUR',
    countries: ['FR'],
    minMinor: 1,
    maxMinor: 5000,
    ladder: null,
    ...about,
    terms: { commissionBp, fixedMinor },
    payoutDelayDays,
  }
}

function company(): Readonly<Record<string, string>> {
  return {
    baseUrl: '/simulator/api/company',
    merchantId: 'demo-merchant',
    apiKey: keyedHash('provider-settings', 'demo company key'),
    secret: keyedHash('provider-settings', 'demo company secret'),
  }
}

function text(shortCode: string, priceMinor: number): ProviderContract {
  return account(
    {
      id: `sms-${shortCode}`,
      kind: 'kannel',
      rail: 'premium_sms',
      label: `SMS+ ${shortCode}`,
      position: 10,
      ladder: [point('FR', priceMinor, shortCode)],
      settings: {
        sendsmsUrl: '/simulator/api/kannel/sendsms',
        username: 'demo',
        password: keyedHash('provider-settings', 'demo sendsms password'),
        shortCode,
        keyword: 'VOIR',
        billing: 'mt',
        priceMinor: String(priceMinor),
        currency: 'EUR',
        freeBinfo: 'FREE',
      },
    },
    { commissionBp: 5500, fixedMinor: 0, payoutDelayDays: 60 },
  )
}

function card(currency: Currency, countries: readonly string[], position: number): ProviderContract {
  return account(
    {
      id: `card-${currency.toLowerCase()}`,
      kind: 'sim_card',
      rail: 'card',
      label: `Carte ${currency}`,
      position,
      currency,
      countries,
      minMinor: 100,
      maxMinor: 50_000,
      settings: company(),
    },
    { commissionBp: 150, fixedMinor: 25, payoutDelayDays: 7 },
  )
}

const euroCountries = ['FR', 'BE', 'LU', 'DE', 'ES', 'CH', 'GB']

/** The demonstration's contracts: every rail, with terms like those the field reports. */
export function demoAccounts(): readonly ProviderContract[] {
  return [
    text('81234', 150),
    text('83000', 300),
    account(
      {
        id: 'call',
        kind: 'sim_call',
        rail: 'premium_call',
        label: 'Appel surtaxé',
        position: 20,
        ladder: [point('FR', 150, '0899000150'), point('FR', 300, '0899000300')],
        settings: company(),
      },
      { commissionBp: 4400, fixedMinor: 0, payoutDelayDays: 45 },
    ),
    account(
      {
        id: 'carrier',
        kind: 'sim_carrier',
        rail: 'carrier_billing',
        label: 'Facture mobile',
        position: 30,
        minMinor: 50,
        maxMinor: 5000,
        settings: company(),
      },
      { commissionBp: 3000, fixedMinor: 0, payoutDelayDays: 60 },
    ),
    account(
      {
        id: 'prepaid',
        kind: 'sim_prepaid',
        rail: 'prepaid_card',
        label: 'Carte prépayée',
        position: 40,
        countries: euroCountries,
        minMinor: 50,
        maxMinor: 20_000,
        settings: company(),
      },
      { commissionBp: 1500, fixedMinor: 0, payoutDelayDays: 30 },
    ),
    card('EUR', euroCountries, 50),
    card('GBP', euroCountries, 51),
    ...telephoneAccounts(),
    ...cardAccounts(),
    ...prepaidAccounts(),
    ...coinAccounts(),
  ]
}

const demoPublisher = {
  name: 'Club des Vieux Moyeux (démonstration)',
  address: '1 place de la Halle, 03500 Saint-Pourçain-sur-Sioule, France',
  email: 'aide@example.org',
  phone: '01 99 00 12 34',
  siret: '000 000 000 00000',
}

/** Keeps the demonstration's accounts. Safe to repeat. */
export async function seedAccounts(now: number): Promise<void> {
  await ensureInternalAccounts(now)
  if (findSetting('publisher').name === '') await commit([saveSetting('publisher', demoPublisher, now)])
  const missing = demoAccounts().filter(({ id }) => !findAccount(id))
  if (missing.length > 0) await commit(missing.map((found) => insertAccount(found, now)))
}

import { readSql } from '../../db/statement.ts'
import { type Currency, money, splitVat } from '../money/money.ts'
import type { Rail } from '../money/rails.ts'
import { listAccounts } from '../providers/accounts-queries.ts'
import { providerOf } from '../providers/registry.ts'
import { withTermsAt } from '../providers/terms-queries.ts'
import { findSetting } from '../settings/settings-queries.ts'
import { day, type Millis } from '../time/time.ts'
import {
  type Candidate,
  type Comparison,
  compareAccount,
  countDiverted,
  type Outcome,
  outcomeAsSold,
  type SaleGroup,
} from './compare-accounts.ts'
import type { Period } from './periods.ts'

type GroupRow = Omit<SaleGroup, 'isTopUp' | 'vatMinor'> & Readonly<{ isTopUp: 0 | 1 }>

const groupRows = readSql<GroupRow>(`
  select c.account_id as accountId, c.rail, p.country, p.currency, p.kind = 'top_up' as isTopUp,
    p.price_minor as priceMinor, c.paid_minor as billedMinor, p.vat_bp as vatBp, count(*) as count,
    sum(coalesce(c.commission_minor, 0)) as commissionMinor
  from purchases p join charges c on c.id = p.settled_charge_id
  where p.state = 'settled' and p.settled_at >= ? and p.settled_at < ? and c.rail not in ('wallet', 'voucher')
  group by 1, 2, 3, 4, 5, 6, 7, 8`)

const historyRows = readSql<AccountHistory & Readonly<{ accountId: string }>>(`
  select account_id as accountId, sum(state = 'paid') as paid, sum(state = 'failed') as refused,
    sum(state in ('paid', 'failed', 'expired', 'cancelled')) as ended
  from charges where created_at >= ? and created_at < ? group by account_id`)

const openRows = readSql<Readonly<{ accountId: string; open: number }>>(`
  select account_id as accountId, count(*) as open from charges
  where state in ('created', 'awaiting_payer', 'pending', 'authorized') group by account_id`)

/** How charges through an account ended. */
export type AccountHistory = Readonly<{ paid: number; refused: number; ended: number }>

export type ComparedAccount = Comparison &
  Readonly<{
    /** Undefined for the proposed one. */
    id: string | undefined
    label: string
    rail: Rail | undefined
    mode: 'test' | 'live' | undefined
    state: 'active' | 'paused' | undefined
    currency: Currency
    payoutDelayDays: number
    /** Of the year before the end of the period; undefined where nothing ended. */
    history: AccountHistory | undefined
    /** It comes before every other account of its rail and currency. */
    isFirst: boolean
  }>

/** Terms somebody offers, as typed. */
export type Proposal = Omit<Candidate, 'countries' | 'minMinor' | 'maxMinor' | 'ladder'> &
  Readonly<{ label: string; payoutDelayDays: number; countries: readonly string[] | 'any' }>

export type ComparisonPage = Readonly<{
  /** One line a currency: what was really left. */
  sold: readonly Readonly<{ currency: Currency; outcome: Outcome }>[]
  accounts: readonly ComparedAccount[]
}>

const historyMs = 365 * day

/** Every open account at an outside provider, and a proposed one, with what the period's purchases would have left. */
export function findComparison(
  period: Period,
  { now, proposal }: Readonly<{ now: Millis; proposal: Proposal | undefined }>,
): ComparisonPage {
  const groups = listSaleGroups(period)
  const history = new Map(historyRows.all(period.to - historyMs, period.to).map((row) => [row.accountId, row]))
  const firsts = new Set<string>()
  const accounts = listOutsideAccounts().map((account): ComparedAccount => {
    const { terms, payoutDelayDays } = withTermsAt(account, now)
    const { id, kind, label, rail, mode, state, currency } = account
    const isFirst = state === 'active' && !firsts.has(`${rail} ${currency}`)
    if (isFirst) firsts.add(`${rail} ${currency}`)
    const { providerOwesVat } = providerOf(kind).facts
    const found = history.get(id)
    const compared = compareAccount(groups, { ...account, terms, providerOwesVat })
    const ended = found && found.ended > 0 ? found : undefined
    return { ...compared, id, label, rail, mode, state, currency, payoutDelayDays, history: ended, isFirst }
  })
  const currencies = [...new Set(groups.map(({ currency }) => currency))].toSorted()
  return {
    sold: currencies.map((currency) => ({
      currency,
      outcome: outcomeAsSold(groups.filter((group) => group.currency === currency)),
    })),
    accounts: proposal ? [...accounts, proposed(groups, proposal)] : accounts,
  }
}

function proposed(groups: readonly SaleGroup[], proposal: Proposal): ComparedAccount {
  const { label, currency, payoutDelayDays } = proposal
  const anywhere = [...new Set(groups.map(({ country }) => country))]
  const countries = proposal.countries === 'any' ? anywhere : proposal.countries
  const limits = { minMinor: 0, maxMinor: Number.MAX_SAFE_INTEGER, ladder: null }
  const compared = compareAccount(groups, { ...proposal, ...limits, countries })
  const unknown = { id: undefined, rail: undefined, mode: undefined, state: undefined }
  return { ...compared, ...unknown, label, currency, payoutDelayDays, history: undefined, isFirst: false }
}

/** Who is concerned when an account is put before the others of its rail. */
export type SwitchPreview = Readonly<{
  id: string
  label: string
  rail: Rail
  state: 'active' | 'paused'
  /** Purchases of the period another account of the rail took and this one could have billed. */
  diverted: number
  /** Those that serve the same payers and that it comes before, with what they have open and keep. */
  others: readonly Readonly<{ id: string; label: string; open: number }>[]
}>

/** @returns undefined for an account that is not there, is closed, or is ours. */
export function previewSwitch(id: string, period: Period): SwitchPreview | undefined {
  const accounts = listOutsideAccounts()
  const account = accounts.find((one) => one.id === id)
  if (!account) return undefined
  const open = new Map(openRows.all().map((row) => [row.accountId, row.open]))
  const { label, rail, state } = account
  return {
    id,
    label,
    rail,
    state,
    diverted: countDiverted(listSaleGroups(period), account),
    others: accounts
      .filter((one) => one.rail === rail && one.id !== id && one.currency === account.currency)
      .filter((one) => one.countries.some((country) => account.countries.includes(country)))
      .map((one) => ({ id: one.id, label: one.label, open: open.get(one.id) ?? 0 })),
  }
}

function listOutsideAccounts() {
  return listAccounts().filter(({ rail, closedAt }) => rail !== 'wallet' && rail !== 'voucher' && closedAt === null)
}

/** Purchases settled in a period through outside providers. */
export function listSaleGroups({ from, to }: Period): readonly SaleGroup[] {
  const rates = findSetting('vatRates')
  return groupRows.all(from, to).map((row) => ({
    ...row,
    isTopUp: row.isTopUp === 1,
    vatMinor: row.isTopUp ? 0 : splitVat(money(row.priceMinor, row.currency), row.vatBp).vat.minor * row.count,
    // Where the provider owed the tax no rate of ours was kept with the purchase.
    vatBp: row.vatBp > 0 ? row.vatBp : (rates[row.country] ?? rates['FR'] ?? 0),
  }))
}

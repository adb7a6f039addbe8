import { anyRows, one, type Step } from '../../db/commit.ts'
import { providerAccounts } from '../../db/schema/providers.ts'
import { everyColumn, type Row, writeSql, writeStatement } from '../../db/statement.ts'
import { seal } from '../config/keys.ts'
import type { AccountScope } from './account-form.ts'
import { newAccountStanding, type ProviderContract } from './accounts.ts'
import type { ProviderSettings } from './provider.ts'
import { restAfter } from './routing.ts'

const insertRow = writeStatement<Row<typeof providerAccounts>>((db) =>
  db.insert(providerAccounts).values(everyColumn(providerAccounts)),
)
const setState = writeSql('update provider_accounts set state = ? where id = ?')
const setPosition = writeSql('update provider_accounts set position = ? where id = ?')

export function insertAccount(account: ProviderContract, now: number): Step {
  const { terms, settings, ...rest } = account
  const row = {
    ...rest,
    commissionBp: terms.commissionBp,
    commissionFixedMinor: terms.fixedMinor,
    settings: seal('provider-settings', account.id, JSON.stringify(settings)),
    createdAt: now,
    ...newAccountStanding,
  }
  return one(insertRow(row), 'already_exists')
}

/** A paused account takes no new purchase and finishes what it began. */
export function setAccountState(id: string, state: 'active' | 'paused'): Step {
  return one(setState(state, id), 'not_found')
}

export function setAccountPosition(id: string, position: number): Step {
  return one(setPosition(position, id), 'not_found')
}

const countFailure = writeSql(`update provider_accounts
  set failures = failures + 1, last_failure_at = ?, rests_until = ? where id = ? and failures = ?`)
const forgetFailures = writeSql(
  'update provider_accounts set failures = 0, rests_until = null, last_success_at = ? where id = ?',
)

type Tried = Readonly<{ id: string; failures: number }>

/** It could not be reached. Failures counted meanwhile by others stand: two of the same moment are one. */
export function recordAccountFailure({ id, failures }: Tried, now: number): Step {
  return anyRows(countFailure(now, restAfter(failures + 1, now), id, failures))
}

/** It answered: whatever failed before is forgotten. */
export function recordAccountSuccess(id: string, now: number): Step {
  return anyRows(forgetFailures(now, id))
}

const setScope = writeSql(`update provider_accounts set label = ?, mode = ?, countries = ?, currency = ?, min_minor = ?,
  max_minor = ?, ladder = ?, devices = ?, monthly_cap_minor = ? where id = ?`)
const setSettings = writeSql('update provider_accounts set settings = ? where id = ?')
const close = writeSql(
  "update provider_accounts set closed_at = ?, state = 'paused' where id = ? and closed_at is null",
)
const setTested = writeSql('update provider_accounts set tested_at = ? where id = ?')

export function changeAccountScope(id: string, scope: AccountScope): Step {
  const { label, mode, countries, currency, minMinor, maxMinor, ladder, devices, monthlyCapMinor } = scope
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
  const values = [label, mode, json(countries), currency, minMinor, maxMinor, json(ladder), json(devices)]
  return one(setScope(...values, monthlyCapMinor, id), 'not_found')
}

export function changeAccountSettings(id: string, settings: ProviderSettings): Step {
  return one(setSettings(seal('provider-settings', id, JSON.stringify(settings)), id), 'not_found')
}

export function closeAccountRow(id: string, now: number): Step {
  return one(close(now, id), 'state_changed')
}

/** A test purchase went through it. */
export function markAccountTested(id: string, now: number): Step {
  return one(setTested(now, id), 'not_found')
}

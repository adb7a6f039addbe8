import { anyRows, one, type Step } from '../../db/commit.ts'
import { providerAccounts } from '../../db/schema/providers.ts'
import { everyColumn, type Row, writeSql, writeStatement } from '../../db/statement.ts'
import { seal } from '../config/keys.ts'
import { newAccountStanding, type ProviderContract } from './accounts.ts'
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

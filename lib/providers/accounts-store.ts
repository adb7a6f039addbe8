import { one, type Step } from '../../db/commit.ts'
import { providerAccounts } from '../../db/schema/providers.ts'
import { everyColumn, type Row, writeSql, writeStatement } from '../../db/statement.ts'
import { seal } from '../config/keys.ts'
import type { ProviderAccount } from './accounts.ts'

const insertRow = writeStatement<Row<typeof providerAccounts>>((db) =>
  db.insert(providerAccounts).values(everyColumn(providerAccounts)),
)
const setState = writeSql('update provider_accounts set state = ? where id = ?')
const setPosition = writeSql('update provider_accounts set position = ? where id = ?')

export function insertAccount(account: ProviderAccount, now: number): Step {
  const { terms, settings, ...rest } = account
  const row = {
    ...rest,
    commissionBp: terms.commissionBp,
    commissionFixedMinor: terms.fixedMinor,
    settings: seal('provider-settings', account.id, JSON.stringify(settings)),
    createdAt: now,
    devices: null,
    monthlyCapMinor: null,
    failures: 0,
    restsUntil: null,
    lastSuccessAt: null,
    lastFailureAt: null,
    testedAt: null,
    closedAt: null,
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

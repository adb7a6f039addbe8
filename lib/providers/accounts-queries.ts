import { asc, eq, sql } from 'drizzle-orm'
import { providerAccounts } from '../../db/schema/providers.ts'
import { type Row, readStatement } from '../../db/statement.ts'
import { unseal } from '../config/keys.ts'
import type { ProviderAccount } from './accounts.ts'
import type { ProviderSettings } from './provider.ts'

const all = readStatement((db) => db.select().from(providerAccounts).orderBy(asc(providerAccounts.position)).prepare())
const byId = readStatement((db) =>
  db
    .select()
    .from(providerAccounts)
    .where(eq(providerAccounts.id, sql.placeholder('id')))
    .prepare(),
)

/** Every account in the operator's order. */
export function listAccounts(): readonly ProviderAccount[] {
  return all().all().map(accountOf)
}

export function findAccount(id: string): ProviderAccount | undefined {
  const row = byId().get({ id })
  return row && accountOf(row)
}

function accountOf(row: Row<typeof providerAccounts>): ProviderAccount {
  const { commissionBp, commissionFixedMinor, settings, createdAt: _, ...rest } = row
  return {
    ...rest,
    terms: { commissionBp, fixedMinor: commissionFixedMinor },
    settings: settingsOf(row.id, settings),
  }
}

const opened = new Map<string, Readonly<{ sealed: Buffer; settings: ProviderSettings }>>()

// Every sale looks at its account; the seal is opened again only when it is another one.
function settingsOf(id: string, sealed: Buffer): ProviderSettings {
  const known = opened.get(id)
  if (known?.sealed.equals(sealed)) return known.settings
  const settings: ProviderSettings = JSON.parse(unseal('provider-settings', id, sealed))
  opened.set(id, { sealed, settings })
  return settings
}

import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import { type AccountFields, type AccountScope, readAccountSettings, readScope } from './account-form.ts'
import type { ProviderAccount } from './accounts.ts'
import { findAccount } from './accounts-queries.ts'
import { changeAccountScope, changeAccountSettings } from './accounts-store.ts'
import { providerOf } from './registry.ts'

/**
 * Changes what an account covers and how it is reached. What it has begun goes on with what it began with: charges keep
 * their price, and the secret before is accepted beside the new one where the adapter can.
 *
 * @throws DomainError `not_found`, `invalid_input` naming the fields.
 */
export async function editAccount(
  fields: AccountFields,
  { id, actor, now }: Readonly<{ id: string; actor: string; now: number }>,
): Promise<Readonly<{ id: string }>> {
  const account = findAccount(id)
  if (!account || account.closedAt !== null) throw new DomainError('not_found')
  const provider = providerOf(account.kind)
  const scope = readScope({ ...fields, currency: account.currency }, provider)
  const settings = readAccountSettings(fields, provider, account.settings)
  const problems = [...scope.problems, ...settings.problems]
  if (problems.length > 0) throw new DomainError('invalid_input', { fields: problems })
  const changed = Object.keys({ ...account.settings, ...settings.value }).filter(
    (key) => account.settings[key] !== settings.value[key],
  )
  await commit([
    changeAccountScope(id, scope.value),
    changeAccountSettings(id, settings.value),
    recordAudit(
      {
        actor,
        action: 'provider_changed',
        subject: `provider_account:${id}`,
        detail: { before: scopeOf(account), after: scope.value, settings: changed },
      },
      now,
    ),
  ])
  return { id }
}

function scopeOf(account: ProviderAccount): AccountScope {
  const { label, mode, countries, currency, minMinor, maxMinor, ladder, devices, monthlyCapMinor } = account
  return { label, mode, countries, currency, minMinor, maxMinor, ladder, devices, monthlyCapMinor }
}

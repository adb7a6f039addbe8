import { commit } from '../../db/commit.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { DomainError, type FieldProblem } from '../errors/domain-error.ts'
import { newPublicId } from '../ids/ids.ts'
import { type AccountFields, readAccountSettings, readScope } from './account-form.ts'
import { listAccounts } from './accounts-queries.ts'
import { changeAccountScope, insertAccount } from './accounts-store.ts'
import { listAddableProviders } from './registry.ts'
import { readTerms } from './terms.ts'

/**
 * Adds an account with a provider, paused: it takes money once somebody has tried it and says so.
 *
 * @throws DomainError `not_found` for a kind that cannot be added here, `invalid_input` naming the fields.
 */
export async function openAccount(
  fields: AccountFields,
  { kind, actor, now }: Readonly<{ kind: string; actor: string; now: number }>,
): Promise<Readonly<{ id: string }>> {
  const provider = listAddableProviders().find((addable) => addable.kind === kind)
  if (!provider) throw new DomainError('not_found')
  const scope = readScope(fields, provider)
  const settings = readAccountSettings(fields, provider)
  const terms = readTerms(fields, scope.value.currency)
  const problems: readonly FieldProblem[] = [...scope.problems, ...settings.problems, ...terms.problems]
  if (problems.length > 0) throw new DomainError('invalid_input', { fields: problems })
  const id = `${kind.replaceAll('_', '-')}-${newPublicId()
    .slice(0, 6)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, 'x')}`
  const { devices, monthlyCapMinor, ...contract } = scope.value
  const { payoutDelayDays, ...commission } = terms.value
  const position = Math.max(0, ...listAccounts().map((account) => account.position)) + 1
  await commit([
    insertAccount(
      {
        ...contract,
        id,
        kind,
        rail: provider.rail,
        state: 'paused',
        terms: commission,
        payoutDelayDays,
        position,
        settings: settings.value,
      },
      now,
    ),
    changeAccountScope(id, scope.value),
    recordAudit(
      { actor, action: 'provider_added', subject: `provider_account:${id}`, detail: { after: scope.value } },
      now,
    ),
  ])
  return { id }
}

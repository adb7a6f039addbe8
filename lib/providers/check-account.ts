import { DomainError } from '../errors/domain-error.ts'
import { UnusableAccount } from './account-settings.ts'
import { accountContext } from './accounts.ts'
import { findAccount } from './accounts-queries.ts'
import type { Health } from './provider.ts'
import { recordCalls } from './record-calls.ts'
import { providerOf } from './registry.ts'

/** Asks an account's provider how it is. @throws DomainError `not_found`, also where an adapter cannot ask. */
export async function checkAccount(id: string, now: number): Promise<Health> {
  const account = findAccount(id)
  const checkHealth = account && providerOf(account.kind).checkHealth
  if (!account || !checkHealth) throw new DomainError('not_found')
  try {
    return await recordCalls({ accountId: id, chargeId: null, now }, () => checkHealth(accountContext(account)))
  } catch (error) {
    if (error instanceof UnusableAccount) return { isHealthy: false, detail: error.message }
    return { isHealthy: false, detail: 'It does not answer.' }
  }
}

import { isDemo } from '../config/env.ts'
import type { ProviderAccount } from './accounts.ts'
import { listAccounts } from './accounts-queries.ts'
import { findTextSender } from './registry.ts'

/** The account by which the site itself sends a text message: the first active one that can. */
export function findTextAccount(): ProviderAccount | undefined {
  return listAccounts().find(
    ({ kind, state, mode }) =>
      state === 'active' && mode === (isDemo() ? 'test' : 'live') && findTextSender(kind) !== undefined,
  )
}

export function canSendTexts(): boolean {
  return findTextAccount() !== undefined
}

import { type Millis, second } from '../time/time.ts'
import { UnusableAccount } from './account-settings.ts'
import { accountContext, type ProviderAccount } from './accounts.ts'
import { listAccounts } from './accounts-queries.ts'
import { providerOf } from './registry.ts'

const freshFor = 5 * second
/** What a policy may name; a setting typed by hand must not end the directive and begin another. */
const source = /^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d{1,5})?$/i

let kept: Readonly<{ hosts: readonly string[]; until: Millis }> = { hosts: [], until: 0 }

/**
 * Where forms of our pages may lead to: the sites that open accounts send their payers to. Browsers hold the redirect
 * that follows a form against the page's policy as well. Read again every few seconds.
 */
export function listPayerHosts(now: Millis): readonly string[] {
  if (now < kept.until && now >= kept.until - freshFor) return kept.hosts
  const hosts = listAccounts()
    .filter(({ closedAt }) => closedAt === null)
    .flatMap(hostsOf)
    .filter((host) => source.test(host))
  kept = { hosts: [...new Set(hosts)], until: now + freshFor }
  return kept.hosts
}

function hostsOf(account: ProviderAccount): readonly string[] {
  try {
    return providerOf(account.kind).payerHosts?.(accountContext(account)) ?? []
  } catch (error) {
    if (error instanceof UnusableAccount) return []
    throw error
  }
}

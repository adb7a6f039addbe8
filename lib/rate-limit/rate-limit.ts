import { join } from 'node:path'
import Database from 'better-sqlite3'
import { RateLimiterMemory, RateLimiterRes, RateLimiterSQLite } from 'rate-limiter-flexible'
import { config } from '../config/env.ts'
import { DomainError } from '../errors/domain-error.ts'

/** How often something may be tried, each as points in a number of seconds. `global` counts everybody together. */
const rules = {
  purchase: { points: 60, seconds: 600 },
  voucher_device: { points: 5, seconds: 600 },
  voucher_address: { points: 10, seconds: 3600 },
  voucher_global: { points: 300, seconds: 3600 },
  code_charge: { points: 5, seconds: 900 },
  code_address: { points: 30, seconds: 3600 },
  code_global: { points: 600, seconds: 3600 },
  recovery_device: { points: 8, seconds: 900 },
  recovery_address: { points: 20, seconds: 3600 },
  recovery_global: { points: 600, seconds: 3600 },
  recovery_mail: { points: 3, seconds: 3600 },
  claim_address: { points: 40, seconds: 86_400 },
  claim_payer: { points: 10, seconds: 86_400 },
  sign_in: { points: 5, seconds: 900 },
  sign_in_account: { points: 40, seconds: 3600 },
  sign_in_address: { points: 20, seconds: 3600 },
  sign_in_global: { points: 600, seconds: 3600 },
  notice: { points: 10, seconds: 3600 },
  notice_global: { points: 600, seconds: 3600 },
  second_factor: { points: 6, seconds: 900 },
  proof: { points: 10, seconds: 900 },
  account_mail: { points: 4, seconds: 3600 },
  account_mail_address: { points: 20, seconds: 3600 },
  account_mail_global: { points: 1000, seconds: 3600 },
  account_code_address: { points: 40, seconds: 3600 },
  account_code_global: { points: 2000, seconds: 3600 },
  draft_start: { points: 30, seconds: 3600 },
  draft: { points: 600, seconds: 600 },
  contact_code: { points: 5, seconds: 3600 },
  contact_code_address: { points: 20, seconds: 3600 },
  contact_code_global: { points: 1000, seconds: 3600 },
  contact_try_address: { points: 60, seconds: 3600 },
  write: { points: 120, seconds: 600 },
  staff: { points: 1500, seconds: 600 },
  upload: { points: 80, seconds: 600 },
  callback_refused: { points: 60, seconds: 3600 },
} as const satisfies Record<string, { points: number; seconds: number }>

export type LimitRule = keyof typeof rules

/** Rules that only pace honest traffic: nothing can be guessed through them, so they may start anew with the server. */
const paces: ReadonlySet<LimitRule> = new Set(['purchase', 'draft', 'write', 'staff', 'upload', 'callback_refused'])

type Limiter = RateLimiterSQLite | RateLimiterMemory
type Limiters = Readonly<{ dir: string; client: Database.Database; byRule: Map<LimitRule, Limiter> }>
const shared = globalThis as typeof globalThis & { oboleLimits?: Limiters }

/** Counters live in a file of their own: they survive a restart but never hold up the books' disk syncs. */
function limiters(): Limiters {
  const { dataDir: dir } = config()
  if (shared.oboleLimits?.dir === dir) return shared.oboleLimits
  shared.oboleLimits?.client.close()
  const client = new Database(join(dir, 'limits.db'), { timeout: 5000 })
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = NORMAL')
  client.exec(
    'CREATE TABLE IF NOT EXISTS limits (key TEXT PRIMARY KEY, points INTEGER NOT NULL DEFAULT 0, expire INTEGER)',
  )
  shared.oboleLimits = { dir, client, byRule: new Map() }
  return shared.oboleLimits
}

function limiterOf(rule: LimitRule): Limiter {
  const { client, byRule } = limiters()
  const known = byRule.get(rule)
  if (known) return known
  const { points, seconds } = rules[rule]
  const options = { keyPrefix: rule, points, duration: seconds }
  const made = paces.has(rule)
    ? new RateLimiterMemory(options)
    : new RateLimiterSQLite({
        ...options,
        storeClient: client,
        storeType: 'better-sqlite3',
        tableName: 'limits',
        tableCreated: true,
      })
  byRule.set(rule, made)
  return made
}

/**
 * Counts one attempt.
 *
 * @param key Who is counted: a device's hash, an address, an account; `all` for a global rule.
 * @throws DomainError `rate_limited`, with how long to wait, when there were too many; and also when the counter cannot
 *   be read: a limiter that fails must not let guessing through.
 */
export async function consumeLimit(rule: LimitRule, key: string): Promise<void> {
  try {
    await limiterOf(rule).consume(key)
  } catch (refusal) {
    const waitMs = refusal instanceof RateLimiterRes ? refusal.msBeforeNext : 60_000
    throw new DomainError('rate_limited', { retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) })
  }
}

/** Forgets the attempts of somebody who turned out to be right. */
export async function forgiveLimit(rule: LimitRule, key: string): Promise<void> {
  await limiterOf(rule).delete(key)
}

export function closeLimits(): void {
  shared.oboleLimits?.client.close()
  delete shared.oboleLimits
}

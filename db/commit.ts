import { Conflict, type ConflictCode } from '../lib/errors/conflict.ts'
import { DomainError } from '../lib/errors/domain-error.ts'
import { writer } from './client.ts'
import type { WriteStatement } from './statement.ts'

/** One statement, and how many rows it must touch for the decision to still be true; `'any'` where it does not matter. */
export type Step = Readonly<{ run: WriteStatement; rows: number | 'any'; otherwise: ConflictCode }>

/** A step that must touch exactly one row. */
export function one(run: WriteStatement, otherwise: ConflictCode): Step {
  return { run, rows: 1, otherwise }
}

/** A step whose number of rows does not matter. */
export function anyRows(run: WriteStatement): Step {
  return { run, rows: 'any', otherwise: 'state_changed' }
}

type Waiting = Readonly<{ steps: readonly Step[]; resolve: () => void; reject: (error: unknown) => void }>
type Queue = { waiting: Waiting[]; isScheduled: boolean }
const shared = globalThis as typeof globalThis & { oboleCommits?: Queue }

/**
 * Keeps every step or none, durably: the promise resolves after the disk has it.
 *
 * Lists that arrive in the same turn of the event loop share one transaction and one sync of the disk, each under its
 * own savepoint, so one that fails takes nothing else with it.
 *
 * @throws Conflict when a step touched another number of rows or met a unique row; nothing was kept.
 * @throws DomainError `money_closed` when the disk refused; nothing was kept.
 */
export function commit(steps: readonly Step[]): Promise<void> {
  shared.oboleCommits ??= { waiting: [], isScheduled: false }
  const queue = shared.oboleCommits
  return new Promise((resolve, reject) => {
    queue.waiting.push({ steps, resolve, reject })
    if (queue.isScheduled) return
    queue.isScheduled = true
    setImmediate(flush, queue)
  })
}

function flush(queue: Queue): void {
  const batch = queue.waiting
  queue.waiting = []
  queue.isScheduled = false
  const { $client: client } = writer()
  const outcomes: (unknown | undefined)[] = []
  try {
    client.exec('BEGIN IMMEDIATE')
    for (const { steps } of batch) outcomes.push(runUnderSavepoint(client, steps))
    client.exec('COMMIT')
  } catch (error) {
    if (client.inTransaction) client.exec('ROLLBACK')
    for (const { reject } of batch) reject(diskRefusal(error))
    return
  }
  for (const [at, { resolve, reject }] of batch.entries()) {
    if (outcomes[at] === undefined) resolve()
    else reject(outcomes[at])
  }
}

type Client = ReturnType<typeof writer>['$client']

/** @returns undefined when every step held, else why not. @throws what ended the whole transaction. */
function runUnderSavepoint(client: Client, steps: readonly Step[]): unknown | undefined {
  client.exec('SAVEPOINT step_list')
  try {
    for (const step of steps) runStep(step)
    client.exec('RELEASE step_list')
    return undefined
  } catch (error) {
    if (!client.inTransaction) throw error
    client.exec('ROLLBACK TO step_list; RELEASE step_list')
    return error
  }
}

function runStep(step: Step): void {
  let changed: number
  try {
    changed = step.run.run()
  } catch (error) {
    const code = sqliteCode(error)
    if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY')
      throw new Conflict(step.otherwise)
    throw error
  }
  if (step.rows !== 'any' && changed !== step.rows) throw new Conflict(step.otherwise)
}

function sqliteCode(error: unknown): string {
  const holder = error as { code?: unknown; cause?: { code?: unknown } }
  return String(holder?.code ?? holder?.cause?.code ?? '')
}

function diskRefusal(error: unknown): unknown {
  const code = sqliteCode(error)
  return /^SQLITE_(FULL|IOERR|CORRUPT|READONLY|CANTOPEN)/.test(code) ? new DomainError('money_closed') : error
}

/** Runs `decide` again, at most three times, when the world changed under it. */
export async function withRetries<T>(decide: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await decide()
    } catch (error) {
      if (attempt === 3 || !(error instanceof Error && error.name === 'Conflict')) throw error
    }
  }
}

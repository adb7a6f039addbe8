import { commit } from '../../db/commit.ts'
import { auditChange } from '../audit/audit-store.ts'
import { DomainError } from '../errors/domain-error.ts'
import { newId } from '../ids/ids.ts'
import type { Reseller } from './resellers.ts'
import { findReseller } from './resellers-queries.ts'
import { changeResellerRow, insertReseller } from './resellers-store.ts'

type Wanted = Readonly<{ id?: string | undefined }> & Pick<Reseller, 'name' | 'email' | 'commissionBp' | 'isActive'>

/** Adds a reseller, or changes one; the audit names no address, only that it changed. @returns The id. @throws DomainError `not_found`. */
export async function saveReseller(
  { id, ...terms }: Wanted,
  { actor, now }: Readonly<{ actor: string; now: number }>,
): Promise<string> {
  const before = id === undefined ? undefined : findReseller(id)
  if (id !== undefined && !before) throw new DomainError('not_found')
  const reseller: Reseller = { id: id ?? newId(), createdAt: before?.createdAt ?? now, ...terms }
  await commit([
    before ? changeResellerRow(reseller) : insertReseller(reseller),
    auditChange(
      {
        actor,
        action: before ? 'reseller_changed' : 'reseller_added',
        subject: `reseller:${reseller.id}`,
        before: before ? { ...before, email: before.email && 'old' } : {},
        after: { ...reseller, email: reseller.email && (reseller.email === before?.email ? 'old' : 'new') },
      },
      now,
    ),
  ])
  return reseller.id
}

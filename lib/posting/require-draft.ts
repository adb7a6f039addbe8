import { DomainError } from '../errors/domain-error.ts'
import type { Millis } from '../time/time.ts'
import type { Draft } from './drafts.ts'
import { findDraft } from './drafts-queries.ts'

/** Who asks; the member signed in, if any. */
export type DraftReader = Readonly<{ memberId: string | undefined; now: Millis }>

/**
 * The draft of an address. Its id cannot be guessed, so whoever has the link of a new ad's draft may go on with it; a
 * draft that changes an ad that stands opens for its owner only.
 *
 * @returns undefined for anybody else, and for a draft that has run out.
 */
export function findOwnDraft(id: string, { memberId, now }: DraftReader): Draft | undefined {
  const draft = findDraft(id, now)
  if (!draft) return undefined
  return !draft.details.isEdit || (memberId !== undefined && draft.memberId === memberId) ? draft : undefined
}

/**
 * {@link findOwnDraft} for what changes one.
 *
 * @throws DomainError `not_found`; `conflict` when it was sent in already.
 */
export function requireDraft(id: string, reader: DraftReader): Draft {
  const draft = findOwnDraft(id, reader)
  if (!draft) throw new DomainError('not_found')
  if (draft.submittedAt !== null) throw new DomainError('conflict')
  return draft
}

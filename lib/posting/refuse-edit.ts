import { commit, type Step } from '../../db/commit.ts'
import { findAdRecord } from '../ads/ad-record-queries.ts'
import { recordAudit } from '../audit/audit-store.ts'
import { config } from '../config/env.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import { ownAdsPath } from '../i18n/paths.ts'
import { newPublicId } from '../ids/ids.ts'
import { queueMail } from '../mail/mail-store.ts'
import { mailText } from '../mail/mail-text.ts'
import { findAdvertiserMember, findCase } from '../moderation/moderation-queries.ts'
import { claimCaseRow, closeCase, insertDecision } from '../moderation/moderation-store.ts'
import { listWaitingNotices } from '../moderation/notices-queries.ts'
import type { Millis } from '../time/time.ts'
import { findWaitingEdit } from './drafts-queries.ts'
import { reopenDraft } from './drafts-store.ts'

export type RefusedEdit = Readonly<{
  caseId: string
  /** What was found, in the advertiser's language, as it is sent. */
  explanation: string
  /** When the changes that were read had been sent in. */
  sentAt: Millis
  staffId: string
  now: Millis
}>

/**
 * Keeps an ad as it stands: changes that waited go back to the advertiser, who is written to with the reason and may
 * change them again. It is kept among the decisions about the ad. The case is done, unless somebody reported the ad: that still has to be answered.
 *
 * @throws DomainError `not_found`; `invalid_input` without a reason of 10 to 2,000 characters; `conflict` with the code
 *   `claimed_by_other`, or `changed` when other changes wait by now, or none.
 */
export async function refuseEdit(refused: RefusedEdit): Promise<Readonly<{ ref: string; isDone: boolean }>> {
  const { caseId, sentAt, staffId, now } = refused
  const explanation = refused.explanation.trim()
  const { length } = explanation
  if (length < 10 || length > 2000) {
    throw new DomainError('invalid_input', { fields: [{ field: 'explanation', code: 'length' }] })
  }
  const found = findCase(caseId)
  const ad = found && findAdRecord(found.adId)
  if (!ad) throw new DomainError('not_found')
  const draft = findWaitingEdit(ad.id, now)
  if (draft?.submittedAt !== sentAt) throw conflict('changed')
  const isDone = listWaitingNotices(ad.id).length === 0
  try {
    await commit([
      isDone ? closeCase(caseId, { staffId, now }) : claimCaseRow(caseId, { staffId, now }),
      reopenDraft({ id: draft.id, now }),
      insertDecision({
        ...{ id: newPublicId(), adId: ad.id, caseId, kind: 'keep', statusBefore: ad.status, groundKey: null },
        ...{ explanation, isAutomated: false, staffId, undoes: null, at: now },
      }),
      ...letter({ id: ad.id, ref: ad.ref, title: titleOf(ad) }, { explanation, draftId: draft.id, sentAt, now }),
      recordAudit(
        {
          actor: `member:${staffId}`,
          action: 'edit_refused',
          subject: `ad:${ad.ref}`,
          detail: { draft: draft.id, reason: explanation },
        },
        now,
      ),
    ])
  } catch (error) {
    throw isConflict(error) ? conflict(isConflict(error, 'already_claimed') ? 'claimed_by_other' : 'changed') : error
  }
  return { ref: ad.ref, isDone }
}

function conflict(code: 'changed' | 'claimed_by_other'): DomainError {
  return new DomainError('conflict', { fields: [{ field: '', code }] })
}

function titleOf(ad: NonNullable<ReturnType<typeof findAdRecord>>): string {
  return ad.texts.find(({ locale }) => locale === ad.sourceLocale)?.title ?? ad.ref
}

function letter(
  ad: Readonly<{ id: number; ref: string; title: string }>,
  edit: Readonly<{ explanation: string; draftId: string; sentAt: Millis; now: Millis }>,
): readonly Step[] {
  const member = findAdvertiserMember(ad.id)
  if (!member) return []
  const { locale, email } = member
  const url = config().origin + ownAdsPath(locale, ad.ref)
  const words = mailText('editRefused', locale, { ref: ad.ref, title: ad.title, reason: edit.explanation, url })
  return [
    queueMail({ dedupeKey: `edit-refused:${edit.draftId}:${edit.sentAt}`, to: email, locale, letter: words }, edit.now),
  ]
}

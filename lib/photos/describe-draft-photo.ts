import { commit } from '../../db/commit.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Millis } from '../time/time.ts'
import { isDraftOpen, listDraftPhotos } from './draft-photos-queries.ts'
import { describeDraftPhotoSteps } from './draft-photos-store.ts'
import { findsOfAlt } from './photo-finds.ts'

/**
 * Keeps what a picture shows in words, for those who cannot see it. Doubtful words are kept and marked for a moderator.
 *
 * @throws DomainError `invalid_input` with `alt:contact_found` when it surely holds a contact; `not_found`.
 */
export async function describeDraftPhoto(
  words: Readonly<{ id: string; alt: string; locale: string }>,
  target: Readonly<{ draftId: string; now: Millis }>,
): Promise<void> {
  const { id, alt, locale } = words
  const photo = listDraftPhotos(target.draftId).find((known) => known.id === id)
  if (!photo || !isDraftOpen(target.draftId, target.now)) throw new DomainError('not_found')
  const seen = findsOfAlt(alt, locale)
  const sure = seen.find(({ confidence }) => confidence === 'sure')
  if (sure)
    throw new DomainError('invalid_input', {
      fields: [{ field: `alt-${id}`, code: 'contact_found', message: sure.text }],
    })
  const finds = [...photo.finds.filter(({ source }) => source !== 'alt'), ...seen]
  await commit(describeDraftPhotoSteps({ id, alt, finds }, target))
}

import { commit, withRetries } from '../../db/commit.ts'
import { DomainError } from '../errors/domain-error.ts'
import type { Millis } from '../time/time.ts'
import { isDraftOpen, listDraftPhotos } from './draft-photos-queries.ts'
import { deleteDraftPhoto as deleteSteps } from './draft-photos-store.ts'
import { removeUnnamedFiles } from './photo-files.ts'
import { inPhotoQueue } from './photo-queue.ts'

/**
 * Takes a picture out of a draft. Its files go too, soon after, unless an ad shows them. Repeating it is harmless.
 *
 * @throws DomainError `not_found` when the draft is not open.
 */
export async function deleteDraftPhoto(id: string, target: Readonly<{ draftId: string; now: Millis }>): Promise<void> {
  await withRetries(async () => {
    if (!isDraftOpen(target.draftId, target.now)) throw new DomainError('not_found')
    const photos = listDraftPhotos(target.draftId)
    const gone = photos.find((photo) => photo.id === id)
    if (!gone) return
    const left = photos.filter((photo) => photo !== gone).map((photo) => photo.id)
    await commit(deleteSteps(id, left, target))
    // Pictures that are being made come first; if the server stops before, the cleaning job finds the files.
    void inPhotoQueue(() => removeUnnamedFiles([gone.hash])).catch(() => undefined)
  })
}

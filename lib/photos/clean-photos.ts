import { commit } from '../../db/commit.ts'
import { day, hour, type Millis } from '../time/time.ts'
import { listPhotosOver } from './draft-photos-queries.ts'
import { deletePhotosOver } from './draft-photos-store.ts'
import { listOldHashes, removeUnnamedFiles } from './photo-files.ts'
import { inPhotoQueue } from './photo-queue.ts'

const batch = 200

/**
 * Removes the pictures of drafts whose time is over, and files that nothing names: those of ads that were erased, or
 * left by a server that stopped. Looks through one of the 256 folders an hour, so each is seen every eleven days.
 */
export async function cleanPhotos(now: Millis): Promise<void> {
  for (;;) {
    const over = listPhotosOver(now, batch)
    if (over.length === 0) break
    await commit(deletePhotosOver(over.map(({ id }) => id)))
    await inPhotoQueue(() => removeUnnamedFiles(over.map(({ hash }) => hash)))
  }
  const prefix = (Math.floor(now / hour) % 256).toString(16).padStart(2, '0')
  const old = await listOldHashes(prefix, now - day)
  await inPhotoQueue(() => removeUnnamedFiles(old))
}

import { commit } from '../../db/commit.ts'
import { isConflict } from '../errors/conflict.ts'
import { DomainError } from '../errors/domain-error.ts'
import { newId } from '../ids/ids.ts'
import type { Millis } from '../time/time.ts'
import { isDraftOpen, listDraftPhotos } from './draft-photos-queries.ts'
import { insertDraftPhoto } from './draft-photos-store.ts'
import { type DraftPhoto, mostPhotos, type PhotoProblem } from './photo.ts'
import { hashOfFiles, writePhotoFiles } from './photo-files.ts'
import { findsOfPhoto } from './photo-finds.ts'
import { inPhotoQueue } from './photo-queue.ts'
import { processPhoto } from './process-photo.ts'
import type { Reencoded } from './reencode-picture.ts'

export type SentFile = Readonly<{ name: string; bytes: Uint8Array }>
type Upload = Readonly<{ draftId: string; locale: string; now: Millis }>
export type AddedPhoto =
  | Readonly<{ kind: 'added' | 'known'; photo: DraftPhoto }>
  | Readonly<{ kind: 'refused'; problem: PhotoProblem }>

/**
 * Takes one file as a picture of a draft. The same picture sent twice to a draft is there once.
 *
 * @returns What became of it; `known` when the draft had it already.
 * @throws DomainError `not_found` when the draft is not open, `rate_limited` when too many pictures wait.
 */
export async function addDraftPhoto(file: SentFile, upload: Upload): Promise<AddedPhoto> {
  if (!isDraftOpen(upload.draftId, upload.now)) throw new DomainError('not_found')
  return inPhotoQueue(async () => {
    if (listDraftPhotos(upload.draftId).length >= mostPhotos) return { kind: 'refused', problem: 'too_many' }
    const made = await processPhoto(file.bytes)
    return made.kind === 'refused' ? made : keep(made, { file, upload })
  })
}

async function keep(
  made: Reencoded,
  { file, upload }: Readonly<{ file: SentFile; upload: Upload }>,
): Promise<AddedPhoto> {
  const { width, height, lookHash, texts, files } = made
  const { draftId, locale } = upload
  const hash = hashOfFiles(files)
  const known = () => listDraftPhotos(draftId).find((photo) => photo.hash === hash)
  const before = known()
  if (before) return { kind: 'known', photo: before }
  await writePhotoFiles(hash, files)
  const finds = findsOfPhoto({ texts, fileName: file.name, locale })
  const photo = { id: newId(), hash, lookHash, width, height, alt: '', finds }
  try {
    await commit(insertDraftPhoto(photo, upload))
  } catch (error) {
    if (!isConflict(error, 'already_exists')) throw error
    const first = known()
    return first ? { kind: 'known', photo: first } : { kind: 'refused', problem: 'too_many' }
  }
  return {
    kind: 'added',
    photo: { ...photo, position: listDraftPhotos(draftId).findIndex(({ id }) => id === photo.id) },
  }
}

import { command } from '../../../../../../../../lib/http/command.ts'
import { draftOfRequest } from '../../../../../../../../lib/http/draft-actor.ts'
import { answerPhotoList } from '../../../../../../../../lib/http/photo-answers.ts'
import { deleteDraftPhoto } from '../../../../../../../../lib/photos/delete-draft-photo.ts'
import { listDraftPhotos } from '../../../../../../../../lib/photos/draft-photos-queries.ts'
import { deletePhotoInput } from '../../../../../../../../lib/photos/photos-input.ts'

export const POST = command({
  actor: draftOfRequest,
  input: deletePhotoInput,
  limit: 'write',
  run: ({ draftId, photoId }, { now }) => deleteDraftPhoto(photoId, { draftId, now }),
  respond: (_result, _context, input) => answerPhotoList(listDraftPhotos(input.draftId), input),
})

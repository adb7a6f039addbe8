import { command } from '../../../../../../../../lib/http/command.ts'
import { draftOfRequest } from '../../../../../../../../lib/http/draft-actor.ts'
import { answerPhotoList } from '../../../../../../../../lib/http/photo-answers.ts'
import { listDraftPhotos } from '../../../../../../../../lib/photos/draft-photos-queries.ts'
import { orderDraftPhotos } from '../../../../../../../../lib/photos/order-draft-photos.ts'
import { movePhotoInput } from '../../../../../../../../lib/photos/photos-input.ts'

export const POST = command({
  actor: draftOfRequest,
  input: movePhotoInput,
  limit: 'write',
  run: ({ draftId, photoId, direction }, { now }) => orderDraftPhotos({ id: photoId, direction }, { draftId, now }),
  respond: (_result, _context, input) => answerPhotoList(listDraftPhotos(input.draftId), input),
})

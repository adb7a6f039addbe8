import { command } from '../../../../../../../lib/http/command.ts'
import { draftOfRequest } from '../../../../../../../lib/http/draft-actor.ts'
import { answerPhotoList } from '../../../../../../../lib/http/photo-answers.ts'
import { describeDraftPhoto } from '../../../../../../../lib/photos/describe-draft-photo.ts'
import { listDraftPhotos } from '../../../../../../../lib/photos/draft-photos-queries.ts'
import { describePhotoInput } from '../../../../../../../lib/photos/photos-input.ts'

export const POST = command({
  actor: draftOfRequest,
  input: describePhotoInput,
  limit: 'write',
  run: ({ draftId, photoId, alt, locale }, { now }) =>
    describeDraftPhoto({ id: photoId, alt, locale }, { draftId, now }),
  respond: (_result, _context, input) => answerPhotoList(listDraftPhotos(input.draftId), input),
})

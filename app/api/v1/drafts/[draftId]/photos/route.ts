import { command } from '../../../../../../lib/http/command.ts'
import { draftOfRequest } from '../../../../../../lib/http/draft-actor.ts'
import { answerPhotos } from '../../../../../../lib/http/photo-answers.ts'
import { addDraftPhotos } from '../../../../../../lib/photos/add-draft-photos.ts'
import { addPhotosInput } from '../../../../../../lib/photos/photos-input.ts'

export const POST = command({
  actor: draftOfRequest,
  input: addPhotosInput,
  limit: 'upload',
  takesFiles: true,
  run: addDraftPhotos,
  respond: (sent, context, input) => answerPhotos(sent, context, input),
})

import { DomainError } from '../errors/domain-error.ts'
import type { Millis } from '../time/time.ts'
import { type AddedPhoto, addDraftPhoto, type SentFile } from './add-draft-photo.ts'

/**
 * Takes the files of one form as pictures of a draft, one after the other.
 *
 * @returns For each file, in the order they came, what became of it.
 * @throws DomainError `invalid_input` with `photos:required` when no file came; and as {@link addDraftPhoto}.
 */
export async function addDraftPhotos(
  input: Readonly<{ draftId: string; locale: string }>,
  context: Readonly<{ now: Millis; files: readonly SentFile[] }>,
): Promise<readonly Readonly<{ name: string; result: AddedPhoto }>[]> {
  const { draftId, locale } = input
  if (context.files.length === 0)
    throw new DomainError('invalid_input', { fields: [{ field: 'photos', code: 'required' }] })
  const sent: Readonly<{ name: string; result: AddedPhoto }>[] = []
  for (const file of context.files) {
    sent.push({ name: file.name, result: await addDraftPhoto(file, { draftId, locale, now: context.now }) })
  }
  return sent
}

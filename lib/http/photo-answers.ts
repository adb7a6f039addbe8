import { translate } from '../i18n/translator.ts'
import { photoPath } from '../ids/photo-files.ts'
import type { AddedPhoto } from '../photos/add-draft-photo.ts'
import { type DraftPhoto, photoProblems } from '../photos/photo.ts'
import { photoFindWords, photoProblemWords } from '../photos/photo-words.ts'
import type { CommandContext } from './command.ts'
import type { CommandAnswer } from './command-answer.ts'
import { type Flash, writeFlash } from './flash.ts'
import { ownPath } from './request-guard.ts'

export type SentPhoto = Readonly<{ name: string; result: AddedPhoto }>
type Form = Readonly<{ from?: string | undefined; locale: 'fr' | 'en' }>
type Context = Pick<CommandContext<unknown>, 'locale'>

/** One answer for each file, in the order they came; a plain form sees those that were refused above its list. */
export function answerPhotos(sent: readonly SentPhoto[], context: Context, form: Form): CommandAnswer {
  const { locale } = form
  const photos = sent.map(({ name, result }) =>
    result.kind === 'refused'
      ? { name, problem: photoProblemWords(result.problem, locale), code: result.problem }
      : { name, ...photoJson(result.photo, context.locale) },
  )
  const refused = sent.flatMap(({ name, result }) =>
    result.kind === 'refused' ? [{ name, code: result.problem }] : [],
  )
  if (refused.length === 0) return backTo(form, { photos })
  const fields = refused.map(({ name, code }) => ({ field: 'photos', code, message: name.slice(0, 60) }))
  const { id, cookie } = writeFlash({ code: 'invalid_input', fields: fields.slice(0, 10), values: {} })
  const { location } = backTo(form, {})
  return { location: `${location}${location.includes('?') ? '&' : '?'}e=${id}`, json: { photos }, cookies: [cookie] }
}

/** The pictures of the draft after a change, and for a plain form the page it came from. */
export function answerPhotoList(photos: readonly DraftPhoto[], form: Form): CommandAnswer {
  return backTo(form, { photos: photos.map((photo) => photoJson(photo, form.locale)) })
}

function backTo({ from }: Form, json: CommandAnswer['json']): CommandAnswer {
  return {
    location: ownPath(from)
      .replace(/([?&])e=[^&]*&?/, '$1')
      .replace(/[?&]$/, ''),
    json,
  }
}

/** A picture as the page's script knows it. */
export function photoJson(photo: DraftPhoto, locale: 'fr' | 'en') {
  const { id, width, height, alt, hash, finds } = photo
  return { id, width, height, alt, url: photoPath(hash, 480), finds: finds.map((find) => photoFindWords(find, locale)) }
}

/** What was wrong with a form of the photo step that came back, each in a sentence. */
export function photoProblemsOf(flash: Flash, locale: 'fr' | 'en'): readonly string[] {
  const t = translate(locale, 'photos')
  if (flash.code === 'payload_too_large') return [t('tooMuch')]
  if (flash.code === 'rate_limited') return [t('busy')]
  const said = flash.fields.map(({ code, message }) => {
    if (code === 'required') return t('noFile')
    if (code === 'contact_found') return t('contactInAlt')
    const problem = photoProblems.find((known) => known === code)
    return problem ? `${message ? `${message} : ` : ''}${photoProblemWords(problem, locale)}` : t('refused')
  })
  return said.length > 0 ? [...new Set(said)] : [t('refused')]
}

/** Gives a description that was refused back to its picture, as it was typed. */
export function withRefusedAlt<Photo extends Readonly<{ id: string }>>(
  photos: readonly Photo[],
  { flash, locale }: Readonly<{ flash: Flash | undefined; locale: 'fr' | 'en' }>,
): readonly (Photo & Readonly<{ refusedAlt?: Readonly<{ typed: string; problem: string }> }>)[] {
  const refused = flash?.fields.find(({ code }) => code === 'contact_found')
  if (!flash || !refused) return photos
  const refusedAlt = { typed: flash.values['alt'] ?? '', problem: translate(locale, 'photos')('contactInAlt') }
  return photos.map((photo) => (refused.field === `alt-${photo.id}` ? { ...photo, refusedAlt } : photo))
}

import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { PhotoBoard } from './photo-board.tsx'
import { type PhotoWords, photoWords } from './photo-step-words.ts'
import type { StepPhoto } from './step-photo.ts'

export type PhotoStepProps = Readonly<{
  locale: Locale
  draftId: string
  /** The address of this page, to come back to. */
  from: string
  photos: readonly StepPhoto[]
  /** How many a draft may have. */
  most: number
  /** Files that were refused and other problems of the form that came back, each in a sentence. */
  problems: readonly string[]
}>

/**
 * The pictures of a draft: what is there, in order, and a form that adds to it. Everything is a plain form; where
 * scripts run, files are made smaller, sent one by one with their progress, and moved by hand.
 */
export function PhotoStep({ locale, draftId, from, photos, most, problems }: PhotoStepProps) {
  const t = translate(locale, 'photos')
  const common = translate(locale, 'common')
  const words: PhotoWords = photoWords(locale)
  return (
    <div className="photo-step">
      {problems.length > 0 ? (
        <div className="notice notice-bad" role="alert">
          <h2>{common('thereIsAProblem')}</h2>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <p>{t('lead', { most })}</p>
      <PhotoBoard draftId={draftId} locale={locale} from={from} photos={photos} most={most} words={words} />
      <p className="meta">{t('formats')}</p>
      <p className="notice notice-ok">{t('privacy')}</p>
    </div>
  )
}

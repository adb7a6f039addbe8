import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { EnhancedForm } from './enhanced-form.tsx'
import type { FormProblem, FormWords } from './form-words.ts'
import { SubmitOnLoad } from './submit-on-load.tsx'

type Props = Readonly<{
  adRef: string
  from: string
  /** The payer comes straight from paying and asked for immediate access: nothing more is to be pressed. */
  isAwaited: boolean
  problems: readonly FormProblem[]
  words: FormWords
  locale: Locale
}>

/** A contact that is bought and was never shown: showing it is an act, kept with its time. */
export function UnopenedContact({ adRef, from, isAwaited, problems, words, locale }: Props) {
  const t = translate(locale, 'claims')
  return (
    <section className="panel stack" aria-labelledby="unopened-title">
      <h2 id="unopened-title">{t('show.title')}</h2>
      <p>{t('show.text')}</p>
      <EnhancedForm id="show" action="/api/v1/reveals" words={words} problems={problems} className="stack">
        <input type="hidden" name="ref" value={adRef} />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="from" value={from} />
        <button type="submit" className="button button-wide" id="show-contact">
          {t('show.button')}
        </button>
      </EnhancedForm>
      {isAwaited ? <SubmitOnLoad button="show-contact" /> : null}
    </section>
  )
}

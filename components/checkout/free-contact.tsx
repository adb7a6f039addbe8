import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { EnhancedForm } from './enhanced-form.tsx'
import type { FormProblem, FormWords } from './form-words.ts'

type Props = Readonly<{
  adRef: string
  once: string
  from: string
  problems: readonly FormProblem[]
  words: FormWords
  locale: Locale
}>

/** A contact that costs nothing is still opened by an act of somebody: one press. */
export function FreeContact({ adRef, once, from, problems, words, locale }: Props) {
  const t = translate(locale, 'checkout')
  return (
    <section className="panel stack" aria-labelledby="free-title">
      <h2 id="free-title">{t('freeTitle')}</h2>
      <p>{t('freeText')}</p>
      <EnhancedForm id="free" action="/api/v1/reveals/free" words={words} problems={problems} className="stack">
        <input type="hidden" name="ref" value={adRef} />
        <input type="hidden" name="once" value={once} />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="from" value={from} />
        <button type="submit" className="button button-wide">
          {t('freeButton')}
        </button>
      </EnhancedForm>
    </section>
  )
}

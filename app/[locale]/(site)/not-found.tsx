import { LocalWords } from '../../../components/layout/local-words.tsx'
import type { Locale } from '../../../lib/i18n/locales.ts'
import { homePath } from '../../../lib/i18n/paths.ts'
import { translate } from '../../../lib/i18n/translator.ts'

export default function NotFoundPage() {
  return <LocalWords fr={wordsIn('fr')} en={wordsIn('en')} />
}

function wordsIn(locale: Locale) {
  const t = translate(locale, 'common')
  return { title: t('notFoundTitle'), text: t('notFoundText'), link: t('goHome'), href: homePath(locale) }
}

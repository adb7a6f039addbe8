import { headers } from 'next/headers'
import { preferredLocale } from '../../lib/i18n/locales.ts'
import { homePath } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'

export default async function InboxNotFound() {
  const locale = preferredLocale((await headers()).get('accept-language') ?? undefined)
  const t = translate(locale, 'common')
  return (
    <main className="page page-narrow">
      <h1>{t('notFoundTitle')}</h1>
      <p className="my-4">{t('notFoundText')}</p>
      <p>
        <a href={homePath(locale)}>{t('goHome')}</a>
      </p>
    </main>
  )
}

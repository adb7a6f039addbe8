import { headers } from 'next/headers'
import { homePath } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { findMember } from '../../lib/members/find-member.ts'
import { currentTime } from '../../lib/time/time.ts'

export default async function AdminNotFound() {
  const locale = (await findMember((await headers()).get('cookie'), currentTime()))?.locale ?? 'fr'
  const t = translate(locale, 'common')
  return (
    <main className="page page-narrow">
      <h1>{t('notFoundTitle')}</h1>
      <p className="my-4">{translate(locale, 'admin')('notFound')}</p>
      <p>
        <a href={homePath(locale)}>{t('goHome')}</a>
      </p>
    </main>
  )
}

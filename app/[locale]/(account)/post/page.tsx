import type { Metadata } from 'next'
import { PostStart } from '../../../../components/posting/post-start.tsx'
import { type PrivatePageProps, pageVisitor } from '../../../../lib/http/page-visitor.ts'
import { pathTo } from '../../../../lib/i18n/paths.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { listOpenDrafts } from '../../../../lib/posting/drafts-queries.ts'

export const dynamic = 'force-dynamic'

export async function generateMetadata(props: PrivatePageProps): Promise<Metadata> {
  const { locale } = await pageVisitor(props)
  const t = translate(locale, 'posting')
  return {
    title: t('title'),
    description: t('start.intro'),
    alternates: {
      canonical: pathTo(locale, 'post'),
      languages: { fr: pathTo('fr', 'post'), en: pathTo('en', 'post') },
    },
  }
}

export default async function PostPage(props: PrivatePageProps) {
  const { locale, now, payer, query } = await pageVisitor(props)
  return (
    <PostStart
      drafts={payer.memberId === undefined ? [] : listOpenDrafts(payer.memberId, now)}
      category={query('c')}
      isDiscarded={query('discarded') !== undefined}
      locale={locale}
      now={now}
    />
  )
}

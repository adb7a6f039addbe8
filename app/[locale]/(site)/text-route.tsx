import type { Metadata } from 'next'
import { TextArticle } from '../../../components/layout/text-article.tsx'
import { pageLocale } from '../../../lib/http/page-locale.ts'
import { pageMetadata } from '../../../lib/http/page-metadata.ts'
import { pathTo } from '../../../lib/i18n/paths.ts'
import type { TextName } from '../../../lib/i18n/texts/text-page.ts'
import { textPage } from '../../../lib/i18n/texts/texts.ts'

type Props = Readonly<{ params: Promise<{ locale: string }> }>

/** The head of a page of words. */
export function textMetadata(name: TextName): (props: Props) => Promise<Metadata> {
  return async ({ params }) => {
    const locale = await pageLocale(params)
    const { title, lead } = textPage(locale, name)
    return pageMetadata({
      locale,
      title,
      description: lead,
      paths: { fr: pathTo('fr', name), en: pathTo('en', name) },
    })
  }
}

/** A page of words. */
export function textRoute(name: TextName) {
  return async function TextRoute({ params }: Props) {
    return <TextArticle text={textPage(await pageLocale(params), name)} />
  }
}

import type { Metadata } from 'next'
import { Markdown } from '../../../components/layout/markdown.tsx'
import { TextArticle } from '../../../components/layout/text-article.tsx'
import { findContent } from '../../../lib/content/content-queries.ts'
import { pageLocale } from '../../../lib/http/page-locale.ts'
import { pageMetadata } from '../../../lib/http/page-metadata.ts'
import { tagPage } from '../../../lib/http/page-tags.ts'
import type { Locale } from '../../../lib/i18n/locales.ts'
import { pathTo } from '../../../lib/i18n/paths.ts'
import type { TextName } from '../../../lib/i18n/texts/text-page.ts'
import { textPage } from '../../../lib/i18n/texts/texts.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import { findSetting } from '../../../lib/settings/settings-queries.ts'

type Props = Readonly<{ params: Promise<{ locale: string }> }>

/** Pages that bind somebody, and so name who. */
const naming = new Set<TextName>(['terms', 'sale-terms', 'privacy', 'cookies', 'transparency'])

/** The head of a page of words. */
export function textMetadata(name: TextName): (props: Props) => Promise<Metadata> {
  return async ({ params }) => {
    const locale = await pageLocale(params)
    const { title, lead } = textPage(locale, name)
    return pageMetadata({
      locale,
      title: findContent('page', name, locale)?.title ?? title,
      description: lead,
      paths: { fr: pathTo('fr', name), en: pathTo('en', name) },
    })
  }
}

/** A page of words: the operator's own where there are some, else ours. */
export function textRoute(name: TextName) {
  return async function TextRoute({ params }: Props) {
    const locale = await pageLocale(params)
    tagPage(['brand'])
    const own = findContent('page', name, locale)
    if (own) return <OwnText title={own.title ?? ''} body={own.body} />
    return (
      <TextArticle text={textPage(locale, name)}>
        {naming.has(name) ? <PublisherSentence locale={locale} /> : null}
      </TextArticle>
    )
  }
}

/** A page as the operator wrote it. */
export function OwnText({ title, body }: Readonly<{ title: string; body: string }>) {
  return (
    <article className="page page-narrow prose-page">
      <h1>{title}</h1>
      <div className="prose">
        <Markdown text={body} />
      </div>
    </article>
  )
}

function PublisherSentence({ locale }: Readonly<{ locale: Locale }>) {
  const { name, address, email } = findSetting('publisher')
  if (name === '') return null
  return (
    <p>{translate(locale, 'texts')('byPublisher', { name, address: address.replace(/\s*\n\s*/g, ', '), email })}</p>
  )
}

import { Markdown } from '../../../components/layout/markdown.tsx'
import { textArticle } from '../../../components/layout/text-article.ts'
import { findContent } from '../../../lib/content/content-queries.ts'
import { tagPage } from '../../../lib/http/page-tags.ts'
import type { Locale } from '../../../lib/i18n/locales.ts'
import { pathTo } from '../../../lib/i18n/paths.ts'
import type { TextName } from '../../../lib/i18n/texts/text-page.ts'
import { textPage } from '../../../lib/i18n/texts/texts.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import { findSetting } from '../../../lib/settings/settings-queries.ts'
import { html, type Markup } from '../../../lib/text/markup.ts'
import { drawnPage } from './drawn-page.tsx'

/** Pages that bind somebody, and so name who. */
const naming = new Set<TextName>(['terms', 'sale-terms', 'privacy', 'cookies', 'transparency'])

/** A page of words: the operator's own where there are some, else ours with `opening` before its first section. */
export function textRoute(name: TextName, opening: (locale: Locale) => Markup | null = sentenceFor(name)) {
  return drawnPage(
    {
      name,
      frame: `/${name}`,
      draw: ({ locale }) => {
        tagPage(['brand'])
        const own = findContent('page', name, locale)
        const text = textPage(locale, name)
        const head = {
          locale,
          title: own?.title ?? text.title,
          description: text.lead,
          paths: { fr: pathTo('fr', name), en: pathTo('en', name) },
        }
        return own ? { kind: 'whole', head } : { kind: 'page', head, content: textArticle(text, opening(locale)) }
      },
    },
    {
      as: 'article',
      className: 'page page-narrow prose-page',
      whole: (locale) => <OwnText name={name} locale={locale} />,
    },
  )
}

/** A page as the operator wrote it. */
function OwnText({ name, locale }: Readonly<{ name: TextName; locale: Locale }>) {
  const { title, body } = findContent('page', name, locale) ?? { title: '', body: '' }
  return (
    <article className="page page-narrow prose-page">
      <h1>{title ?? ''}</h1>
      <div className="prose">
        <Markdown text={body} />
      </div>
    </article>
  )
}

function sentenceFor(name: TextName): (locale: Locale) => Markup | null {
  return (locale) => {
    const publisher = findSetting('publisher')
    if (!naming.has(name) || publisher.name === '') return null
    const address = publisher.address.replace(/\s*\n\s*/g, ', ')
    const words = translate(locale, 'texts')('byPublisher', { name: publisher.name, address, email: publisher.email })
    return html`<p>${words}</p>`
  }
}

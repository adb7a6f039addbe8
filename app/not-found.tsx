import { Document } from '../components/layout/document.tsx'
import { translate } from '../lib/i18n/translator.ts'
import { html } from '../lib/text/markup.ts'

/** An address outside both languages. The framework carries it along with every page, so it is one element. */
export default function NotFoundPage() {
  const fr = translate('fr', 'common')
  const en = translate('en', 'common')
  const words = html`<h1>${fr('notFoundTitle')}</h1><p class="prose-lead">${fr('notFoundText')}</p>
<p><a href="/fr">${fr('goHome')}</a></p>
<div lang="en"><h2>${en('notFoundTitle')}</h2><p>${en('notFoundText')}</p><p><a href="/en">${en('goHome')}</a></p></div>`
  return (
    <Document lang="fr">
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: it was written by `html`, which escapes what is put into it. */}
      <main className="page page-narrow" dangerouslySetInnerHTML={{ __html: words.toString() }} />
    </Document>
  )
}

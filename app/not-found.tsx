import { Document } from '../components/layout/document.tsx'
import { translate } from '../lib/i18n/translator.ts'

/** An address outside both languages. */
export default function NotFoundPage() {
  const fr = translate('fr', 'common')
  const en = translate('en', 'common')
  return (
    <Document lang="fr">
      <main className="page page-narrow">
        <h1>{fr('notFoundTitle')}</h1>
        <p className="prose-lead">{fr('notFoundText')}</p>
        <p>
          <a href="/fr">{fr('goHome')}</a>
        </p>
        <div lang="en">
          <h2>{en('notFoundTitle')}</h2>
          <p>{en('notFoundText')}</p>
          <p>
            <a href="/en">{en('goHome')}</a>
          </p>
        </div>
      </main>
    </Document>
  )
}

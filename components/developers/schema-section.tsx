import type { SchemaView } from '../../lib/http/openapi-view.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'

/** One object of the interface and its fields. */
export function SchemaSection({ schema, locale }: Readonly<{ schema: SchemaView; locale: Locale }>) {
  const t = translate(locale, 'api')
  return (
    <div className="mt-6">
      <h3 id={`schema-${schema.name}`}>{schema.name}</h3>
      {schema.description ? <p lang="en">{schema.description}</p> : null}
      {schema.fields.length === 0 ? (
        <p className="meta">{t('noFields')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and the keyboard must be able to scroll it.
        <section className="scroll-x" aria-label={schema.name} tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('name')}</th>
                <th scope="col">{t('type')}</th>
                <th scope="col">{t('meaning')}</th>
              </tr>
            </thead>
            <tbody>
              {schema.fields.map((field) => (
                <tr key={field.name}>
                  <th scope="row">
                    <code className="code">{field.name}</code>
                    {field.isRequired ? null : <span className="legal"> ?</span>}
                  </th>
                  <td>
                    <code className="code">{field.type}</code>
                  </td>
                  <td lang="en">{field.description}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  )
}

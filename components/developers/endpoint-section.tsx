import type { EndpointView } from '../../lib/http/openapi-view.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'

/** One address of the interface: what it takes and what it answers. The descriptions are the document's own, in English. */
export function EndpointSection({
  endpoint,
  locale,
  example,
}: Readonly<{ endpoint: EndpointView; locale: Locale; example: string | undefined }>) {
  const t = translate(locale, 'api')
  return (
    <section aria-labelledby={endpoint.id} className="mt-6">
      <h3 id={endpoint.id} className="endpoint-address">
        <code className="code">
          {endpoint.method} {endpoint.path}
        </code>
      </h3>
      <p lang="en">{endpoint.summary}</p>
      {endpoint.parameters.length > 0 ? <Parameters endpoint={endpoint} locale={locale} /> : null}
      {endpoint.body ? <SchemaLink label={t('body')} name={endpoint.body} /> : null}
      {endpoint.answer ? <SchemaLink label={t('answer')} name={endpoint.answer} /> : null}
      {example ? (
        <>
          <p className="mt-2 font-bold">{t('example')}</p>
          <pre className="code-sample">{example}</pre>
        </>
      ) : null}
    </section>
  )
}

function SchemaLink({ label, name }: Readonly<{ label: string; name: string }>) {
  return (
    <p className="mt-2">
      <b>{label}</b> <a href={`#schema-${name}`}>{name}</a>
    </p>
  )
}

function Parameters({ endpoint, locale }: Readonly<{ endpoint: EndpointView; locale: Locale }>) {
  const t = translate(locale, 'api')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and the keyboard must be able to scroll it.
    <section className="scroll-x" aria-label={`${t('parameters')}, ${endpoint.id}`} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('where')}</th>
            <th scope="col">{t('type')}</th>
            <th scope="col">{t('meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {endpoint.parameters.map((parameter) => (
            <tr key={parameter.name}>
              <th scope="row">
                <code className="code">{parameter.name}</code>
              </th>
              <td>
                {t(`in.${parameter.place}`)}
                {parameter.isRequired ? `, ${t('required')}` : ''}
              </td>
              <td>
                <code className="code">{parameter.type}</code>
              </td>
              <td lang="en">{parameter.description}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

import type { EndpointView } from '../../lib/http/openapi-view.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { html, type Markup } from '../../lib/text/markup.ts'
import { scrollTable } from '../ui/scroll-table.ts'
import { code } from './code.ts'

/** One address of the interface: what it takes and what it answers. The descriptions are the document's own, in English. */
export function endpointSection(
  endpoint: EndpointView,
  { locale, example }: Readonly<{ locale: Locale; example: string | undefined }>,
): Markup {
  const t = translate(locale, 'api')
  const { id, method, path, summary, parameters, body, answer } = endpoint
  const sample = example && html`<p class="mt-2 font-bold">${t('example')}</p><pre class="code-sample">${example}</pre>`
  return html`<section aria-labelledby="${id}" class="mt-6"><h3 id="${id}" class="endpoint-address">${code(
    `${method} ${path}`,
  )}</h3><p lang="en">${summary}</p>${parameters.length > 0 ? parameterTable(endpoint, locale) : null}${schemaLink(
    t('body'),
    body,
  )}${schemaLink(t('answer'), answer)}${sample}</section>`
}

function schemaLink(label: string, name: string | undefined): Markup | null {
  return name ? html`<p class="mt-2"><b>${label}</b> <a href="#schema-${name}">${name}</a></p>` : null
}

function parameterTable({ id, parameters }: EndpointView, locale: Locale): Markup {
  const t = translate(locale, 'api')
  const rows = parameters.map(({ name, place, isRequired, type, description }) => {
    const where = `${t(`in.${place}`)}${isRequired ? `, ${t('required')}` : ''}`
    return html`<tr><th scope="row">${code(name)}</th><td>${where}</td><td>${code(type)}</td><td lang="en">${
      description
    }</td></tr>`
  })
  return scrollTable({
    label: `${t('parameters')}, ${id}`,
    titles: [t('name'), t('where'), t('type'), t('meaning')],
    rows,
  })
}

import type { SchemaView } from '../../lib/http/openapi-view.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { html, type Markup } from '../../lib/text/markup.ts'
import { scrollTable } from '../ui/scroll-table.ts'
import { code } from './code.ts'

/** One object of the interface and its fields. */
export function schemaSection({ name, description, fields }: SchemaView, locale: Locale): Markup {
  const t = translate(locale, 'api')
  const rows = fields.map((field) => {
    const optional = field.isRequired ? null : html`<span class="legal"> ?</span>`
    return html`<tr><th scope="row">${code(field.name)}${optional}</th><td>${code(field.type)}</td><td lang="en">${
      field.description
    }</td></tr>`
  })
  const table =
    rows.length === 0
      ? html`<p class="meta">${t('noFields')}</p>`
      : scrollTable({ label: name, titles: [t('name'), t('type'), t('meaning')], rows })
  const about = description && html`<p lang="en">${description}</p>`
  return html`<div class="mt-6"><h3 id="schema-${name}">${name}</h3>${about}${table}</div>`
}

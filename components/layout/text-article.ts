import type { TextPage, TextSection } from '../../lib/i18n/texts/text-page.ts'
import { html, type Markup } from '../../lib/text/markup.ts'

/** A page of words under its headings; `opening` stands between the lead and the first section. */
export function textArticle(text: TextPage, opening: Markup | null): Markup {
  return html`<h1>${text.title}</h1><p class="prose-lead">${text.lead}</p><div class="prose">${
    opening
  }${text.sections.map(sectionOf)}</div>`
}

function sectionOf({ id, title, blocks }: TextSection): Markup {
  const words = blocks.map((block) =>
    typeof block === 'string' ? html`<p>${block}</p>` : html`<ul>${block.map((item) => html`<li>${item}</li>`)}</ul>`,
  )
  return html`<h2 id="${id}">${title}</h2>${words}`
}

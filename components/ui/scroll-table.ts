import { html, type Markup } from '../../lib/text/markup.ts'

/** A table under its titles, in a box of its own: it scrolls, and the keyboard must be able to scroll it. */
export function scrollTable({
  label,
  titles,
  rows,
}: Readonly<{ label: string; titles: readonly string[]; rows: readonly Markup[] }>): Markup {
  const head = titles.map((title) => html`<th scope="col">${title}</th>`)
  return html`<section class="scroll-x" aria-label="${label}" tabindex="0"><table class="table"><thead><tr>${
    head
  }</tr></thead><tbody>${rows}</tbody></table></section>`
}

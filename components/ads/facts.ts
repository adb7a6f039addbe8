import type { AdFact } from '../../lib/ads/ads.ts'
import { html, type Markup } from '../../lib/text/markup.ts'
import { withRoom } from './ad-words.ts'

/** The typed details of an ad, in the order of its category. */
export function factsMarkup(facts: readonly AdFact[]): Markup {
  const lines = facts.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${withRoom(value)}</dd></div>`)
  return html`<dl class="facts">${lines}</dl>`
}

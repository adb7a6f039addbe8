import { html, type Markup } from '../../lib/text/markup.ts'
import { Drawn } from './drawn.tsx'

export type Crumb = Readonly<{ label: string; href?: string | undefined }>
type Props = Readonly<{ label: string; crumbs: readonly Crumb[] }>

/** Where a page stands; the last crumb is the page itself and has no address. */
export function Breadcrumbs({ label, crumbs }: Props) {
  return <Drawn name="trail" as="nav" label={label} markup={stepsOf(crumbs)} />
}

/** The same within a larger part of a page. */
export function breadcrumbsMarkup({ label, crumbs }: Props): Markup {
  return html`<nav aria-label="${label}">${stepsOf(crumbs)}</nav>`
}

function stepsOf(crumbs: readonly Crumb[]): Markup {
  const steps = crumbs.map(({ label: words, href }) =>
    href ? html`<li><a href="${href}">${words}</a></li>` : html`<li><span aria-current="page">${words}</span></li>`,
  )
  return html`<ol class="breadcrumbs">${steps}</ol>`
}

import { html } from '../../lib/text/markup.ts'
import { Drawn } from './drawn.tsx'

export type Crumb = Readonly<{ label: string; href?: string | undefined }>

/** Where a page stands; the last crumb is the page itself and has no address. */
export function Breadcrumbs({ label, crumbs }: Readonly<{ label: string; crumbs: readonly Crumb[] }>) {
  const steps = crumbs.map(({ label: words, href }) =>
    href ? html`<li><a href="${href}">${words}</a></li>` : html`<li><span aria-current="page">${words}</span></li>`,
  )
  return <Drawn name="trail" as="nav" label={label} markup={html`<ol class="breadcrumbs">${steps}</ol>`} />
}

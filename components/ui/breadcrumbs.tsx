export type Crumb = Readonly<{ label: string; href?: string | undefined }>

/** Where a page stands; the last crumb is the page itself and has no address. */
export function Breadcrumbs({ label, crumbs }: Readonly<{ label: string; crumbs: readonly Crumb[] }>) {
  return (
    <nav aria-label={label}>
      <ol className="breadcrumbs">
        {crumbs.map((crumb) => (
          <li key={crumb.label}>
            {crumb.href ? <a href={crumb.href}>{crumb.label}</a> : <span aria-current="page">{crumb.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

type Labels = Readonly<{ nav: string; previous: string; next: string; page: (page: number) => string }>

/**
 * Numbered pages, then "next".
 *
 * @param pageCount How many pages have a number; 0 hides the numbers (a list that is only read forwards).
 * @param nextHref Overrides the address of "next", for lists that go on past their numbered pages.
 */
export function Pagination({
  page,
  pageCount,
  hrefOf,
  nextHref,
  labels,
}: Readonly<{
  page: number
  pageCount: number
  hrefOf: (page: number) => string
  nextHref?: string | undefined
  labels: Labels
}>) {
  const next = nextHref ?? (page < pageCount ? hrefOf(page + 1) : undefined)
  if (pageCount <= 1 && !next) return null
  return (
    <nav className="pagination" aria-label={labels.nav}>
      {page > 1 ? (
        <a href={hrefOf(page - 1)} rel="prev">
          {labels.previous}
        </a>
      ) : null}
      {numbersAround(page, pageCount).map((number, at, all) => (
        <Numbered key={number} number={number} current={page} hrefOf={hrefOf} labels={labels} after={all[at - 1]} />
      ))}
      {next ? (
        <a href={next} rel="next">
          {labels.next}
        </a>
      ) : null}
    </nav>
  )
}

function Numbered({
  number,
  current,
  hrefOf,
  labels,
  after,
}: Readonly<{
  number: number
  current: number
  hrefOf: (page: number) => string
  labels: Labels
  after: number | undefined
}>) {
  return (
    <>
      {after !== undefined && number > after + 1 ? <span className="gap">…</span> : null}
      {number === current ? (
        <span aria-current="page" className="num">
          {number}
        </span>
      ) : (
        <a href={hrefOf(number)} aria-label={labels.page(number)} className="num">
          {number}
        </a>
      )}
    </>
  )
}

/** The first page, the last one, and two on either side of the current one. */
export function numbersAround(page: number, pageCount: number): readonly number[] {
  const wanted = [1, page - 2, page - 1, page, page + 1, page + 2, pageCount]
  return [...new Set(wanted)].filter((number) => number >= 1 && number <= pageCount).sort((a, b) => a - b)
}

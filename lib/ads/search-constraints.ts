import type { Constraint, SearchQuery } from './search.ts'

/** What a visitor asked for, one by one in the order of the form: the chips above a list. */
export function activeConstraints(query: SearchQuery): readonly Constraint[] {
  const constraints: Constraint[] = []
  if (query.text !== '') constraints.push({ kind: 'text' })
  if (query.category !== '') constraints.push({ kind: 'category' })
  if (query.place !== '') constraints.push({ kind: 'place' })
  if (query.minMinor !== null || query.maxMinor !== null) constraints.push({ kind: 'price' })
  if (query.cost !== null) constraints.push({ kind: 'cost' })
  for (const [key, filter] of Object.entries(query.filters)) {
    if (filter.kind === 'range') constraints.push({ kind: 'field', key, value: null })
    else for (const value of filter.values) constraints.push({ kind: 'field', key, value })
  }
  return constraints
}

/** The search from its first page, without one constraint; words, order and the other constraints stay. */
export function withoutConstraint(query: SearchQuery, constraint: Constraint): SearchQuery {
  const first: SearchQuery = { ...query, page: 1, before: '' }
  switch (constraint.kind) {
    case 'text':
      return { ...first, text: '' }
    case 'category':
      return { ...first, category: '', filters: {} }
    case 'place':
      return { ...first, place: '', radiusKm: null }
    case 'radius':
      return { ...first, radiusKm: null }
    case 'price':
      return { ...first, minMinor: null, maxMinor: null }
    case 'cost':
      return { ...first, cost: null }
    case 'field':
      return withoutFieldValue(first, constraint.key, constraint.value)
  }
}

/** @param value One value of several; null takes the whole filter away. */
export function withoutFieldValue(query: SearchQuery, key: string, value: string | null): SearchQuery {
  const { [key]: filter, ...others } = query.filters
  if (filter?.kind !== 'values' || value === null) return { ...query, filters: others }
  const values = filter.values.filter((kept) => kept !== value)
  return { ...query, filters: values.length === 0 ? others : { ...others, [key]: { kind: 'values', values } } }
}

export function withFieldValue(query: SearchQuery, key: string, value: string): SearchQuery {
  const filter = query.filters[key]
  const values = filter?.kind === 'values' ? filter.values.filter((known) => known !== value) : []
  return { ...query, filters: { ...query.filters, [key]: { kind: 'values', values: [...values, value].sort() } } }
}

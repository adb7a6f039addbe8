import { query } from '../../../../lib/http/query.ts'
import { suggestPlaces } from '../../../../lib/places/places-queries.ts'

/** Towns whose name or postcode begins like this, the largest first. */
export const GET = query(({ search }) => {
  const places = suggestPlaces((search.get('q') ?? '').slice(0, 60), 10)
  return {
    places: places.map(({ slug, name, postcode, areaName, country }) => ({
      slug,
      name,
      postcode,
      area: areaName,
      country,
    })),
  }
})

import { listTownsAround } from './nearby-places-queries.ts'
import { drawPlaceMap, mapKm, type PlaceMap } from './place-map.ts'
import { findPlaceBySlug } from './places-queries.ts'

const drawn = new Map<string, PlaceMap>()
const mostKept = 2000

/** The map of a place's surroundings; drawn once, since towns do not move. */
export function findPlaceMap(slug: string): PlaceMap | undefined {
  const known = drawn.get(slug)
  if (known) return known
  const place = findPlaceBySlug(slug)
  if (!place) return undefined
  const map = drawPlaceMap(place, listTownsAround(place, { km: mapKm / 2, limit: 60 }))
  if (drawn.size >= mostKept) drawn.clear()
  drawn.set(slug, map)
  return map
}

import { writer } from '../../db/client.ts'
import { placeNameKey } from './place-name.ts'
import type { PlaceDto } from './places.ts'

export type NewPlace = Omit<PlaceDto, 'id'>

const upsert = `insert into places (country, name, name_folded, postcode, slug, region_code, region_name, area_code,
    area_name, latitude, longitude, population)
  values (@country, @name, @nameFolded, @postcode, @slug, @regionCode, @regionName, @areaCode, @areaName, @latitude,
    @longitude, @population)
  on conflict (slug) do update set country = excluded.country, name = excluded.name,
    name_folded = excluded.name_folded, postcode = excluded.postcode, region_code = excluded.region_code,
    region_name = excluded.region_name, area_code = excluded.area_code, area_name = excluded.area_name,
    latitude = excluded.latitude, longitude = excluded.longitude, population = excluded.population`

/** Inserts places or replaces them by slug, all or none, in one transaction; ids of known places stay. */
export function savePlaces(places: Iterable<NewPlace>): number {
  const { $client: client } = writer()
  const statement = client.prepare(upsert)
  const save = client.transaction(() => {
    let count = 0
    for (const place of places) {
      statement.run({ ...place, nameFolded: placeNameKey(place.name) })
      count += 1
    }
    return count
  })
  return save.immediate()
}

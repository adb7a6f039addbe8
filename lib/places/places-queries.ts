import { readSql } from '../../db/statement.ts'
import { placeNameKey } from './place-name.ts'
import type { PlaceDto } from './places.ts'

const columns = `id, country, name, postcode, slug, area_code as areaCode, area_name as areaName,
  region_code as regionCode, region_name as regionName, latitude, longitude, population`

const bySlug = readSql<PlaceDto>(`select ${columns} from places where slug = ?`)
const byId = readSql<PlaceDto>(`select ${columns} from places where id = ?`)
const byName = readSql<PlaceDto>(`select ${columns} from places where name_folded = ? order by population desc limit 1`)
const byNameAndPostcode = readSql<PlaceDto>(
  `select ${columns} from places where name_folded = ? and postcode = ? order by population desc limit 1`,
)
const byPostcode = readSql<PlaceDto>(
  `select ${columns} from places where postcode = ? order by population desc limit 1`,
)
const byNamePrefix = readSql<PlaceDto>(
  `select ${columns} from places where name_folded >= ? and name_folded < ? order by population desc limit ?`,
)
const byPostcodePrefix = readSql<PlaceDto>(
  `select ${columns} from places where postcode >= ? and postcode < ? order by population desc limit ?`,
)
const countPlaces = readSql<{ places: number }>('select count(*) as places from places')

export function findPlaceBySlug(slug: string): PlaceDto | undefined {
  return bySlug.get(slug)
}

export function findPlaceById(id: number): PlaceDto | undefined {
  return byId.get(id)
}

/** The place somebody means by `Moulins`, `03000`, `03000 Moulins`, `Moulins (03000)` or a slug; the most populous of namesakes. */
export function findPlaceByText(text: string): PlaceDto | undefined {
  const typed = text.trim().slice(0, 100)
  if (typed === '') return undefined
  const slugged = bySlug.get(typed.toLowerCase())
  if (slugged) return slugged
  const [postcode] = /\b\d{5}\b/.exec(typed) ?? []
  const name = placeNameKey(postcode === undefined ? typed : typed.replace(postcode, ' '))
  if (postcode === undefined) return name === '' ? undefined : (byName.get(name) ?? suggestPlaces(typed, 1)[0])
  return (name === '' ? undefined : byNameAndPostcode.get(name, postcode)) ?? byPostcode.get(postcode)
}

/** Places whose name or postcode begins with `prefix`, most populous first. */
export function suggestPlaces(prefix: string, limit: number): readonly PlaceDto[] {
  const name = placeNameKey(prefix.slice(0, 100))
  if (name === '') return []
  const find = /^\d/.test(name) ? byPostcodePrefix : byNamePrefix
  return find.all(name, `${name}\u{10ffff}`, Math.min(limit, 50))
}

export function hasPlaces(): boolean {
  return (countPlaces.get()?.places ?? 0) > 0
}

const allNamed = readSql<PlaceDto>(
  `select ${columns} from places where name_folded = ? order by population desc limit 100`,
)

/** Every place of that name, most populous first. */
export function listPlacesNamed(name: string): readonly PlaceDto[] {
  return allNamed.all(placeNameKey(name))
}

type Area = Omit<PlaceDto, 'id' | 'name' | 'slug' | 'postcode' | 'population'>
const centres = readSql<Area>(`select country, area_code as areaCode, area_name as areaName, region_code as regionCode,
    region_name as regionName, avg(latitude) as latitude, avg(longitude) as longitude
  from places where area_name = ? or region_name = ? group by country, area_code order by count(*) desc limit 1`)

/** A département or region by its exact name, with the mean of its places. */
export function centreOfArea(name: string): Area | undefined {
  return centres.get(name, name)
}

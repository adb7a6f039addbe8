import type { CategoryDto, FieldDto, FieldValue, FieldValues } from '../categories/categories.ts'
import { kmPerDegreeEast, kmPerDegreeNorth, type PlaceDto, type Point } from '../places/places.ts'
import { calendarMarks } from './calendar-marks.ts'
import { numberMarks } from './number-marks.ts'
import { wordsOf } from './search-words.ts'

/**
 * Marks are words nobody can type: each begins with a private-use character, which is part of a word for the index
 * and never for `wordsOf`.
 */
const sign = '\ue000'
const between = '\ue001'

export const categoryMark = (id: number): string => `${sign}c${id}`
export const costMark = (minor: number): string => `${sign}k${minor}`
export const titleMark = (word: string): string => `${sign}t${between}${word}`
export const priceName = `${sign}p`
/** An advertiser paid for it to be among the first. */
export const featuredMark = `${sign}bfeatured`
export const noPriceMark = `${sign}pnone`
/** No ad has it. */
export const nothingMark = `${sign}zero`

const keyOf = (key: string): string => key.replace(/[^a-z0-9]/gi, '').toLowerCase()

/** A field's marks name the category that is searched, so that a filter on one needs no mark of the category besides. */
export type FieldName = Readonly<{ categoryId: number; key: string }>

export function fieldNumberName(field: FieldName): string {
  return fieldName('n', field)
}

/** One mark for each word of a value: a text is found by any of its words, a choice by all of its own. */
export function fieldValueMarks(field: FieldName, value: string): string[] {
  return wordsOf(value).map((word) => `${fieldName('f', field)}${word}`)
}

/** A choice or a yes/no has one mark, whole. */
export function fieldChoiceMark(field: FieldName, value: string): string {
  return `${fieldName('o', field)}${wordsOf(value).join('')}`
}

function fieldName(kind: string, { categoryId, key }: FieldName): string {
  return `${sign}${kind}${categoryId}${between}${keyOf(key)}${between}`
}

const numberTypes: ReadonlySet<FieldDto['type']> = new Set(['integer', 'number', 'money', 'year', 'date'])

/** Whether a field is found by bounds; a date is, as a number like 20261122. */
export function isNumberField(field: FieldDto): boolean {
  return numberTypes.has(field.type)
}

/** `2026-11-22` as 20261122, which is ordered like the days are; any other value as it is. */
function comparable(field: Pick<FieldDto, 'type'>, value: FieldValue): FieldValue {
  return field.type === 'date' ? Number(String(value).replaceAll('-', '')) : value
}

type Grid = Readonly<{ name: string; north: number; east: number }>
const fineGrid: Grid = { name: `${sign}g`, north: 0.125, east: 0.1875 }
const coarseGrid: Grid = { name: `${sign}h`, north: 0.5, east: 0.75 }
/** Up to this radius the fine cells (about 14 km) are few enough to name. */
const widestFineRadiusKm = 30

function cellMark(grid: Grid, row: number, column: number): string {
  return `${grid.name}${row}x${column}`
}

function cellOf(grid: Grid, point: Point): string {
  return cellMark(grid, Math.floor((point.latitude + 90) / grid.north), Math.floor((point.longitude + 180) / grid.east))
}

/** Marks of the cells that a circle touches: every point inside has one of them; check the distance of candidates. */
export function circleMarks(centre: Point, radiusKm: number): string[] {
  const grid = radiusKm <= widestFineRadiusKm ? fineGrid : coarseGrid
  const north = radiusKm / kmPerDegreeNorth()
  const east = radiusKm / kmPerDegreeEast(centre.latitude)
  const marks: string[] = []
  const firstColumn = Math.floor((centre.longitude - east + 180) / grid.east)
  const lastColumn = Math.floor((centre.longitude + east + 180) / grid.east)
  const firstRow = Math.floor((centre.latitude - north + 90) / grid.north)
  const lastRow = Math.floor((centre.latitude + north + 90) / grid.north)
  for (let row = firstRow; row <= lastRow; row += 1)
    for (let column = firstColumn; column <= lastColumn; column += 1) marks.push(cellMark(grid, row, column))
  return marks
}

/** What of an ad can be filtered by. */
export type Markable = Readonly<{
  title: string
  trail: readonly CategoryDto[]
  place: PlaceDto
  point: Point
  priceMinor: number | null
  revealMinor: number
  boost?: string | null
  fields: FieldValues
}>

/** Every mark of an ad. */
export function marksOf(ad: Markable): string {
  return [
    ...wordsOf(ad.title).map(titleMark),
    ...ad.trail.map(({ id }) => categoryMark(id)),
    cellOf(fineGrid, ad.point),
    cellOf(coarseGrid, ad.point),
    costMark(ad.revealMinor),
    ...(ad.boost === 'featured' ? [featuredMark] : []),
    ...(ad.priceMinor === null ? [noPriceMark] : numberMarks(priceName, ad.priceMinor)),
    ...ad.trail.flatMap(({ id, fields }) => fields.flatMap((field) => fieldMarks(id, field, ad.fields[field.key]))),
  ].join(' ')
}

function fieldMarks(categoryId: number, field: FieldDto, value: FieldValue | undefined): readonly string[] {
  const name: FieldName = { categoryId, key: field.key }
  if (!field.isFilterable || value === undefined) return []
  if (isNumberField(field)) {
    const number = comparable(field, value)
    if (typeof number !== 'number') return []
    return field.type === 'year' || field.type === 'date'
      ? calendarMarks(fieldNumberName(name), number, field.type)
      : numberMarks(fieldNumberName(name), number)
  }
  if (field.type === 'text') return fieldValueMarks(name, String(value))
  const chosen = typeof value === 'object' ? value : [String(value)]
  return chosen.map((one) => fieldChoiceMark(name, one))
}

/** The values that counts and bounds are read from, kept beside the index: filterable fields only. */
export function filterableValues(category: CategoryDto, fields: FieldValues): FieldValues {
  const kept = category.fields.flatMap((field) => {
    const value = fields[field.key]
    return field.isFilterable && value !== undefined ? [[field.key, comparable(field, value)] as const] : []
  })
  return Object.fromEntries(kept)
}

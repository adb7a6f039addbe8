import type { CategoryDto, FieldValues } from '../categories/categories.ts'
import { parseMinor, readFieldValues } from '../categories/field-values.ts'
import type { FieldProblem } from '../errors/domain-error.ts'
import type { PlaceDto } from '../places/places.ts'
import type { DraftDetails } from './drafts.ts'

const longestTitle = 90
export const longestBody = 5000
const shortestTitle = 5
const shortestBody = 20
const largestPriceMinor = 100_000_000_000

/** Details that are right, ready to become an ad. */
export type ReadDetails = Readonly<{
  title: string
  body: string
  priceMinor: number | null
  place: PlaceDto | undefined
  fields: FieldValues
}>

export type PlaceMeant = Readonly<{ place: PlaceDto | undefined; choices: readonly PlaceDto[] }>

/** Reads what was typed; problems are in the order of the form, each named like its input. */
export function readDraftDetails(
  details: DraftDetails,
  { category, meant }: Readonly<{ category: CategoryDto; meant: PlaceMeant }>,
): Readonly<{ read: ReadDetails; problems: readonly FieldProblem[] }> {
  const title = details.title.replace(/\s+/g, ' ').trim()
  const body = tidyBody(details.body)
  const fields = readFieldValues(category.fields, details.fields)
  const price = readPrice(details.price)
  return {
    read: { title, body, priceMinor: price.minor, place: meant.place, fields: fields.values },
    problems: [
      ...lengthProblem('title', title, { least: shortestTitle, most: longestTitle }),
      ...lengthProblem('body', body, { least: shortestBody, most: longestBody }),
      ...price.problems,
      ...placeProblem(details.place, meant),
      ...fields.problems,
    ],
  }
}

/** Lines as typed without their ends, and never more than one empty line between two. */
function tidyBody(body: string): string {
  return body
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function lengthProblem(
  field: string,
  text: string,
  { least, most }: Readonly<{ least: number; most: number }>,
): readonly FieldProblem[] {
  const length = [...text].length
  if (length === 0) return [{ field, code: 'required' }]
  if (length < least) return [{ field, code: 'too_short' }]
  return length > most ? [{ field, code: 'too_long' }] : []
}

function readPrice(typed: string): Readonly<{ minor: number | null; problems: readonly FieldProblem[] }> {
  if (typed.trim() === '') return { minor: null, problems: [] }
  const minor = parseMinor(typed)
  if (minor === undefined || minor > largestPriceMinor) {
    return { minor: null, problems: [{ field: 'price', code: 'not_a_price' }] }
  }
  return { minor, problems: [] }
}

function placeProblem(typed: string, { place, choices }: PlaceMeant): readonly FieldProblem[] {
  if (place) return []
  if (typed.trim() === '') return [{ field: 'place', code: 'required' }]
  return [{ field: 'place', code: choices.length > 0 ? 'choose_place' : 'unknown_place' }]
}

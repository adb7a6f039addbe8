import type { PlaceDto } from '../places/places.ts'
import { findPlaceBySlug, listPlacesNamed, suggestPlaces } from '../places/places-queries.ts'
import { foldText } from '../text/text.ts'
import type { PlaceMeant } from './draft-details.ts'

const mostChoices = 12

/**
 * The town somebody typed, by name or postcode. Unlike a search, an ad must not land in a namesake: where several towns
 * are meant the advertiser chooses, and what was chosen holds while the text stays the same.
 */
export function findPlaceMeant(typed: string, chosenSlug: string): PlaceMeant {
  const text = typed.trim().slice(0, 100)
  if (text === '') return { place: undefined, choices: [] }
  const candidates = candidatesOf(text)
  const chosen = chosenSlug === '' ? undefined : findPlaceBySlug(chosenSlug)
  const isStillMeant = chosen && (candidates.some(({ id }) => id === chosen.id) || isCalled(chosen, text))
  if (isStillMeant) return { place: chosen, choices: [] }
  if (candidates.length === 1) return { place: candidates[0], choices: [] }
  return { place: undefined, choices: candidates.slice(0, mostChoices) }
}

function candidatesOf(text: string): readonly PlaceDto[] {
  const [postcode] = /\b\d{5}\b/.exec(text) ?? []
  const name = text
    .replace(/[()]/g, ' ')
    .replace(postcode ?? '', ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const inPostcode =
    postcode === undefined ? [] : suggestPlaces(postcode, 50).filter((place) => place.postcode === postcode)
  if (postcode !== undefined) {
    const named = inPostcode.filter((place) => name === '' || sameName(place.name, name))
    return named.length > 0 ? named : inPostcode
  }
  const named = listPlacesNamed(text)
  return named.length > 0 ? named : suggestPlaces(text, mostChoices)
}

/** `Moulins (03000)` and `03000 Moulins` are how suggestions are written. */
function isCalled(place: PlaceDto, text: string): boolean {
  const key = plain(text)
  return [place.name, `${place.name} ${place.postcode}`, `${place.postcode} ${place.name}`, place.slug]
    .map(plain)
    .includes(key)
}

function sameName(left: string, right: string): boolean {
  return plain(left) === plain(right)
}

function plain(text: string): string {
  return foldText(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

import type { Confidence, FindKind } from '../screening/screening.ts'

export const mostPhotos = 10
/** What one picture may weigh when it is sent: a photo of 48 million dots from a phone is about 12 MB. */
export const largestPhotoBytes = 20 * 1024 * 1024
export const mostPixels = 50_000_000
/** Narrower or lower than this, nothing can be seen of what is for sale. */
export const leastSide = 50
export const longestAlt = 200

/** Why a file was not taken. */
export const photoProblems = [
  'empty',
  'too_large',
  'not_a_picture',
  'drawing',
  'too_many_pixels',
  'too_small',
  'damaged',
  'too_slow',
  'too_heavy',
  'too_many',
  'failed',
] as const
export type PhotoProblem = (typeof photoProblems)[number]

/** Where words were found that the picture carried without showing them, or that were written about it. */
export type FindSource = 'qr' | 'metadata' | 'file_name' | 'alt'

/** A contact that came with a picture; kept in `draft_photos.finds`. */
export type PhotoFind = Readonly<{ source: FindSource; kind: FindKind; text: string; confidence: Confidence }>

/** Words that a picture carried. */
export type CarriedText = Readonly<{ source: 'qr' | 'metadata'; text: string }>

/** A picture of a draft as its page and the moderator see it. `finds` are for them alone. */
export type DraftPhoto = Readonly<{
  id: string
  position: number
  hash: string
  lookHash: string
  width: number
  height: number
  alt: string
  finds: readonly PhotoFind[]
}>

/** `id` is among `ids` and is to move; the order that results. Moves beyond either end change nothing. */
export function movedOrder(
  ids: readonly string[],
  move: Readonly<{ id: string; direction: 'up' | 'down' | 'cover' }>,
): readonly string[] {
  const at = ids.indexOf(move.id)
  if (at < 0) return ids
  const wanted = { up: at - 1, down: at + 1, cover: 0 }[move.direction]
  const to = Math.max(0, Math.min(ids.length - 1, wanted))
  const rest = ids.filter((id) => id !== move.id)
  return [...rest.slice(0, to), move.id, ...rest.slice(to)]
}

/** The order somebody asked for: photos it does not name keep their order at the end, names that are gone are left out. */
export function wantedOrder(ids: readonly string[], wanted: readonly string[]): readonly string[] {
  const named = [...new Set(wanted)].filter((id) => ids.includes(id))
  return [...named, ...ids.filter((id) => !named.includes(id))]
}

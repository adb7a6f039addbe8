/**
 * What may be found in public words:
 *
 * - `phone`, `spelled_phone`: a telephone number, in figures or (partly) in words;
 * - `email`, `link`, `handle`: an address, a site, a name on a network;
 * - `messenger`: the name of a messenger as a way to write;
 * - `social_bypass`: where else the seller may be looked up (another board, a directory, a search engine, a picture);
 * - `address`: a house number and a street, a plus code, coordinates;
 * - `qr`: words about a QR code, or a code found in a picture.
 */
export const findKinds = [
  'phone',
  'spelled_phone',
  'email',
  'link',
  'handle',
  'messenger',
  'social_bypass',
  'address',
  'qr',
] as const
export type FindKind = (typeof findKinds)[number]

/** `sure`: the advertiser is asked to take it out. `doubtful`: a moderator looks, with the place marked. */
export type Confidence = 'sure' | 'doubtful'

/** A contact seen in a text. `start` and `end` are UTF-16 offsets of the text as it was given, `text` what lies between. */
export type Find = Readonly<{ kind: FindKind; start: number; end: number; text: string; confidence: Confidence }>

/** One public text of an ad. `field` is the caller's name for it: `title`, `description`, `field:mileage`, `photo_name`. */
export type PublicText = Readonly<{ id?: string; lang: string; field: string; text: string }>

/**
 * `leak` is true as soon as there is a find, of either confidence: on the corpus, counting only sure ones loses eight
 * contacts in a hundred and stops no fewer honest texts. Finds do not overlap and are in reading order.
 */
export type ScreenedText = Readonly<{ leak: boolean; finds: readonly Find[] }>

/** The longest text that is read; what is beyond is not looked at, so fields must be capped below it. */
export const longestText = 50_000

/** Every picture is there in these widths as WebP, or narrower where it never was that wide. */
export const commonWidths = [480, 1200] as const
/** What an uploaded picture is kept in, each as AVIF and as WebP. */
export const uploadedWidths = [480, 1200, 1920] as const
export const photoFormats = ['avif', 'webp'] as const

export type PhotoFormat = (typeof photoFormats)[number]
export type PhotoWidth = (typeof uploadedWidths)[number]
type Picture = Readonly<{ hash: string; width: number }>

/**
 * Digits of a picture's name, the start of a SHA-256: uploaded pictures have 40, those drawn for the demonstration 32.
 * So a page knows from the name alone which files there are.
 */
export const uploadedDigits = 40

export function isUploaded(hash: string): boolean {
  return hash.length === uploadedDigits
}

/** `/photos/<ab>/<hash>-<width>.<format>`; the name holds a hash, so what it shows never changes. */
export function photoPath(hash: string, width: PhotoWidth, format: PhotoFormat = 'webp'): string {
  return `/photos/${hash.slice(0, 2)}/${photoFileName(hash, width, format)}`
}

export function photoFileName(hash: string, width: PhotoWidth, format: PhotoFormat): string {
  return `${hash}-${width}.${format}`
}

/** The address of the largest file of a picture, for a full screen. */
export function largestPhotoPath(photo: Picture): string {
  return photoPath(photo.hash, hasLargest(photo) ? 1920 : 1200)
}

/**
 * A `srcset` of one format.
 *
 * @param isWide Whether the page may draw it larger than a card.
 */
export function photoSources(photo: Picture, format: PhotoFormat, isWide: boolean): string {
  if (!isWide) return photoPath(photo.hash, 480, format)
  const widths = hasLargest(photo) ? uploadedWidths : commonWidths
  return widths.map((width) => `${photoPath(photo.hash, width, format)} ${width}w`).join(', ')
}

/** Of a picture no wider than 1200 the largest file would be the same again. */
function hasLargest({ hash, width }: Picture): boolean {
  return isUploaded(hash) && width > 1200
}

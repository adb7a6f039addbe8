import type { PhotoDto } from '../../lib/ads/ads.ts'
import { isUploaded, photoPath, photoSources } from '../../lib/ids/photo-files.ts'
import { html, type Markup } from '../../lib/text/markup.ts'

type Options = Readonly<{
  /** How wide it is drawn, for the browser to choose a file; the small file alone when absent. */
  sizes?: string
  /** The picture the visitor came for: fetched first. All others wait until they are near the screen. */
  isFirst?: boolean
  alt?: string
}>

/** A picture in the smallest format and size that will do. Those that were uploaded are there as AVIF too. */
export function photoMarkup(photo: PhotoDto, { sizes, isFirst = false, alt = photo.alt }: Options = {}): Markup {
  const when = isFirst ? html`loading="eager" fetchpriority="high"` : html`loading="lazy" decoding="async"`
  const isWide = sizes !== undefined
  const wide = isWide ? html` srcset="${photoSources(photo, 'webp', isWide)}" sizes="${sizes}"` : null
  const size = html`width="${photo.width}" height="${photo.height}"`
  const image = html`<img src="${photoPath(photo.hash, 480)}"${wide} ${size} alt="${alt}" ${when}>`
  if (!isUploaded(photo.hash)) return image
  const modern = photoSources(photo, 'avif', isWide)
  return html`<picture><source type="image/avif" srcset="${modern}"${sizes && html` sizes="${sizes}"`}>${image}</picture>`
}

import type { PhotoDto } from '../../lib/ads/ads.ts'
import { isUploaded, photoPath, photoSources } from '../../lib/ids/photo-files.ts'

/**
 * A picture in the smallest format and size that will do. Those that were uploaded are there as AVIF too.
 *
 * @param sizes How wide it is drawn, for the browser to choose a file; the small file alone when absent.
 * @param isFirst The picture the visitor came for: fetched first. All others wait until they are near the screen.
 */
export function Photo({
  photo,
  sizes,
  isFirst = false,
  alt = photo.alt,
}: Readonly<{ photo: PhotoDto; sizes?: string; isFirst?: boolean; alt?: string }>) {
  const isWide = sizes !== undefined
  const image = (
    <img
      src={photoPath(photo.hash, 480)}
      srcSet={isWide ? photoSources(photo, 'webp', isWide) : undefined}
      sizes={sizes}
      width={photo.width}
      height={photo.height}
      alt={alt}
      loading={isFirst ? 'eager' : 'lazy'}
      fetchPriority={isFirst ? 'high' : undefined}
      decoding={isFirst ? undefined : 'async'}
    />
  )
  if (!isUploaded(photo.hash)) return image
  return (
    <picture>
      <source type="image/avif" srcSet={photoSources(photo, 'avif', isWide)} sizes={sizes} />
      {image}
    </picture>
  )
}

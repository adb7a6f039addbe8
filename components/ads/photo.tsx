import type { PhotoDto } from '../../lib/ads/ads.ts'

/** Where the server keeps a picture's two sizes. */
export function photoPath(hash: string, width: 480 | 1200): string {
  return `/photos/${hash.slice(0, 2)}/${hash}-${width}.webp`
}

/**
 * @param sizes How wide it is drawn, for the browser to choose a file; the small file alone when absent.
 * @param isFirst The picture the visitor came for: fetched first. All others wait until they are near the screen.
 */
export function Photo({
  photo,
  sizes,
  isFirst = false,
  alt = photo.alt,
}: Readonly<{ photo: PhotoDto; sizes?: string; isFirst?: boolean; alt?: string }>) {
  const small = photoPath(photo.hash, 480)
  return (
    <img
      src={small}
      srcSet={sizes ? `${small} 480w, ${photoPath(photo.hash, 1200)} 1200w` : undefined}
      sizes={sizes}
      width={photo.width}
      height={photo.height}
      alt={alt}
      loading={isFirst ? 'eager' : 'lazy'}
      fetchPriority={isFirst ? 'high' : undefined}
      decoding={isFirst ? undefined : 'async'}
    />
  )
}

import type { PhotoDto } from '../../lib/ads/ads.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { largestPhotoPath } from '../../lib/ids/photo-files.ts'
import { GalleryControls } from './gallery-controls.tsx'
import { Photo } from './photo.tsx'

/**
 * A strip of pictures that snaps, with thumbnails. Without JavaScript it scrolls by hand, a thumbnail leads to its
 * picture and a picture to its large file; the controls add buttons, a count and a full-screen view.
 */
export function Gallery({ photos, locale }: Readonly<{ photos: readonly PhotoDto[]; locale: Locale }>) {
  const t = translate(locale, 'ad')
  if (photos.length === 0) return <div className="gallery gallery-empty meta">{t('noPhoto')}</div>
  const count = photos.length
  return (
    <section className="gallery" aria-label={t('gallery')}>
      <ul className="gallery-strip">
        {photos.map((photo, at) => (
          <li key={photo.hash + String(at)} id={`photo-${at + 1}`}>
            <a href={largestPhotoPath(photo)}>
              <Photo
                photo={photo}
                sizes="(min-width: 64rem) 50rem, 100vw"
                isFirst={at === 0}
                alt={photo.alt || t('photoOf', { at: at + 1, count })}
              />
            </a>
          </li>
        ))}
      </ul>
      {count > 1 ? (
        <ul className="gallery-thumbs">
          {photos.map((photo, at) => (
            <li key={photo.hash + String(at)}>
              <a href={`#photo-${at + 1}`}>
                <Photo photo={photo} alt={t('photoOf', { at: at + 1, count })} />
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <GalleryControls
        count={count}
        labels={{ previous: t('previousPhoto'), next: t('nextPhoto'), close: t('closePhotos'), gallery: t('gallery') }}
      />
    </section>
  )
}

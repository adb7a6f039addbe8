import type { PhotoDto } from '../../lib/ads/ads.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { largestPhotoPath } from '../../lib/ids/photo-files.ts'
import { html, type Markup } from '../../lib/text/markup.ts'
import { photoMarkup } from './photo.ts'

type Props = Readonly<{ photos: readonly PhotoDto[]; locale: Locale }>

/**
 * A strip of pictures that snaps, with thumbnails. Without JavaScript it scrolls by hand, a thumbnail leads to its
 * picture and a picture to its large file; `startGallery` gives life to the buttons, the count and the full-screen view.
 */
export function galleryMarkup({ photos, locale }: Props): Markup {
  const t = translate(locale, 'ad')
  if (photos.length === 0) return html`<div class="gallery gallery-empty meta">${t('noPhoto')}</div>`
  const count = photos.length
  const pictures = photos.map((photo, at) => {
    const alt = photo.alt || t('photoOf', { at: at + 1, count })
    const picture = photoMarkup(photo, { sizes: '(min-width: 64rem) 50rem, 100vw', isFirst: at === 0, alt })
    return html`<li id="photo-${at + 1}"><a href="${largestPhotoPath(photo)}">${picture}</a></li>`
  })
  return html`<section class="gallery" aria-label="${t('gallery')}"><ul class="gallery-strip">${pictures}</ul>${
    count > 1 ? thumbnails(photos, locale) : null
  }${controls(count, locale)}</section>`
}

function thumbnails(photos: readonly PhotoDto[], locale: Locale): Markup {
  const t = translate(locale, 'ad')
  const items = photos.map((photo, at) => {
    const picture = photoMarkup(photo, { alt: t('photoOf', { at: at + 1, count: photos.length }) })
    return html`<li><a href="#photo-${at + 1}">${picture}</a></li>`
  })
  return html`<ul class="gallery-thumbs">${items}</ul>`
}

function controls(count: number, locale: Locale): Markup {
  const t = translate(locale, 'ad')
  const button = (name: string, label: string) =>
    html`<button type="button" class="gallery-${name}" aria-label="${label}"></button>`
  const moves =
    count > 1
      ? html`${button('previous', t('previousPhoto'))}<output class="num">1 / ${count}</output>${button(
          'next',
          t('nextPhoto'),
        )}`
      : null
  return html`${moves && html`<div class="gallery-bar needs-js">${moves}</div>`}<dialog class="lightbox" aria-label="${t(
    'gallery',
  )}"><div class="gallery-bar">${moves}${button('close', t('closePhotos'))}</div></dialog>`
}

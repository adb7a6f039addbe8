import type { PlaceMap } from '../../lib/places/place-map.ts'
import { html, type Markup } from '../../lib/text/markup.ts'

/** Where a place is, roughly; a picture with the name of what it shows. */
export function mapLocator({ map, label }: Readonly<{ map: PlaceMap; label: string }>): Markup {
  const { center, width, height, scale } = map
  const towns = map.towns.map(({ x, y, isLeft, name }) => {
    const anchor = isLeft ? html` text-anchor="end"` : null
    const text = html`<text x="${isLeft ? x - 5 : x + 5}" y="${y + 4}"${anchor}>${name}</text>`
    return html`<g><circle cx="${x}" cy="${y}" r="2"></circle>${text}</g>`
  })
  const size = html`<path class="map-scale" d="M8 ${height - 13}v4h${scale.length}v-4"></path><text x="${
    scale.length + 13
  }" y="${height - 8}">${scale.km} km</text>`
  const place = html`<circle class="map-disc" cx="${center.x}" cy="${center.y}" r="${
    center.radius
  }"></circle><text class="map-place" x="${center.x}" y="${center.y - center.radius - 6}" text-anchor="middle">${
    center.name
  }</text>`
  return html`<svg class="map" viewBox="0 0 ${width} ${height}" role="img" aria-label="${
    label
  }"><path class="map-land" d="${map.land.join('')}"></path>${towns}${size}${place}</svg>`
}

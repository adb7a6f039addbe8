/**
 * The draughtsman's hand: small functions that return SVG text.
 *
 * Vehicles and parts are drawn in centimetres, the ground at y = 0 and up negative, so that real measurements can be
 * used; a scene scales them to its 1200 × 900 sheet.
 */
export const ink = '#1d2932'

/** One colour in three flat tones, as a wash dries. */
export type Paint = Readonly<{ light: string; base: string; shade: string }>

export function fill(d: string, color: string, opacity = 1): string {
  return `<path d="${d}" fill="${color}"${opacity < 1 ? ` fill-opacity="${opacity}"` : ''}/>`
}

export function line(d: string, width = 1.6, color = ink): string {
  return `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`
}

/** A wash with its ink outline. */
export function shape(d: string, color: string, width = 1.6): string {
  return `<path d="${d}" fill="${color}" stroke="${ink}" stroke-width="${width}" stroke-linejoin="round"/>`
}

export function disc(x: number, y: number, options: { r: number; color: string; width?: number; ry?: number }): string {
  const { r, color, width = 0, ry = r } = options
  const outline = width > 0 ? ` stroke="${ink}" stroke-width="${width}"` : ''
  return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(r)}" ry="${n(ry)}" fill="${color}"${outline}/>`
}

export function ring(x: number, y: number, options: { r: number; width: number; color?: string; ry?: number }): string {
  const { r, width, color = ink, ry = r } = options
  return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(r)}" ry="${n(ry)}" fill="none" stroke="${color}" stroke-width="${width}"/>`
}

export function box(
  x: number,
  y: number,
  options: { w: number; h: number; color: string; width?: number; r?: number },
) {
  const { w, h, color, width = 0, r = 0 } = options
  const outline = width > 0 ? ` stroke="${ink}" stroke-width="${width}"` : ''
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" rx="${r}" fill="${color}"${outline}/>`
}

/** Moves, scales and, where asked, turns a drawing round to face the other way. */
export function placed(content: string, to: { x: number; y: number; scale?: number; flip?: boolean; turn?: number }) {
  const { x, y, scale = 1, flip = false, turn = 0 } = to
  const spin = turn === 0 ? '' : ` rotate(${n(turn)})`
  return `<g transform="translate(${n(x)} ${n(y)}) scale(${n(flip ? -scale : scale)} ${n(scale)})${spin}">${content}</g>`
}

export function faded(content: string, opacity: number): string {
  return `<g opacity="${opacity}">${content}</g>`
}

/** A fill of three hard bands, light above and shade below: volume without a soft gradient. */
export function bands(id: string, paint: Paint, stops: readonly [number, number] = [0.22, 0.66]): string {
  const [high, low] = stops
  return (
    `<linearGradient id="${id}" x1="0" y1="0" x2="0.06" y2="1">` +
    `<stop offset="${high}" stop-color="${paint.light}"/><stop offset="${high + 0.015}" stop-color="${paint.base}"/>` +
    `<stop offset="${low}" stop-color="${paint.base}"/><stop offset="${low + 0.015}" stop-color="${paint.shade}"/>` +
    '</linearGradient>'
  )
}

/** Three figures are enough for a drawing and keep the text short. */
export function n(value: number): number {
  return Math.round(value * 100) / 100
}

/** Mixes two `#rrggbb` colours; `share` of the second. */
export function mix(first: string, second: string, share: number): string {
  const channel = (color: string, at: number) => Number.parseInt(color.slice(at, at + 2), 16)
  const parts = [1, 3, 5].map((at) => Math.round(channel(first, at) * (1 - share) + channel(second, at) * share))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

export function paintOf(base: string): Paint {
  return { light: mix(base, '#fff4dc', 0.24), base, shade: mix(base, '#1a2238', 0.3) }
}

import type { Chance } from '../random.ts'
import { box, disc, ink, line, n, type Paint, shape } from './ink.ts'
import { type WheelStyle, wheel } from './wheels.ts'

/** What a drawing is made with. `fillId` names the three-band wash of the paint. */
export type Look = Readonly<{ paint: Paint; fillId: string; chance: Chance; isTired: boolean }>

/** A drawing in centimetres: from x = 0 to `length`, standing on y = 0. */
export type Drawing = Readonly<{ svg: string; length: number; height: number }>

export type Stance = Readonly<{
  front: number
  rear: number
  radius: number
  sill: number
  style: WheelStyle
  rim?: string
  isRearCovered?: boolean
}>

export const chrome = '#d3d9d9'

/** The closed outline of a body: `top` from the lower nose to the lower tail, then back along the sill and arches. */
export function outline(top: string, stance: Stance): string {
  const { front, rear, radius, sill, isRearCovered = false } = stance
  const arch = radius + 6
  const half = Math.sqrt(arch ** 2 - (radius - sill) ** 2)
  const cut = (x: number) => `L${n(x + half)} ${-sill} A${arch} ${arch} 0 0 0 ${n(x - half)} ${-sill}`
  return `${top}${isRearCovered ? '' : cut(rear)}${cut(front)}Z`
}

/** Wheels in their wells; a tired car may stand on a flat tyre. */
export function wheels(stance: Stance, look: Look): string {
  const { front, rear, radius, sill, style, rim } = stance
  const isFlat = look.isTired && look.chance.hit(0.6)
  const well = (x: number) => disc(x, -radius, { r: radius + 7, color: '#20262c' })
  const shadow = box(front, -sill - 6, { w: rear - front, h: sill - 4, color: '#20262c' })
  const colored = rim ?? look.paint.light
  return (
    shadow +
    well(front) +
    well(rear) +
    wheel(front, radius, { style, color: colored, isFlat }) +
    wheel(rear, radius, { style, color: colored, isFlat: isFlat && look.chance.hit(0.5) })
  )
}

/** Window glass: sky above, the dark inside below, one slanted reflection. */
export function glass(panes: readonly string[]): string {
  return panes.map((pane) => shape(pane, 'url(#glass)', 1.2)).join('')
}

export function headlamp(x: number, y: number, r = 9): string {
  return (
    disc(x, y, { r: r * 0.62, ry: r, color: chrome, width: 1.3 }) +
    disc(x - r * 0.18, y, { r: r * 0.36, ry: r * 0.72, color: '#fbf3cf' })
  )
}

export function bumper(from: number, to: number, y: number): string {
  return (
    line(`M${from} ${y}L${to} ${y}`, 7, ink) +
    line(`M${from} ${y}L${to} ${y}`, 4.6, chrome) +
    line(`M${from + 3} ${y - 1}L${to - 4} ${y - 1}`, 1, '#ffffff')
  )
}

export function handle(x: number, y: number): string {
  return line(`M${x} ${y}l9 0`, 3.6) + line(`M${x} ${y}l8.5 0`, 1.8, chrome)
}

/** Rust at the places it really starts. */
export function rust(spots: readonly (readonly [number, number])[], look: Look): string {
  if (!look.isTired) return ''
  return spots
    .map(([x, y]) => {
      const r = look.chance.between(3, 8)
      return (
        disc(x, y, { r, ry: r * 0.55, color: '#8a4f2e' }) +
        disc(x + r * 0.8, y - 2, { r: r * 0.4, ry: r * 0.3, color: '#8a4f2e' })
      )
    })
    .join('')
}

import type { Chance } from '../random.ts'
import { box, disc, fill, ink, line, mix, n } from './ink.ts'
import type { Light } from './palette.ts'

/** A place on a 1200 × 900 sheet; things stand on the line `floor`. */
export type Backdrop = Readonly<{ svg: string; floor: number }>

export type Painter = Readonly<{ light: Light; chance: Chance }>

export const thin = 2

export function sky({ light, chance }: Painter, horizon: number): string {
  const sun = chance.whole(120, 1080)
  let clouds = ''
  for (let at = chance.whole(1, 3); at > 0; at -= 1) {
    const x = chance.whole(0, 1100)
    const y = chance.whole(60, Math.max(90, horizon - 240))
    const w = chance.whole(120, 260)
    clouds += fill(
      `M${x} ${y}C${x + w * 0.1} ${y - 26} ${x + w * 0.3} ${y - 34} ${x + w * 0.45} ${y - 24}C${x + w * 0.6} ${y - 44} ${x + w * 0.86} ${y - 30} ${x + w} ${y}Z`,
      '#fdfaf0',
      0.42,
    )
  }
  return (
    `<rect width="1200" height="${horizon + 20}" fill="url(#sky)"/>` +
    disc(sun, horizon - 120, { r: 70, color: mix(light.glow, '#ffffff', 0.3) }).replace('/>', ' fill-opacity="0.5"/>') +
    clouds
  )
}

export function hills({ light, chance }: Painter, horizon: number): string {
  const ridge = (y: number, rise: number) => {
    let d = `M0 ${horizon + 20}L0 ${y}`
    for (let x = 0; x < 1200; x += 300)
      d += `C${x + 90} ${n(y - chance.between(0, rise))} ${x + 200} ${n(y - chance.between(0, rise))} ${x + 300} ${n(y - chance.between(-10, rise * 0.5))}`
    return `${d}L1200 ${horizon + 20}Z`
  }
  return (
    fill(ridge(horizon - 50, 70), light.far, 0.75) + fill(ridge(horizon - 14, 44), mix(light.far, light.leafDark, 0.5))
  )
}

export function ground({ light, chance }: Painter, floor: number, horizon: number): string {
  let strokes = ''
  for (let at = 0; at < 26; at += 1) {
    const y = floor - 10 + ((900 - floor) * at) / 26
    const x = chance.whole(0, 1150)
    strokes += `M${x} ${n(y + chance.between(-6, 6))}l${chance.whole(20, 90)} ${chance.whole(-2, 2)}`
  }
  return (
    `<rect y="${horizon}" width="1200" height="${900 - horizon}" fill="${light.ground}"/>` +
    fill(
      `M0 ${floor + 60}C300 ${floor + 30} 800 ${floor + 80} 1200 ${floor + 44}L1200 900L0 900Z`,
      light.groundDark,
      0.55,
    ) +
    line(strokes, 2, mix(light.groundDark, ink, 0.25))
  )
}

export function poplar(x: number, y: number, look: { h: number; light: Light }): string {
  const { h, light } = look
  return (
    box(x - 3, y - h * 0.2, { w: 6, h: h * 0.2, color: mix(light.leafDark, ink, 0.4) }) +
    fill(
      `M${x} ${y - h}C${x + h * 0.15} ${y - h * 0.7} ${x + h * 0.13} ${y - h * 0.2} ${x} ${y - h * 0.12}C${x - h * 0.13} ${y - h * 0.2} ${x - h * 0.15} ${y - h * 0.7} ${x} ${y - h}Z`,
      light.leafDark,
    ) +
    fill(
      `M${x - 4} ${y - h * 0.9}C${x - h * 0.12} ${y - h * 0.6} ${x - h * 0.1} ${y - h * 0.3} ${x - 4} ${y - h * 0.2}Z`,
      light.leaf,
    )
  )
}

export function roundTree(x: number, y: number, look: { h: number; light: Light }): string {
  const { h, light } = look
  const r = h * 0.34
  return (
    line(`M${x} ${y}L${x} ${y - h * 0.6}`, h * 0.07, mix(light.leafDark, ink, 0.5)) +
    disc(x, y - h * 0.66, { r, color: light.leafDark }) +
    disc(x - r * 0.5, y - h * 0.54, { r: r * 0.7, color: light.leafDark }) +
    disc(x + r * 0.6, y - h * 0.56, { r: r * 0.62, color: light.leafDark }) +
    disc(x - r * 0.25, y - h * 0.76, { r: r * 0.6, color: light.leaf })
  )
}

export function grass({ light, chance }: Painter, floor: number, count: number): string {
  let d = ''
  for (let at = 0; at < count; at += 1) {
    const x = chance.whole(0, 1200)
    const y = chance.whole(floor - 6, 890)
    const h = 8 + (y - floor) * 0.07
    d += `M${x} ${y}l${n(-h * 0.3)} ${n(-h)}M${x + 3} ${y}l0 ${n(-h * 1.2)}M${x + 6} ${y}l${n(h * 0.4)} ${n(-h)}`
  }
  return line(d, 2, light.leafDark)
}

export function planks(
  area: { x: number; y: number; w: number; h: number; step: number; color: string; dark: string },
  chance: Chance,
): string {
  let svg = box(area.x, area.y, { w: area.w, h: area.h, color: area.color })
  let lines = ''
  for (let x = area.x; x < area.x + area.w; x += area.step) {
    if (chance.hit(0.35))
      svg += box(x, area.y, {
        w: area.step,
        h: area.h,
        color: chance.hit(0.5) ? mix(area.color, area.dark, 0.35) : mix(area.color, '#fff2d0', 0.12),
      })
    lines += `M${x} ${area.y}l0 ${area.h}`
  }
  return svg + line(lines, thin, mix(area.dark, ink, 0.35))
}

export function stones(area: { x: number; y: number; w: number; h: number }, light: Light, chance: Chance): string {
  let svg = box(area.x, area.y, { w: area.w, h: area.h, color: light.wall })
  for (let at = 0; at < (area.w * area.h) / 9000; at += 1) {
    const x = area.x + chance.between(0, area.w - 50)
    const y = area.y + chance.between(0, area.h - 24)
    svg += box(x, y, {
      w: chance.whole(26, 58),
      h: chance.whole(14, 26),
      color: mix(light.wall, chance.hit(0.5) ? light.wallDark : '#fff4dd', 0.4),
      r: 6,
    })
  }
  return svg
}

export function roof(d: string, light: Light, step: { from: number; to: number; y: number; h: number }): string {
  let lines = ''
  for (let y = step.y; y < step.y + step.h; y += 16) lines += `M${step.from} ${y}L${step.to} ${y}`
  const tile = mix('#a4604a', light.tint, 0.25)
  return fill(d, tile) + line(lines, 1.6, mix(tile, ink, 0.35)) + line(d, thin)
}

import type { Drawing, Look } from './car-parts.ts'
import { box, disc, ink, line, n, ring, shape } from './ink.ts'
import { brass, dark, iron, steel } from './materials.ts'
import { arc, spokes, wheel } from './wheels.ts'

/** Headlamps, one facing, one turned. */
export function lamps(look: Look): Drawing {
  const metal = look.chance.hit(0.4) ? brass : '#d3d9d9'
  const svg =
    line('M38 -18L38 0', 5) +
    disc(38, -46, { r: 32, color: metal, width: 1.6 }) +
    disc(38, -46, { r: 26, color: '#e8e6d2', width: 1.1 }) +
    line('M26 -66L26 -26M34 -70L34 -22M42 -70L42 -22M50 -66L50 -26', 0.9, '#9aa7a6') +
    line(arc(38, -46, { r: 20, from: 195, to: 250 }), 2.6, '#ffffff') +
    disc(38, -46, { r: 5, color: '#f5d98c', width: 0.8 }) +
    line('M112 -14L112 0', 5) +
    shape('M92 -74C130 -78 150 -58 150 -42C150 -26 130 -8 92 -12Z', metal, 1.5) +
    disc(92, -43, { r: 9, ry: 32, color: '#e8e6d2', width: 1.4 }) +
    line('M104 -64C122 -64 134 -56 138 -50', 2.2, '#ffffff')
  return { svg, length: 152, height: 80 }
}

/** Ribbed bonnet leaning on its edge. */
export function bonnet(look: Look): Drawing {
  let d = ''
  for (let at = 0; at < 13; at += 1)
    d += `M${n(14 + at * 9.6)} ${n(-6 - at * 0.6)}L${n(34 + at * 7.4)} ${n(-86 - Math.sin((at / 12) * Math.PI) * 8)}`
  const svg =
    shape('M6 -2L30 -86C60 -98 100 -98 128 -86L148 -10C100 0 50 2 6 -2Z', `url(#${look.fillId})`, 1.7) +
    line(d, 1.2, look.paint.shade) +
    line('M14 -14C60 -8 110 -10 144 -20', 1.2) +
    disc(24, -40, { r: 4, ry: 3, color: '#8a4f2e' }) +
    disc(120, -22, { r: 5, ry: 3, color: '#8a4f2e' })
  return { svg, length: 150, height: 98 }
}

/** Front wing with its wheel arch. */
export function wing(look: Look): Drawing {
  const svg =
    shape(
      'M4 -16C2 -60 40 -86 84 -84C120 -82 144 -56 160 -22L146 -4L124 -4A48 48 0 0 0 32 -4L10 -4Z',
      `url(#${look.fillId})`,
      1.7,
    ) +
    line('M20 -40C36 -66 70 -76 104 -70', 2, look.paint.light) +
    line('M28 -4A52 52 0 0 1 128 -4', 1.2) +
    disc(26, -52, { r: 10, color: dark, width: 1.2 }) +
    disc(146, -18, { r: 6, ry: 4, color: '#8a4f2e' }) +
    disc(138, -12, { r: 3, color: '#8a4f2e' })
  return { svg, length: 162, height: 88 }
}

/** A door with its window frame. */
export function door(look: Look): Drawing {
  const svg =
    shape('M8 -4L4 -62L26 -112C40 -116 80 -118 98 -116L102 -60L98 -4Z', `url(#${look.fillId})`, 1.7) +
    shape('M14 -64L32 -106C46 -110 76 -111 92 -110L94 -64Z', 'url(#glass)', 1.3) +
    line('M60 -110L60 -64', 1.6) +
    line('M8 -52L100 -52', 2.2, '#d3d9d9') +
    line('M82 -44l12 0', 4) +
    line('M82 -44l12 0', 2.2, '#d3d9d9') +
    disc(88, -36, { r: 1.6, color: dark }) +
    line('M14 -14L94 -14', 1.1, look.paint.shade) +
    disc(16, -8, { r: 6, ry: 3, color: '#8a4f2e' })
  return { svg, length: 106, height: 118 }
}

/** Chromed grille. */
export function grille(look: Look): Drawing {
  let bars = ''
  for (let at = 1; at < 12; at += 1) bars += `M${n(12 + at * 8)} -8L${n(18 + at * 7)} -66`
  const chevron = look.chance.hit(0.4)
    ? line('M30 -18L60 -44L90 -18M30 -32L60 -58L90 -32', 4.4, '#e8ecea') + line('M30 -18L60 -44L90 -18', 1)
    : box(30, -42, { w: 60, h: 8, color: '#e8ecea', width: 1, r: 3 })
  const svg =
    shape('M6 -6C2 -40 14 -72 30 -76C50 -80 70 -80 90 -76C106 -72 118 -40 114 -6C80 0 40 0 6 -6Z', '#434b50', 1.6) +
    line(bars, 3, '#cfd6d6') +
    line('M6 -6C2 -40 14 -72 30 -76C50 -80 70 -80 90 -76C106 -72 118 -40 114 -6C80 0 40 0 6 -6Z', 6) +
    line('M6 -6C2 -40 14 -72 30 -76C50 -80 70 -80 90 -76C106 -72 118 -40 114 -6C80 0 40 0 6 -6Z', 3.6, '#d9dfde') +
    chevron
  return { svg, length: 120, height: 80 }
}

/** A set of wheels, one leaning on three. */
export function wheelSet(look: Look): Drawing {
  const style = look.chance.pick(['steel', 'disc', 'spoke', 'alloy'] as const)
  const color = look.chance.pick([look.paint.base, '#c9c3ad', '#2f353a', '#b7bcbd'])
  const one = (x: number) => wheel(x, 33, { style, color })
  const flat = (y: number) =>
    shape(
      `M104 ${y}C104 ${y - 8} 178 ${y - 8} 178 ${y}L178 ${y + 12}C178 ${y + 20} 104 ${y + 20} 104 ${y + 12}Z`,
      dark,
      1.4,
    ) + line(`M106 ${y + 4}C120 ${y + 10} 162 ${y + 10} 176 ${y + 4}`, 1, '#59636a')
  return {
    svg: `${flat(-16) + flat(-36)}<g transform="rotate(-7 66 0)">${one(72)}</g>${one(36)}`,
    length: 180,
    height: 70,
  }
}

/** One wire wheel without its tyre. */
export function wireWheel(look: Look): Drawing {
  const color = look.chance.pick(['#c6cccb', '#b08a4d', '#2f353a'])
  return {
    svg:
      ring(46, -46, { r: 45, width: 5, color: ink }) +
      spokes(46, -46, { r: 42, count: 34, color }).replace('fill="#5a6267"', 'fill="none"') +
      disc(120, -18, { r: 18, ry: 18, color: '#c6cccb', width: 1.4 }) +
      line('M106 -18l28 0M120 -32l0 28', 3),
    length: 140,
    height: 94,
  }
}

/** Leaf spring and two dampers. */
export function springs(look: Look): Drawing {
  const leaf = (inset: number, drop: number) =>
    shape(
      `M${6 + inset} ${-44 - drop}C${50} ${-14 - drop} ${110} ${-14 - drop} ${154 - inset} ${-44 - drop}L${154 - inset} ${-39 - drop}C${110} ${-8 - drop} ${50} ${-8 - drop} ${6 + inset} ${-39 - drop}Z`,
      iron,
      1.1,
    )
  const svg =
    leaf(0, 0) +
    leaf(18, -7) +
    leaf(34, -13) +
    leaf(48, -18) +
    ring(6, -43, { r: 4, width: 3 }) +
    ring(154, -43, { r: 4, width: 3 }) +
    box(72, -30, { w: 16, h: 28, color: steel, width: 1.2, r: 2 }) +
    shape('M176 0L176 -44L192 -44L192 0Z', look.paint.base, 1.3) +
    shape('M174 -44L174 -72L194 -72L194 -44Z', dark, 1.2) +
    disc(184, -78, { r: 5, color: steel, width: 1.2 })
  return { svg, length: 198, height: 84 }
}

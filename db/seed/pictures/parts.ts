import type { Drawing, Look } from './cars.ts'
import { box, disc, ink, line, n, ring, shape } from './ink.ts'
import { arc, spokes, wheel } from './wheels.ts'

const iron = '#7c8587'
const steel = '#a9b2b3'
const alu = '#bcc3c2'
const dark = '#2b3036'
const copper = '#b0724a'
const brass = '#c3a15a'

const bolts = (points: readonly (readonly [number, number])[], r = 1.6) =>
  points.map(([x, y]) => disc(x, y, { r, color: '#5b6366', width: 0.6 })).join('')

/** Four-cylinder engine seen from the side, on two blocks of wood. */
export function engine(look: Look): Drawing {
  const color = `url(#${look.fillId})`
  const svg =
    box(18, -8, { w: 26, h: 8, color: '#9a7b52', width: 1 }) +
    box(76, -8, { w: 26, h: 8, color: '#9a7b52', width: 1 }) +
    shape('M16 -8L20 -22L100 -22L104 -8L96 -4L24 -4Z', iron, 1.2) +
    shape('M14 -22L14 -58L106 -58L106 -22Z', color, 1.4) +
    shape('M12 -58L12 -70L108 -70L108 -58Z', steel, 1.2) +
    shape('M20 -70C20 -80 24 -82 32 -82L92 -82C100 -82 102 -78 102 -70Z', look.paint.shade, 1.3) +
    disc(40, -83, { r: 5, ry: 2.6, color: dark, width: 0.8 }) +
    line('M26 -74L98 -74', 0.9, look.paint.light) +
    [30, 48, 66, 84]
      .map(
        (x) => line(`M${x} -66l0 -10`, 2.6, '#f1ead8') + line(`M${x} -76C${x + 4} -92 ${x - 10} -92 ${x - 4} -98`, 1.6),
      )
      .join('') +
    disc(32, -40, { r: 6, color: iron, width: 1 }) +
    disc(54, -40, { r: 6, color: iron, width: 1 }) +
    disc(76, -40, { r: 6, color: iron, width: 1 }) +
    ring(6, -40, { r: 3, ry: 20, width: 4, color: dark }) +
    line('M6 -60C-2 -50 -2 -30 6 -20M6 -60C14 -50 14 -30 6 -20', 1.4, steel) +
    line('M0 -60L0 -20', 2.2, '#4b5457') +
    box(84, -52, { w: 14, h: 22, color: brass, width: 1 }) +
    shape('M88 -30l6 0l0 6l-6 0Z', dark, 0.8) +
    shape('M106 -56L118 -48L118 -16L106 -20Z', steel, 1.3) +
    bolts([
      [110, -50],
      [110, -24],
      [20, -27],
      [100, -27],
      [20, -54],
      [100, -54],
      [16, -64],
      [50, -64],
      [76, -64],
      [104, -64],
    ])
  return { svg, length: 118, height: 100 }
}

/** Motorcycle engine with finned barrels. */
export function finnedEngine(look: Look): Drawing {
  const barrels = look.chance.hit(0.5) ? [34, 58] : [44]
  const fin = (x: number) => {
    let d = ''
    for (let at = 0; at < 9; at += 1) d += `M${x - 14} ${-48 - at * 5}l28 0`
    return (
      shape(`M${x - 10} -44L${x - 10} -92L${x + 10} -92L${x + 10} -44Z`, alu, 1.2) +
      line(d, 2) +
      shape(`M${x - 12} -92C${x - 12} -102 ${x + 12} -102 ${x + 12} -92Z`, steel, 1.2) +
      line(`M${x} -100l0 -7`, 2.6, '#f1ead8')
    )
  }
  const svg =
    shape('M10 -6C-2 -22 4 -44 24 -46L84 -46C104 -42 108 -18 96 -4L22 -4Z', alu, 1.5) +
    barrels.map(fin).join('') +
    disc(30, -24, { r: 15, color: '#cdd3d2', width: 1.3 }) +
    disc(72, -26, { r: 12, color: '#c2c9c8', width: 1.2 }) +
    line('M20 -30C26 -36 36 -36 40 -30', 1.2, '#ffffff') +
    line('M56 -64L84 -64', 5) +
    line('M56 -64L84 -64', 3, steel) +
    box(80, -72, { w: 16, h: 16, color: brass, width: 1.1, r: 3 }) +
    disc(102, -64, { r: 6, color: dark, width: 1 }) +
    line('M86 -16L104 -8L112 -12', 3) +
    bolts([
      [18, -38],
      [18, -12],
      [44, -12],
      [46, -36],
      [62, -40],
      [84, -40],
      [88, -12],
    ])
  return { svg, length: 112, height: 108 }
}

/** Gearbox with its bell housing. */
export function gearbox(look: Look): Drawing {
  const svg =
    shape('M4 -4L4 -56L26 -60L40 -50L96 -46L120 -36L120 -18L96 -10L40 -6Z', alu, 1.5) +
    line('M26 -60L26 -4M40 -50L40 -6M96 -46L96 -10M54 -48L54 -8M68 -47L68 -9M82 -46L82 -10', 1.2) +
    shape('M50 -48L56 -62L84 -60L88 -46Z', steel, 1.2) +
    line('M70 -62L78 -92', 3.4) +
    disc(79, -95, { r: 4.4, color: look.paint.base, width: 1.1 }) +
    shape('M120 -32L134 -30L134 -24L120 -22Z', steel, 1.1) +
    bolts([
      [10, -50],
      [10, -30],
      [10, -10],
      [20, -52],
      [20, -10],
      [46, -44],
      [46, -12],
      [100, -38],
      [100, -16],
      [110, -28],
    ]) +
    disc(66, -26, { r: 8, color: '#c9cfce', width: 1.1 })
  return { svg, length: 136, height: 100 }
}

/** Carburettor: bowl, throat and linkage. Drawn five times life size. */
export function carburettor(look: Look): Drawing {
  const body = look.chance.hit(0.4) ? brass : alu
  const svg =
    shape('M20 0L20 -10L70 -10L70 0Z', steel, 1.3) +
    shape('M28 -10L28 -36L62 -36L62 -10Z', body, 1.4) +
    shape('M62 -14L62 -50C62 -56 98 -56 98 -50L98 -14C98 -6 62 -6 62 -14Z', body, 1.5) +
    line('M62 -46C70 -42 90 -42 98 -46', 1.1) +
    disc(80, -57, { r: 7, ry: 4, color: brass, width: 1 }) +
    line('M80 -61l0 -7', 3) +
    shape('M22 -36L18 -56C18 -64 72 -64 72 -56L68 -36Z', body, 1.4) +
    disc(45, -58, { r: 26, ry: 7, color: dark, width: 1.4 }) +
    disc(45, -57, { r: 18, ry: 4, color: '#4d565a' }) +
    line('M28 -24L10 -30L8 -48', 2.6) +
    disc(8, -50, { r: 3, color: steel, width: 1 }) +
    ring(28, -24, { r: 4, width: 2, color: steel }) +
    line('M98 -38L112 -40L112 -48', 3.4) +
    line('M98 -38L112 -40L112 -48', 1.8, brass) +
    disc(46, -22, { r: 4, color: brass, width: 1 }) +
    line('M43 -22l6 0', 1) +
    bolts([
      [26, -5],
      [64, -5],
      [66, -20],
      [94, -20],
    ])
  return { svg, length: 118, height: 72 }
}

/** Distributor with its coil. */
export function distributor(look: Look): Drawing {
  const cap = look.chance.hit(0.5) ? '#5a3a2c' : dark
  const svg =
    shape('M26 0L26 -18L40 -18L40 0Z', steel, 1.2) +
    line('M26 -6l14 0', 1) +
    disc(33, 0, { r: 6, ry: 2.4, color: steel, width: 1 }) +
    shape('M14 -18L14 -40L52 -40L52 -18C46 -12 20 -12 14 -18Z', alu, 1.4) +
    shape('M52 -34L70 -32L70 -22L52 -24Z', steel, 1.2) +
    disc(74, -27, { r: 8, color: steel, width: 1.2 }) +
    shape('M12 -40L16 -60C22 -66 44 -66 50 -60L54 -40Z', cap, 1.4) +
    line('M18 -44L22 -60', 1.2, '#8b6a58') +
    [20, 28, 38, 46]
      .map((x) => line(`M${x} -62l0 -8`, 5, cap) + line(`M${x} -70C${x} -90 ${x + 26} -84 ${x + 40} -70`, 2.4, dark))
      .join('') +
    shape('M96 0L96 -52C96 -58 128 -58 128 -52L128 0Z', `url(#${look.fillId})`, 1.4) +
    disc(112, 0, { r: 16, ry: 4, color: steel, width: 1.2 }) +
    shape('M104 -54L106 -64L118 -64L120 -54Z', dark, 1.2) +
    line('M94 -30l36 0', 4) +
    line('M94 -30l36 0', 2.4, steel) +
    line('M112 -64C112 -86 70 -96 33 -66', 2.8)
  return { svg, length: 134, height: 92 }
}

/** Magneto: horseshoe magnet over its armature. */
export function magneto(look: Look): Drawing {
  const svg =
    shape('M20 0L20 -10L96 -10L96 0Z', steel, 1.2) +
    shape('M26 -10C18 -76 98 -76 90 -10L74 -10C80 -54 36 -54 42 -10Z', look.paint.base, 1.6) +
    line('M32 -40C36 -60 60 -64 72 -56', 1.4, look.paint.light) +
    disc(58, -26, { r: 14, color: copper, width: 1.3 }) +
    line('M46 -30L70 -30M45 -26L71 -26M46 -22L70 -22', 1) +
    shape('M90 -44L112 -44L116 -10L90 -10Z', alu, 1.3) +
    disc(104, -28, { r: 9, color: dark, width: 1.1 }) +
    line('M104 -44C104 -70 128 -66 132 -40', 3, dark) +
    shape('M4 -26L20 -32L20 -18L4 -22Z', steel, 1.1) +
    bolts([
      [26, -5],
      [90, -5],
      [96, -38],
      [110, -16],
    ])
  return { svg, length: 134, height: 70 }
}

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

import type { Drawing, Look } from './car-parts.ts'
import { box, disc, line, ring, shape } from './ink.ts'
import { alu, bolts, brass, copper, dark, iron, steel } from './materials.ts'

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

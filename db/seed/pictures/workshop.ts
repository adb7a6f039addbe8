import type { Drawing, Look } from './car-parts.ts'
import { box, disc, fill, ink, line, n, ring, shape } from './ink.ts'

const steel = '#a9b2b3'

const dark = '#2b3036'

const wood = '#9a7246'

const leathers = ['#7a4d37', '#5b3730', '#8b6a45', '#39424a', '#75634f']

/** Front seat. */
export function seat(look: Look): Drawing {
  const color = look.chance.pick(leathers)
  const pleats = look.chance.hit(0.7)
  const svg =
    line('M20 0L24 -18M86 0L82 -18', 5) +
    line('M14 -2L94 -2', 4) +
    shape('M10 -18C4 -30 8 -40 22 -42L84 -40C98 -40 104 -30 98 -18Z', color, 1.6) +
    shape('M66 -40C70 -70 84 -104 96 -110C110 -114 118 -104 114 -92L96 -38Z', color, 1.6) +
    (pleats
      ? line('M22 -40C20 -34 20 -26 22 -20M36 -41L36 -20M50 -41L50 -20M64 -40L64 -20', 1.1) +
        line('M76 -44C82 -70 92 -96 100 -108M84 -42C90 -70 100 -94 108 -106', 1.1)
      : line('M22 -32L88 -30M82 -60L100 -98', 1.2)) +
    line('M40 -36l8 4l6 -3', 1.2, '#e8dcc0')
  return { svg, length: 120, height: 112 }
}

/** Rear bench with armrests. */
export function bench(look: Look): Drawing {
  const color = look.chance.pick(leathers)
  let pleats = ''
  for (let x = 26; x < 180; x += 14) pleats += `M${x} -26L${x} -6M${x} -74L${x} -34`
  const svg =
    shape('M10 -30C8 -70 14 -82 30 -84L172 -84C188 -82 194 -70 192 -30Z', color, 1.6) +
    shape('M4 -4C0 -20 6 -32 20 -32L182 -32C196 -32 202 -20 198 -4Z', color, 1.6) +
    line(pleats, 1.1) +
    shape('M92 -62L110 -62L112 -32L90 -32Z', color, 1.4) +
    line('M150 -20l10 5l4 -6l8 6', 1.3, '#e8dcc0')
  return { svg, length: 202, height: 86 }
}

/** Steering wheel with its column. */
export function steering(look: Look): Drawing {
  const rim = look.chance.pick([dark, '#e2d8bd', wood])
  const svg =
    line('M56 -56L96 0', 9) +
    line('M56 -56L96 0', 5.6, steel) +
    ring(52, -56, { r: 46, width: 8.4 }) +
    ring(52, -56, { r: 46, width: 5.6, color: rim }) +
    line('M52 -56L9 -46M52 -56L95 -46M52 -56L52 -12', 6) +
    line('M52 -56L9 -46M52 -56L95 -46M52 -56L52 -12', 3.2, steel) +
    disc(52, -56, { r: 13, color: look.paint.base, width: 1.4 }) +
    disc(52, -56, { r: 7, color: '#d9dfde', width: 1 })
  return { svg, length: 104, height: 106 }
}

/** Instrument panel with its dials. */
export function dials(look: Look): Drawing {
  const dial = (x: number, r: number) => {
    let ticks = ''
    for (let at = 0; at < 9; at += 1) {
      const turn = ((135 + at * 33.75) * Math.PI) / 180
      ticks += `M${n(x + r * 0.72 * Math.cos(turn))} ${n(-42 + r * 0.72 * Math.sin(turn))}L${n(x + r * 0.88 * Math.cos(turn))} ${n(-42 + r * 0.88 * Math.sin(turn))}`
    }
    const hand = ((140 + look.chance.whole(0, 120)) * Math.PI) / 180
    return (
      disc(x, -42, { r: r + 3, color: '#d3d9d9', width: 1.2 }) +
      disc(x, -42, { r, color: '#ece5cd', width: 1 }) +
      line(ticks, 1.3) +
      line(`M${x} -42L${n(x + r * 0.7 * Math.cos(hand))} ${n(-42 + r * 0.7 * Math.sin(hand))}`, 1.8, '#a63c33') +
      disc(x, -42, { r: 2.4, color: ink })
    )
  }
  const board = look.chance.hit(0.5) ? wood : look.paint.base
  const svg =
    shape('M4 -4L2 -60C2 -80 20 -84 40 -84L180 -84C198 -84 208 -76 206 -60L204 -4Z', board, 1.6) +
    (board === wood ? line('M12 -74C60 -70 120 -78 198 -72M10 -14C80 -20 140 -8 200 -14', 0.9, '#6d4d2c') : '') +
    dial(46, 28) +
    dial(112, 22) +
    dial(166, 22) +
    [92, 112, 132, 152, 172].map((x) => disc(x, -12, { r: 3.6, color: '#e2d8bd', width: 1 })).join('')
  return { svg, length: 210, height: 86 }
}

/** Open toolbox with spanners. */
export function toolbox(look: Look): Drawing {
  const color = `url(#${look.fillId})`
  const spanner = (x: number, y: number, turn: number) =>
    `<g transform="translate(${x} ${y}) rotate(${turn})">${line('M0 0L0 -44', 6) + line('M0 0L0 -44', 3.8, steel) + disc(0, -48, { r: 7, color: steel, width: 1.2 }) + fill('M-3 -56L3 -56L3 -48L-3 -48Z', ink) + disc(0, 2, { r: 6, color: steel, width: 1.2 }) + disc(0, 2, { r: 2.6, color: ink })}</g>`
  const svg =
    spanner(40, -30, -14) +
    spanner(58, -30, 4) +
    spanner(84, -28, 18) +
    line('M104 -30L116 -70', 5) +
    line('M104 -30L116 -70', 3, '#c9a23c') +
    shape('M106 -70L132 -62L130 -54L104 -62Z', dark, 1.2) +
    shape('M8 0L4 -38L148 -38L144 0Z', color, 1.6) +
    shape('M4 -38L148 -38L148 -44L4 -44Z', look.paint.shade, 1.3) +
    line('M56 -22L96 -22', 5) +
    line('M56 -22L96 -22', 2.6, steel) +
    line('M160 -3L214 -9', 6) +
    line('M160 -3L214 -9', 3.8, steel) +
    disc(158, -3, { r: 6, color: steel, width: 1.2 }) +
    disc(218, -9, { r: 6, color: steel, width: 1.2 })
  return { svg, length: 226, height: 84 }
}

/** Hub puller: a bridge, two legs and a screw. */
export function puller(look: Look): Drawing {
  const svg =
    line('M62 -96L62 -14', 9) +
    line('M62 -96L62 -14', 6, steel) +
    line('M58 -90l8 3M58 -82l8 3M58 -74l8 3M58 -30l8 3M58 -22l8 3', 1.1) +
    box(52, -108, { w: 20, h: 12, color: steel, width: 1.3, r: 2 }) +
    line('M34 -102L90 -102', 4.4) +
    shape('M10 -72L114 -72L114 -56L10 -56Z', look.paint.base, 1.5) +
    shape('M12 -56L26 -56L24 -6L36 -6L36 0L12 0Z', steel, 1.4) +
    shape('M112 -56L98 -56L100 -6L88 -6L88 0L112 0Z', steel, 1.4) +
    disc(62, -64, { r: 9, color: steel, width: 1.2 }) +
    line('M140 -3L206 -3', 7) +
    line('M140 -3L206 -3', 4.6, steel) +
    disc(150, -12, { r: 10, color: dark, width: 1.2 }) +
    disc(150, -12, { r: 5, color: '#8b9193' })
  return { svg, length: 210, height: 110 }
}

/** Screw jack beside a starting handle. */
export function jack(look: Look): Drawing {
  const svg =
    shape('M20 0L30 -60L60 -60L70 0Z', look.paint.base, 1.6) +
    line('M34 -14L56 -14M36 -28L54 -28M38 -42L52 -42', 1.3, look.paint.shade) +
    line('M45 -60L45 -96', 10) +
    line('M45 -60L45 -96', 7, steel) +
    line('M41 -66l8 3M41 -74l8 3M41 -82l8 3M41 -90l8 3', 1.2) +
    shape('M32 -96L58 -96L54 -104L36 -104Z', steel, 1.3) +
    line('M96 -4L150 -6L150 -40L186 -42', 8) +
    line('M96 -4L150 -6L150 -40L186 -42', 5, steel) +
    line('M166 -41L188 -42', 8, wood)
  return { svg, length: 194, height: 106 }
}

/** Vice, hammer and a part in hand: a craftsman at work. */
export function vice(look: Look): Drawing {
  const svg =
    shape('M40 0L48 -22L98 -22L106 0Z', '#5f686b', 1.4) +
    shape('M30 -22L30 -58L66 -58L66 -44L80 -44L80 -22Z', look.paint.base, 1.6) +
    shape('M84 -22L84 -44L96 -58L112 -58L112 -22Z', look.paint.base, 1.6) +
    line('M112 -32L146 -32', 7) +
    line('M112 -32L146 -32', 4.4, steel) +
    line('M142 -52L142 -12', 4.4) +
    disc(142, -54, { r: 3.6, color: steel, width: 1 }) +
    disc(142, -10, { r: 3.6, color: steel, width: 1 }) +
    disc(75, -70, { r: 22, color: '#b0724a', width: 1.4 }) +
    disc(75, -70, { r: 9, color: steel, width: 1.2 }) +
    line('M60 -82L66 -76M90 -82L84 -76M75 -92L75 -84', 1.6) +
    line('M168 -4L214 -22', 6, wood) +
    shape('M206 -34L224 -28L220 -12L204 -20Z', steel, 1.3) +
    line('M4 -3L24 -3', 5, '#c9a23c')
  return { svg, length: 228, height: 94 }
}

/** Sewing machine with a roll of leather. */
export function sewing(look: Look): Drawing {
  const svg =
    shape('M10 0L10 -10L150 -10L150 0Z', wood, 1.4) +
    shape('M20 -10L20 -16L140 -16L140 -10Z', dark, 1.2) +
    shape(
      'M112 -16L112 -74C112 -84 104 -86 92 -84L40 -80C30 -80 26 -74 28 -64L32 -36L42 -36L44 -62L92 -62C96 -60 96 -56 96 -16Z',
      '#33393e',
      1.6,
    ) +
    line('M37 -36L37 -18', 2.4, steel) +
    disc(122, -62, { r: 17, color: '#33393e', width: 1.5 }) +
    disc(122, -62, { r: 6, color: '#c3a15a', width: 1 }) +
    line('M50 -72L90 -74', 2, '#c3a15a') +
    disc(92, -90, { r: 5, ry: 7, color: look.paint.base, width: 1 }) +
    shape('M160 0L160 -26C160 -34 214 -34 214 -26L214 0C206 6 168 6 160 0Z', look.paint.base, 1.5) +
    disc(187, -28, { r: 27, ry: 7, color: look.paint.light, width: 1.3 }) +
    disc(187, -28, { r: 12, ry: 3, color: look.paint.shade, width: 1 })
  return { svg, length: 218, height: 98 }
}

import type { Drawing, Look } from './car-parts.ts'
import { box, disc, fill, line, n, ring, shape } from './ink.ts'
import { spokes } from './wheels.ts'

const chrome = '#d3d9d9'
const metal = '#9ba3a5'
const dark = '#2b3036'
const leather = '#5b4136'

function wireWheel(x: number, r: number, color = '#b5b9b6'): string {
  return (
    ring(x, -r, { r: r - 2.4, width: 5.4, color: dark }) +
    spokes(x, -r, { r: r - 6, count: 26, color }).replace('fill="#5a6267"', 'fill="#5a6267" fill-opacity="0.18"')
  )
}

function fins(x: number, y: number, block: { w: number; h: number; count: number }): string {
  let d = ''
  for (let at = 0; at <= block.count; at += 1) d += `M${n(x)} ${n(y + (block.h * at) / block.count)}l${block.w} 0`
  return line(d, 1.3)
}

/** Parallel twin or big single of the fifties and sixties. */
export function motorcycle(look: Look): Drawing {
  const color = `url(#${look.fillId})`
  const isSingle = look.chance.hit(0.4)
  const svg =
    wireWheel(36, 32) +
    wireWheel(172, 32) +
    disc(36, -32, { r: 9, color: metal, width: 1.1 }) +
    disc(172, -32, { r: 9, color: metal, width: 1.1 }) +
    line('M96 -28L190 -30', 7) +
    line('M98 -28L188 -30', 4.4, chrome) +
    line('M100 -29L150 -30', 1, '#ffffff') +
    line('M66 -78L74 -28L120 -26L172 -32M66 -78L128 -70L172 -32M128 -70L120 -26', 4.4) +
    line('M66 -78L74 -28L120 -26L172 -32M66 -78L128 -70L172 -32', 2, '#4a525a') +
    shape('M76 -28L78 -44C86 -50 118 -50 128 -44L134 -28C126 -16 84 -16 76 -28Z', metal, 1.5) +
    disc(92, -32, { r: 9, color: '#b7bdbd', width: 1.2 }) +
    disc(117, -33, { r: 8, color: '#aab1b2', width: 1.1 }) +
    shape(isSingle ? 'M88 -46L86 -70L110 -70L108 -46Z' : 'M84 -46L82 -68L114 -68L112 -46Z', '#b1b8b8', 1.3) +
    fins(isSingle ? 84 : 80, -66, { w: isSingle ? 28 : 36, h: 18, count: 5 }) +
    line('M86 -62C70 -58 72 -36 84 -26L100 -26', 4.6) +
    line('M86 -62C70 -58 72 -36 84 -26L100 -26', 2.8, chrome) +
    box(116, -62, { w: 12, h: 12, color: '#8c9496', width: 1.1, r: 2 }) +
    shape('M122 -48L146 -48L142 -30L122 -30Z', dark, 1.2) +
    shape('M70 -92C82 -98 116 -98 126 -84C126 -78 118 -74 108 -74L80 -75C70 -77 66 -86 70 -92Z', color, 1.6) +
    line('M76 -84C90 -90 108 -90 120 -82', 1.4, '#e7dcc0') +
    disc(92, -96, { r: 3.4, ry: 2, color: chrome, width: 1 }) +
    shape('M122 -84C134 -88 156 -88 178 -84C182 -80 180 -76 174 -76L126 -76C120 -78 118 -82 122 -84Z', leather, 1.5) +
    shape('M132 -52C140 -72 176 -78 196 -60L204 -46L198 -46C188 -62 160 -68 142 -48Z', color, 1.3) +
    line('M152 -74L170 -34', 5) +
    line('M152 -74L166 -44', 2.6, chrome) +
    shape('M6 -52C12 -72 44 -76 62 -54L56 -52C42 -66 22 -64 12 -50Z', color, 1.3) +
    line('M66 -96L36 -32', 6) +
    line('M66 -96L38 -36', 3.4, chrome) +
    line('M64 -100C72 -108 84 -104 94 -102', 3.4) +
    line('M84 -104l12 2', 4.6, dark) +
    disc(56, -90, { r: 10, color: dark, width: 1.4 }) +
    disc(50, -90, { r: 3.6, ry: 9.4, color: '#fbf3cf', width: 1.2 }) +
    disc(200, -54, { r: 3, color: '#a63c33', width: 1 }) +
    line('M104 -22L96 -4', 2.6)
  return { svg, length: 210, height: 108 }
}

/** Touring twin with flat cylinders and a big tank. */
export function boxer(look: Look): Drawing {
  const color = `url(#${look.fillId})`
  const svg =
    wireWheel(36, 32) +
    wireWheel(174, 32) +
    disc(36, -32, { r: 10, color: metal, width: 1.1 }) +
    disc(174, -32, { r: 11, color: metal, width: 1.1 }) +
    line('M104 -24L200 -26', 7.4) +
    line('M106 -24L198 -26', 4.8, chrome) +
    line('M64 -82L70 -24L130 -22L174 -32M64 -82L136 -76L174 -32', 4.6) +
    shape('M74 -20L72 -58C80 -66 116 -66 124 -58L128 -22Z', '#8d9597', 1.5) +
    box(78, -46, { w: 36, h: 21, color: '#b4baba', width: 1.5, r: 5 }) +
    fins(80, -43, { w: 32, h: 15, count: 4 }) +
    disc(96, -36, { r: 6, color: '#c6cbca', width: 1.1 }) +
    line('M84 -28C72 -22 78 -16 104 -22', 4.6) +
    line('M84 -28C72 -22 78 -16 104 -22', 2.8, chrome) +
    shape('M128 -56L152 -56L146 -30L128 -28Z', dark, 1.2) +
    shape('M66 -96C80 -106 122 -106 132 -88C132 -80 124 -76 110 -76L76 -78C64 -80 62 -90 66 -96Z', color, 1.6) +
    line('M72 -84C90 -88 112 -88 128 -84', 1.2, '#e7dcc0') +
    shape('M128 -88C142 -92 170 -92 190 -86C192 -80 188 -78 180 -78L132 -78Z', dark, 1.5) +
    shape('M136 -56C146 -76 184 -80 204 -58L208 -46L202 -46C190 -64 164 -70 146 -50Z', color, 1.3) +
    line('M158 -76L176 -34', 5) +
    line('M158 -76L170 -48', 2.6, chrome) +
    shape('M4 -50C10 -74 46 -78 64 -54L58 -52C44 -66 22 -66 10 -48Z', color, 1.3) +
    line('M62 -100L36 -32', 6.4) +
    line('M62 -100L38 -38', 3.8, metal) +
    line('M62 -104C72 -112 86 -108 98 -106', 3.4) +
    line('M88 -109l12 3', 4.6, dark) +
    disc(54, -94, { r: 11, color: dark, width: 1.4 }) +
    disc(48, -94, { r: 4, ry: 10, color: '#fbf3cf', width: 1.2 }) +
    disc(206, -56, { r: 3, color: '#a63c33', width: 1 })
  return { svg, length: 212, height: 112 }
}

/** Pressed-steel moped with pedals. */
export function moped(look: Look): Drawing {
  const color = `url(#${look.fillId})`
  const svg =
    wireWheel(30, 29) +
    wireWheel(142, 29) +
    disc(30, -29, { r: 5, color: metal, width: 1 }) +
    disc(142, -29, { r: 6, color: metal, width: 1 }) +
    line('M92 -18L160 -22', 5.4) +
    line('M94 -18L158 -22', 3.2, chrome) +
    shape(
      'M54 -86L64 -84L78 -44C84 -38 100 -38 108 -46L118 -62L126 -60L146 -28L138 -26L118 -44C110 -26 86 -22 74 -30L66 -40Z',
      color,
      1.6,
    ) +
    shape('M60 -76L68 -62C80 -54 100 -56 112 -64L106 -74C92 -70 78 -70 66 -78Z', color, 1.4) +
    disc(92, -28, { r: 13, color: metal, width: 1.4 }) +
    disc(92, -28, { r: 7, color: '#c2c8c7', width: 1 }) +
    line('M92 -28L104 -16L112 -16', 2.6) +
    shape('M74 -44L90 -44L88 -32L74 -34Z', '#aab1b2', 1.1) +
    line('M74 -42l16 0M74 -39l16 0M74 -36l16 0', 1) +
    line('M112 -64L110 -82', 3.4) +
    shape('M94 -86C104 -92 124 -92 132 -84C130 -78 118 -78 108 -80C100 -80 94 -82 94 -86Z', dark, 1.4) +
    shape('M116 -44C122 -62 152 -66 168 -46L164 -42C150 -56 132 -54 122 -40Z', color, 1.2) +
    shape('M4 -44C10 -64 38 -66 54 -46L50 -42C36 -56 16 -54 8 -40Z', color, 1.2) +
    line('M58 -92L30 -29', 5) +
    line('M58 -92L32 -34', 2.8, color) +
    line('M56 -96C62 -104 74 -102 84 -98', 3) +
    line('M76 -102l10 4', 4, dark) +
    disc(48, -82, { r: 7, color: color, width: 1.3 }) +
    disc(43, -82, { r: 2.6, ry: 6.6, color: '#fbf3cf', width: 1.1 }) +
    line('M128 -66L160 -66M134 -66L142 -30', 2.2) +
    disc(164, -52, { r: 2.6, color: '#a63c33', width: 1 }) +
    line('M96 -16L88 -2', 2.4)
  return { svg, length: 172, height: 104 }
}

/** Bicycle with its motor on the front wheel. */
export function frontMotor(look: Look): Drawing {
  const paint = look.paint.base === '#34393f' ? '#3b4147' : look.paint.base
  const svg =
    wireWheel(32, 30) +
    wireWheel(140, 30) +
    line('M60 -70C64 -34 84 -22 104 -30L140 -30', 9) +
    line('M60 -70C64 -34 84 -22 104 -30L140 -30', 6, paint) +
    line('M104 -30L110 -70', 7) +
    line('M104 -30L110 -70', 4.4, paint) +
    shape('M94 -76C104 -82 124 -82 132 -74C128 -68 116 -70 106 -70C98 -70 94 -72 94 -76Z', dark, 1.4) +
    line('M62 -92L34 -32', 6) +
    line('M62 -92L36 -34', 3.4, paint) +
    shape('M24 -64L52 -76C60 -72 62 -58 54 -50L36 -46C26 -48 22 -58 24 -64Z', dark, 1.5) +
    disc(44, -62, { r: 8, color: metal, width: 1.2 }) +
    shape('M40 -76L58 -84L64 -76L54 -68Z', '#3b4147', 1.2) +
    line('M60 -96C66 -104 78 -102 88 -98', 3) +
    line('M80 -102l10 4', 4, dark) +
    disc(42, -82, { r: 6, color: chrome, width: 1.2 }) +
    disc(38, -82, { r: 2.4, ry: 5.6, color: '#fbf3cf', width: 1 }) +
    disc(104, -28, { r: 7, color: chrome, width: 1.2 }) +
    line('M104 -28L114 -14L122 -14', 2.4) +
    line('M6 -46C12 -64 40 -68 56 -50', 3.2) +
    line('M116 -48C124 -64 152 -66 168 -46', 3.2) +
    line('M120 -62L158 -62M128 -62L140 -32', 2) +
    disc(166, -50, { r: 2.6, color: '#a63c33', width: 1 })
  return { svg, length: 172, height: 104 }
}

/** Pressed-steel scooter with a leg shield. */
export function scooter(look: Look): Drawing {
  const color = `url(#${look.fillId})`
  const small = (x: number) =>
    disc(x, -21, { r: 21, color: dark, width: 1.4 }) +
    disc(x, -21, { r: 12, color: '#c9cbc4', width: 1 }) +
    disc(x, -21, { r: 4, color: chrome, width: 0.9 })
  const svg =
    small(34) +
    small(142) +
    shape('M48 -100C44 -76 46 -50 60 -30L72 -22L112 -22L112 -28L78 -30C66 -40 60 -70 60 -100Z', color, 1.6) +
    fill('M50 -96C47 -74 50 -52 62 -36', 'none') +
    shape(
      'M104 -24C100 -44 100 -62 108 -72C124 -80 152 -76 164 -60C174 -46 172 -30 164 -24L160 -24A22 22 0 0 0 122 -24Z',
      color,
      1.6,
    ) +
    shape('M114 -34C110 -54 124 -66 144 -62C162 -56 164 -40 158 -30A22 22 0 0 0 124 -36Z', look.paint.light, 1.3) +
    shape('M100 -78C110 -86 140 -86 156 -76C158 -70 150 -68 140 -70L108 -70C102 -70 98 -74 100 -78Z', dark, 1.5) +
    shape('M12 -34C10 -54 28 -62 46 -54C56 -46 58 -36 54 -26C48 -42 28 -44 20 -28Z', color, 1.5) +
    line('M52 -102L40 -40', 5) +
    line('M52 -102L41 -44', 2.8, look.paint.base) +
    shape('M42 -112C48 -118 62 -118 70 -112L66 -102L46 -102Z', color, 1.4) +
    disc(43, -108, { r: 4, ry: 7, color: '#fbf3cf', width: 1.2 }) +
    line('M62 -114C70 -120 78 -118 84 -114', 3) +
    line('M76 -118l10 4', 4.4, dark) +
    disc(168, -50, { r: 3, color: '#a63c33', width: 1 }) +
    line('M76 -27L108 -27', 2.4, chrome) +
    line('M108 -22L100 -4', 2.4) +
    disc(176, -70, { r: 5, ry: 19, color: dark, width: 1.2 })
  return { svg, length: 182, height: 120 }
}

import type { Drawing, Look } from './car-parts.ts'
import { box, disc, fill, ink, line, ring, shape } from './ink.ts'
import { dark, steel } from './materials.ts'
import { arc } from './wheels.ts'

/** A stack of manuals, one lying open against it. */
export function manuals(look: Look): Drawing {
  const colors = look.chance.shuffle([
    '#a63c33',
    '#3f6791',
    '#d3ac45',
    '#46684f',
    '#775240',
    '#d9cfb4',
    '#2d3f5c',
    '#cb7336',
  ])
  let svg = ''
  let y = 0
  const count = look.chance.whole(4, 7)
  for (let at = 0; at < count; at += 1) {
    const h = look.chance.whole(7, 13)
    const x = look.chance.whole(0, 12)
    const w = look.chance.whole(88, 104)
    const color = colors[at] ?? '#775240'
    svg +=
      box(x, y - h, { w, h, color: '#ece5d0', width: 1.2 }) +
      box(x, y - h, { w: w * 0.94, h: 2.6, color }) +
      box(x, y - 2.6, { w: w * 0.94, h: 2.6, color }) +
      box(x, y - h, { w: 7, h, color, width: 1.1 }) +
      line(`M${x + 10} ${y - h / 2}L${x + w - 6} ${y - h / 2}`, 0.8, '#b9ae93')
    y -= h
  }
  const cover = colors[7] ?? '#cb7336'
  const upright =
    shape('M118 -2L136 -94L200 -82L182 8Z', cover, 1.6) +
    shape('M139 -82L190 -72L186 -50L135 -60Z', '#ece5d0', 1.1) +
    shape('M134 -30C134 -40 146 -44 156 -42C168 -42 176 -34 178 -24L132 -33Z', '#ece5d0', 1.2) +
    disc(144, -27, { r: 5, color: dark }) +
    disc(166, -22, { r: 5, color: dark }) +
    line('M144 -72L180 -65M143 -66L168 -61', 1.6, cover)
  return { svg: svg + upright, length: 202, height: Math.max(96, -y) }
}

/** Open workshop manual with an exploded drawing. */
export function openManual(look: Look): Drawing {
  const svg =
    shape(
      'M4 -10C40 -22 76 -22 104 -8C132 -22 168 -22 204 -10L196 -96C164 -106 130 -106 104 -92C78 -106 44 -106 12 -96Z',
      look.paint.base,
      1.6,
    ) +
    shape('M10 -14C44 -26 78 -24 104 -12L104 -92C78 -104 46 -104 18 -94Z', '#f0ead8', 1.2) +
    shape('M198 -14C164 -26 130 -24 104 -12L104 -92C130 -104 162 -104 190 -94Z', '#f0ead8', 1.2) +
    line(
      'M28 -84C48 -90 70 -90 92 -84M27 -76C47 -82 70 -82 93 -76M26 -68C46 -74 70 -74 93 -68M25 -60C46 -66 70 -66 94 -60M24 -52C40 -57 56 -58 72 -56M23 -38C46 -44 70 -44 95 -36M22 -30C46 -36 70 -36 96 -28',
      1.1,
      '#98907b',
    ) +
    disc(146, -66, { r: 15, ry: 13, color: '#d9d2bd', width: 1.2 }) +
    disc(146, -66, { r: 6, color: '#f0ead8', width: 1 }) +
    box(130, -44, { w: 36, h: 14, color: '#d9d2bd', width: 1.2 }) +
    line('M162 -76L182 -84M164 -60L184 -58M166 -36L184 -34M146 -53L146 -44', 1) +
    [183, 185].map((x, at) => disc(x, at === 0 ? -84 : -58, { r: 3.4, color: '#f0ead8', width: 0.9 })).join('')
  return { svg, length: 208, height: 106 }
}

/** Enamel sign: a disc, a shield or a plate with a wheel, a pump or a star on it, chipped at the holes. */
export function enamel(look: Look): Drawing {
  const { chance, paint } = look
  const form = chance.whole(0, 2)
  const rim = chance.pick(['#ece5d0', '#d3ac45', '#a63c33'])
  const outer =
    form === 0
      ? disc(70, -66, { r: 64, color: paint.base, width: 2 }) + ring(70, -66, { r: 56, width: 4, color: rim })
      : form === 1
        ? shape('M10 -128L130 -128L130 -60C130 -24 100 -8 70 0C40 -8 10 -24 10 -60Z', paint.base, 2) +
          line('M18 -120L122 -120L122 -60C122 -30 98 -16 70 -8C42 -16 18 -30 18 -60Z', 4, rim)
        : shape('M0 -120L150 -120L150 -20L0 -20Z', paint.base, 2) + line('M8 -112L142 -112L142 -28L8 -28Z', 4, rim)
  const cx = form === 2 ? 75 : 70
  const emblem = chance.pick([
    ring(cx, -68, { r: 24, width: 7, color: '#ece5d0' }) +
      line(`M${cx} -92L${cx} -44M${cx - 24} -68L${cx + 24} -68`, 4, '#ece5d0') +
      disc(cx, -68, { r: 7, color: rim }),
    shape(
      `M${cx - 14} -40L${cx - 14} -86C${cx - 14} -98 ${cx + 14} -98 ${cx + 14} -86L${cx + 14} -40Z`,
      '#ece5d0',
      1.2,
    ) +
      disc(cx, -82, { r: 8, color: paint.base, width: 1 }) +
      line(`M${cx + 14} -70C${cx + 30} -70 ${cx + 22} -46 ${cx + 30} -44`, 3, '#ece5d0'),
    fill(
      `M${cx} -100L${cx + 9} -78L${cx + 33} -76L${cx + 15} -60L${cx + 20} -37L${cx} -49L${cx - 20} -37L${cx - 15} -60L${cx - 33} -76L${cx - 9} -78Z`,
      '#ece5d0',
    ),
    shape(
      `M${cx - 36} -50C${cx - 34} -66 ${cx - 22} -66 ${cx - 14} -66C${cx - 8} -84 ${cx + 16} -84 ${cx + 22} -66C${cx + 36} -66 ${cx + 38} -58 ${cx + 38} -50Z`,
      '#ece5d0',
      1.2,
    ) +
      disc(cx - 20, -50, { r: 8, color: paint.shade, width: 1.4 }) +
      disc(cx + 22, -50, { r: 8, color: paint.shade, width: 1.4 }),
  ])
  const chip = (x: number, y: number) =>
    disc(x, y, { r: chance.between(4, 7), ry: chance.between(3, 5), color: '#5b4436' }) +
    disc(x, y, { r: 1.6, color: ink })
  const chips =
    form === 0
      ? chip(70, -124) + chip(70, -10) + chip(118, -30)
      : form === 1
        ? chip(22, -116) + chip(118, -116) + chip(70, -14)
        : chip(10, -110) + chip(140, -110) + chip(10, -32) + chip(140, -32)
  return {
    svg:
      outer +
      emblem +
      chips +
      line(form === 0 ? arc(70, -66, { r: 48, from: 200, to: 250 }) : 'M20 -104L44 -104', 3, paint.light),
    length: form === 2 ? 150 : 140,
    height: 132,
  }
}

/** Oil cans and a tin funnel. */
export function oilCans(look: Look): Drawing {
  const can = (x: number, color: string, h: number) =>
    shape(`M${x} 0L${x} ${-h}L${x + 40} ${-h}L${x + 40} 0Z`, color, 1.5) +
    shape(`M${x} ${-h}L${x + 8} ${-h - 10}L${x + 32} ${-h - 10}L${x + 40} ${-h}Z`, steel, 1.3) +
    box(x + 15, -h - 18, { w: 10, h: 8, color: dark, width: 1 }) +
    disc(x + 20, -h / 2, { r: 13, color: '#ece5d0', width: 1.1 }) +
    disc(x + 20, -h / 2, { r: 7, color }) +
    line(`M${x + 5} ${-h + 6}L${x + 5} -8`, 1.6, '#ffffff')
  const svg =
    can(4, look.paint.base, 74) +
    can(56, '#d3ac45', 60) +
    shape('M112 0L116 -26C116 -34 144 -34 144 -26L148 0Z', '#a63c33', 1.4) +
    line('M130 -32L134 -60L158 -78', 3.4) +
    line('M130 -32L134 -60L158 -78', 1.8, '#a63c33') +
    line('M116 -20C104 -20 104 -6 114 -6', 2.4)
  return { svg, length: 160, height: 94 }
}

/** Tin toy car on its box. */
export function toyCar(look: Look): Drawing {
  const svg =
    shape('M4 0L4 -34L150 -34L150 0Z', '#cdb98c', 1.5) +
    line('M4 -26L150 -26', 1, '#9c8758') +
    box(16, -22, { w: 50, h: 14, color: '#a63c33', width: 1 }) +
    disc(110, -15, { r: 9, color: '#3f6791', width: 1 }) +
    shape('M18 -46C18 -58 30 -60 44 -60C54 -78 92 -80 104 -62C124 -62 136 -58 138 -46Z', `url(#${look.fillId})`, 1.5) +
    shape('M54 -61C60 -72 72 -73 76 -73L76 -61ZM80 -61L80 -73C88 -73 94 -70 98 -62Z', 'url(#glass)', 1.1) +
    disc(44, -43, { r: 9, color: dark, width: 1.2 }) +
    disc(44, -43, { r: 4, color: '#ece5d0' }) +
    disc(112, -43, { r: 9, color: dark, width: 1.2 }) +
    disc(112, -43, { r: 4, color: '#ece5d0' })
  return { svg, length: 154, height: 80 }
}

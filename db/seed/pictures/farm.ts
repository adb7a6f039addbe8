import type { Drawing, Look } from './car-parts.ts'
import { box, disc, fill, ink, line, n, ring, shape } from './ink.ts'

const dark = '#2b3036'

function lugged(x: number, r: number, rim: string): string {
  let lugs = ''
  for (let at = 0; at < 20; at += 1) {
    const turn = (at / 20) * 2 * Math.PI
    const lean = turn + 0.16
    lugs += `M${n(x + r * 0.74 * Math.cos(turn))} ${n(-r + r * 0.74 * Math.sin(turn))}L${n(x + r * 1.02 * Math.cos(lean))} ${n(-r + r * 1.02 * Math.sin(lean))}`
  }
  return (
    disc(x, -r, { r: r * 0.96, color: dark }) +
    line(lugs, r * 0.085, dark) +
    line(lugs, 1, '#59636a') +
    disc(x, -r, { r: r * 0.62, color: rim, width: 1.4 }) +
    disc(x, -r, { r: r * 0.46, color: '#e0d9c0', width: 1 }) +
    disc(x, -r, { r: r * 0.2, color: rim, width: 1.2 }) +
    disc(x, -r, { r: r * 0.07, color: ink })
  )
}

function ribbed(x: number, r: number, rim: string): string {
  return (
    disc(x, -r, { r, color: dark, width: 1.4 }) +
    ring(x, -r, { r: r * 0.84, width: 1, color: '#59636a' }) +
    disc(x, -r, { r: r * 0.62, color: rim, width: 1.2 }) +
    disc(x, -r, { r: r * 0.24, color: '#e0d9c0', width: 1 })
  )
}

/** Farm tractor of the fifties seen from the side. */
export function tractor(look: Look): Drawing {
  const color = `url(#${look.fillId})`
  const rim = look.chance.pick(['#c9a23c', '#a63c33', '#c8c3ad', '#8d979c'])
  const isCurved = look.chance.hit(0.5)
  const hood = isCurved
    ? 'M34 -68C30 -92 34 -112 46 -118C70 -124 130 -124 164 -120L168 -76Z'
    : 'M34 -68L34 -114C36 -120 44 -122 52 -122L164 -122L168 -76Z'
  const svg =
    shape('M150 -96L168 -96L176 -60L220 -52L214 -34L120 -40L60 -44L54 -60L150 -64Z', '#565d61', 1.5) +
    lugged(222, 66, rim) +
    ribbed(64, 33, rim) +
    shape('M66 -72L162 -72L158 -46L74 -46Z', '#7b8385', 1.4) +
    line('M84 -70l0 22M96 -70l0 22M108 -70l0 22M120 -70l0 22M132 -70l0 22', 1.2) +
    shape(hood, color, 1.7) +
    shape('M34 -70L34 -112C30 -112 28 -110 28 -104L28 -74Z', '#4a5054', 1.3) +
    line('M31 -108L31 -74', 1.2, '#9ba3a5') +
    line('M50 -102L150 -102M50 -92L150 -92', 1.1, look.paint.shade) +
    line('M112 -122L112 -164', 6.4) +
    line('M112 -122L112 -164', 3.8, '#6d6a63') +
    line('M112 -164l-7 -6', 4) +
    disc(58, -112, { r: 7, color: '#d3d9d9', width: 1.2 }) +
    disc(54, -112, { r: 2.8, ry: 6.4, color: '#fbf3cf', width: 1 }) +
    shape(
      'M164 -104C164 -150 216 -164 258 -134C276 -118 284 -100 284 -88L272 -90C260 -128 206 -140 186 -92Z',
      color,
      1.7,
    ) +
    line('M160 -108L184 -132', 3.4) +
    ring(187, -134, { r: 6, ry: 16, width: 3 }) +
    shape('M196 -118C206 -122 226 -120 236 -112L232 -106L200 -110Z', dark, 1.4) +
    line('M216 -110L212 -94', 4) +
    line('M284 -56L306 -46M284 -46L306 -40', 4) +
    box(300, -54, { w: 8, h: 18, color: '#565d61', width: 1.2 }) +
    (look.isTired
      ? disc(90, -106, { r: 9, ry: 5, color: '#8a4f2e' }) + disc(238, -140, { r: 8, ry: 4, color: '#8a4f2e' })
      : '')
  return { svg, length: 310, height: 170 }
}

/** Stationary single-cylinder engine on its cart. */
export function stationary(look: Look): Drawing {
  const color = `url(#${look.fillId})`
  const small = (x: number) =>
    ring(x, -18, { r: 16, width: 4, color: '#4a4f52' }) +
    line(`M${x} -34L${x} -2M${x - 16} -18L${x + 16} -18M${x - 11} -29L${x + 11} -7M${x + 11} -29L${x - 11} -7`, 2)
  const svg =
    small(40) +
    small(168) +
    shape('M14 -36L196 -36L196 -48L14 -48Z', '#7d6244', 1.5) +
    line('M20 -42L190 -42', 1, '#5c4630') +
    shape('M62 -48L68 -92L150 -92L158 -48Z', color, 1.6) +
    shape('M64 -92L64 -134L116 -134L116 -92Z', color, 1.6) +
    box(58, -144, { w: 64, h: 12, color: look.paint.shade, width: 1.4, r: 3 }) +
    ring(138, -84, { r: 40, width: 9, color: ink }) +
    ring(138, -84, { r: 40, width: 6, color: '#6d7679' }) +
    line(
      'M138 -124C146 -104 146 -64 138 -44M98 -84C118 -92 158 -92 178 -84M110 -112C128 -100 152 -72 166 -56M166 -112C150 -100 126 -72 110 -56',
      4,
      '#6d7679',
    ) +
    disc(138, -84, { r: 9, color: '#b5bbba', width: 1.3 }) +
    line('M76 -144L76 -166', 6) +
    disc(76, -170, { r: 9, color: '#7d8587', width: 1.3 }) +
    shape('M20 -48L22 -78L50 -78L52 -48Z', '#8f9799', 1.3) +
    line('M36 -78L36 -86', 3) +
    fill('M24 -64l24 0l0 6l-24 0Z', '#6f7779')
  return { svg, length: 210, height: 178 }
}

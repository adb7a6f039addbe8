import { box, disc, fill, ink, line, mix, placed, ring, shape } from './ink.ts'
import type { Painter } from './scenery.ts'

const dark = '#2b3036'

type Prop = (painter: Painter) => string

/** Things that stand about: drawn at scene scale around (0, 0), their foot. */
const bale: Prop = ({ chance }) => {
  const one = (x: number, y: number) =>
    box(x, y, { w: 150, h: 74, color: '#c9a757', width: 2.4, r: 8 }) +
    line(`M${x + 38} ${y}l0 74M${x + 112} ${y}l0 74`, 3, '#8a6f35') +
    line(
      `M${x + 10} ${y + 20}l24 4M${x + 54} ${y + 16}l40 6M${x + 60} ${y + 44}l36 -4M${x + 12} ${y + 52}l20 -4M${x + 122} ${y + 30}l20 6M${x + 60} ${y + 62}l30 2`,
      2.4,
      '#9c7f3d',
    )
  return one(-75, -74) + (chance.hit(0.6) ? one(-50, -148) : '') + (chance.hit(0.4) ? one(80, -74) : '')
}

const drum: Prop = ({ chance }) => {
  const color = chance.pick(['#46684f', '#3f6791', '#8a4f2e', '#6e7478'])
  return (
    shape('M-44 -6L-44 -136C-44 -146 44 -146 44 -136L44 -6C44 4 -44 4 -44 -6Z', color, 2.6) +
    disc(0, -137, { r: 44, ry: 9, color: mix(color, '#ffffff', 0.25), width: 2.2 }) +
    line('M-44 -94C-20 -86 20 -86 44 -94M-44 -50C-20 -42 20 -42 44 -50', 3, mix(color, ink, 0.4)) +
    disc(22, -24, { r: 10, ry: 6, color: '#8a4f2e' })
  )
}

const tyres: Prop = ({ chance }) => {
  let svg = ''
  const count = chance.whole(2, 4)
  for (let at = 0; at < count; at += 1) {
    const y = -at * 36
    const x = chance.whole(-5, 5)
    svg +=
      box(x - 66, y - 36, { w: 132, h: 36, color: dark, width: 2.4, r: 16 }) +
      line(`M${x - 56} ${y - 24}C${x - 20} ${y - 12} ${x + 20} ${y - 12} ${x + 56} ${y - 24}`, 2, '#59636a')
  }
  return svg + disc(0, -count * 36 + 4, { r: 40, ry: 6, color: '#15191c' })
}

const crate: Prop = ({ chance }) => {
  const bottles = chance.hit(0.5)
    ? [-36, -12, 12, 36]
        .map(
          (x) =>
            box(x - 8, -104, { w: 16, h: 44, color: '#46684f', width: 1.8, r: 4 }) +
            box(x - 4, -120, { w: 8, h: 18, color: '#46684f', width: 1.6 }),
        )
        .join('')
    : ''
  return (
    bottles +
    box(-64, -72, { w: 128, h: 72, color: '#a8814f', width: 2.4 }) +
    line('M-64 -48L64 -48M-64 -24L64 -24', 2.4, '#6b4f2d') +
    box(-64, -72, { w: 14, h: 72, color: '#8d6a3f', width: 2 }) +
    box(50, -72, { w: 14, h: 72, color: '#8d6a3f', width: 2 })
  )
}

const jerrycan: Prop = () =>
  shape('M-34 0L-34 -84C-34 -92 -30 -96 -22 -96L14 -96L34 -78L34 0Z', '#676c45', 2.4) +
  line('M-24 -80L24 -10M24 -80L-24 -10', 3, '#4a4f30') +
  box(-20, -108, { w: 30, h: 12, color: '#4a4f30', width: 2 })

const hen: Prop = ({ chance }) => {
  const color = chance.pick(['#a6603a', '#e0d9c4', '#3b3532'])
  return (
    shape(
      'M-34 -30C-44 -50 -40 -58 -34 -62C-26 -50 -10 -46 4 -46C10 -58 14 -70 24 -72C34 -72 36 -62 32 -54C34 -30 16 -14 -4 -14C-20 -14 -30 -20 -34 -30Z',
      color,
      2,
    ) +
    fill('M20 -72C20 -80 26 -80 27 -75C30 -82 35 -78 33 -70Z', '#b03a2e') +
    fill('M35 -64L44 -60L35 -57Z', '#d3ac45') +
    disc(28, -64, { r: 2, color: ink }) +
    line('M-6 -14L-8 0L-14 0M6 -15L6 0L0 0', 2.4, '#c08a2e') +
    line('M-22 -34C-12 -24 4 -24 10 -34', 2, mix(color, ink, 0.35))
  )
}

const cat: Prop = ({ chance }) => {
  const color = chance.pick(['#3b3a3c', '#b98a55', '#8f8d88'])
  return (
    shape(
      'M-24 0C-30 -26 -22 -50 -6 -56C-12 -66 -12 -78 -8 -88L2 -78L14 -78L22 -88C26 -78 26 -66 20 -58C30 -44 30 -18 26 0Z',
      color,
      2,
    ) +
    line('M26 -6C46 -6 50 -24 40 -34', 7, color) +
    disc(2, -69, { r: 2, color: '#e4d48a' }) +
    disc(14, -69, { r: 2, color: '#e4d48a' })
  )
}

const ladder: Prop = () =>
  line('M-30 0L-8 -330M30 0L52 -330', 9) +
  line('M-30 0L-8 -330M30 0L52 -330', 5.4, '#a8814f') +
  line(
    'M-26 -46L34 -46M-22 -92L38 -92M-20 -138L40 -138M-16 -184L44 -184M-14 -230L46 -230M-10 -276L50 -276',
    6,
    '#8d6a3f',
  )

const churn: Prop = () =>
  shape('M-32 0L-34 -76C-34 -96 -18 -100 -18 -112L18 -112C18 -100 34 -96 34 -76L32 0Z', '#aab2b3', 2.4) +
  box(-22, -124, { w: 44, h: 14, color: '#c3cacb', width: 2, r: 4 }) +
  line('M-34 -66L34 -66M-33 -22L33 -22', 2.4, '#767f81') +
  line('M-22 -90C-22 -60 -24 -30 -24 -10', 3, '#dfe5e4')

const bicycle: Prop = () =>
  ring(-62, -46, { r: 44, width: 5 }) +
  ring(66, -46, { r: 44, width: 5 }) +
  line('M-62 -46L-24 -104L42 -104L0 -42L-62 -46M0 -42L-30 -118M66 -46L36 -126', 5, '#46684f') +
  line('M-46 -120L-16 -120', 8, '#5b4136') +
  line('M36 -126C40 -134 54 -134 62 -126', 5) +
  disc(0, -42, { r: 9, color: '#8d979c', width: 2 })

const can: Prop = ({ chance }) =>
  shape('M-24 0L-28 -50L28 -50L24 0Z', chance.pick(['#8d979c', '#3f6791', '#d3ac45']), 2.2) +
  line('M-28 -50C-20 -84 20 -84 28 -50', 3)

const pot: Prop = ({ light }) =>
  [
    [-22, -76],
    [0, -92],
    [22, -76],
    [-8, -70],
    [12, -66],
  ]
    .map(([x = 0, y = 0]) => disc(x, y, { r: 20, color: light.leafDark }))
    .join('') +
  [
    [-22, -84],
    [4, -98],
    [20, -74],
    [-4, -72],
  ]
    .map(([x = 0, y = 0]) => disc(x, y, { r: 7, color: '#b8473c' }))
    .join('') +
  shape('M-32 -56L32 -56L24 0L-24 0Z', '#b0704f', 2.2) +
  box(-36, -64, { w: 72, h: 14, color: '#b0704f', width: 2 })

export const indoorProps: readonly Prop[] = [bale, drum, tyres, crate, jerrycan, ladder, churn, cat, can]
export const outdoorProps: readonly Prop[] = [drum, tyres, crate, hen, hen, churn, bicycle, pot, cat, can]

const spool: Prop = ({ chance }) =>
  disc(0, -30, { r: 30, color: dark, width: 2.2 }) +
  disc(0, -30, { r: 14, color: chance.pick(['#c9a23c', '#a63c33', '#3f6791']), width: 2 })
const rag: Prop = ({ chance }) =>
  shape(
    'M-70 0C-76 -26 -40 -40 -14 -30C6 -46 50 -40 66 -18C80 -8 74 0 60 2C20 6 -40 8 -70 0Z',
    chance.pick(['#b0574a', '#d8cfb8', '#7f96a3']),
    2.2,
  ) + line('M-40 -16C-20 -24 0 -10 20 -20M10 -34C14 -20 40 -16 50 -20', 2)
const nuts: Prop = () =>
  [
    [-30, -6],
    [-6, -2],
    [18, -8],
    [2, -20],
  ]
    .map(
      ([x = 0, y = 0]) =>
        shape(
          `M${x - 11} ${y}L${x - 6} ${y - 9}L${x + 6} ${y - 9}L${x + 11} ${y}L${x + 6} ${y + 9}L${x - 6} ${y + 9}Z`,
          '#9aa3a5',
          1.8,
        ) + disc(x, y, { r: 4, color: dark }),
    )
    .join('')
const jar: Prop = () =>
  box(-26, -80, { w: 52, h: 80, color: '#c9d6d4', width: 2.2, r: 8 }) +
  box(-22, -44, { w: 44, h: 40, color: '#8b7a5c', r: 5 }) +
  box(-24, -92, { w: 48, h: 14, color: '#a63c33', width: 2, r: 3 })
const mug: Prop = ({ chance }) => {
  const color = chance.pick(['#ece5d0', '#3f6791', '#46684f'])
  return (
    ring(32, -34, { r: 16, width: 7, color }) +
    box(-30, -66, { w: 60, h: 66, color, width: 2.2, r: 6 }) +
    disc(0, -65, { r: 28, ry: 6, color: '#4a3428', width: 1.8 })
  )
}
const spannerProp: Prop = () =>
  line('M-70 -6L60 -16', 15) +
  line('M-70 -6L60 -16', 10, '#9aa3a5') +
  disc(-74, -6, { r: 16, color: '#9aa3a5', width: 2 }) +
  disc(-74, -6, { r: 7, color: dark }) +
  disc(66, -16, { r: 18, color: '#9aa3a5', width: 2 }) +
  box(60, -24, { w: 26, h: 14, color: dark })
const rule: Prop = () =>
  box(-110, -12, { w: 220, h: 14, color: '#d3ac45', width: 1.8 }) +
  line(Array.from({ length: 21 }, (_, at) => `M${-100 + at * 10} -12l0 ${at % 5 === 0 ? 9 : 5}`).join(''), 1.6)

export const tableProps: readonly Prop[] = [spool, rag, nuts, jar, mug, spannerProp, rule, rag]

export function prop(
  kind: Prop,
  painter: Painter,
  at: { x: number; y: number; scale: number; flip?: boolean },
): string {
  return placed(fill('M-70 4C-40 -6 40 -6 80 4C40 14 -40 14 -70 4Z', ink, 0.2) + kind(painter), at)
}

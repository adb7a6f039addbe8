import type { Chance } from '../random.ts'
import { box, disc, fill, ink, line, mix } from './ink.ts'
import type { Light } from './palette.ts'
import { type Backdrop, ground, hills, type Painter, planks, poplar, roundTree, sky, thin } from './scenery.ts'

/** Inside the barn: planks, beams, a shaft of light from the door or a window. */
export function barnInside(painter: Painter): Backdrop {
  const { light, chance } = painter
  const floor = 700
  const wood = mix('#7f6548', light.tint, 0.18)
  const dark = '#3d3430'
  const windowX = chance.pick([150, 820, 930])
  const gap = chance.hit(0.55)
  const beams =
    [0, 390, 800, 1168].map((x) => box(x, 0, { w: 32, h: 640, color: mix(wood, dark, 0.55), width: thin })).join('') +
    box(0, 96, { w: 1200, h: 34, color: mix(wood, dark, 0.6), width: thin }) +
    line(
      'M32 250L160 130M390 250L270 130M422 250L540 130M800 250L690 130M832 250L950 130M1168 250L1050 130',
      18,
      mix(wood, dark, 0.6),
    )
  const opening = gap
    ? box(windowX - 60, 150, { w: 270, h: 490, color: light.sky[1], width: 3 }) +
      fill(
        `M${windowX - 60} 470C${windowX} 440 ${windowX + 140} 450 ${windowX + 210} 462L${windowX + 210} 640L${windowX - 60} 640Z`,
        mix(light.leaf, light.glow, 0.35),
      )
    : box(windowX, 210, { w: 150, h: 170, color: light.sky[1], width: 4 }) +
      line(`M${windowX + 75} 210l0 170M${windowX} 295l150 0`, 7, mix(wood, dark, 0.6))
  const shaftFrom = gap ? windowX - 60 : windowX
  const width = gap ? 270 : 150
  const lean = windowX > 600 ? -320 : 300
  const shaft = fill(
    `M${shaftFrom} ${gap ? 150 : 210}L${shaftFrom + width} ${gap ? 150 : 210}L${shaftFrom + width + lean + 120} 880L${shaftFrom + lean - 60} 880Z`,
    light.glow,
    0.26,
  )
  const earth = mix(light.ground, '#5a4a3a', 0.5)
  const svg =
    planks({ x: 0, y: 0, w: 1200, h: 650, step: 50, color: mix(wood, dark, 0.28), dark }, chance) +
    opening +
    beams +
    `<rect y="640" width="1200" height="260" fill="${earth}"/>` +
    fill('M0 650C300 640 900 664 1200 646L1200 672C900 690 300 664 0 676Z', mix(earth, ink, 0.4), 0.8) +
    straw(painter, floor) +
    shaft
  return { svg, floor }
}

function straw({ chance }: Painter, floor: number): string {
  let d = ''
  for (let at = 0; at < 70; at += 1) {
    const x = chance.whole(0, 1200)
    const y = chance.whole(floor - 40, 890)
    d += `M${x} ${y}l${chance.whole(-22, 22)} ${chance.whole(-7, 7)}`
  }
  return line(d, 2.4, '#c8a75c')
}

/** Under a corrugated-iron shed with the fields beyond. */
export function shed(painter: Painter): Backdrop {
  const { light, chance } = painter
  const floor = 700
  const tin = mix('#8f9a9d', light.tint, 0.25)
  let waves = ''
  for (let x = 0; x < 1200; x += 26) waves += `M${x} 0L${x + (600 - x) * 0.03} 150`
  const post = (x: number) =>
    box(x, 130, { w: 26, h: 560, color: mix('#6d5a48', light.tint, 0.15), width: thin }) +
    line(`M${x + 13} 270L${x + 120} 150`, 14, mix('#6d5a48', ink, 0.2))
  const back = chance.hit(0.5)
    ? planks(
        { x: 0, y: 150, w: 420, h: 500, step: 60, color: mix(tin, '#a4745a', 0.35), dark: mix(tin, ink, 0.4) },
        chance,
      )
    : ''
  const svg =
    sky(painter, 460) +
    hills(painter, 460) +
    poplar(chance.whole(560, 1100), 480, { h: 250, light }) +
    roundTree(chance.whole(500, 1100), 486, { h: 200, light }) +
    box(0, 470, { w: 1200, h: 190, color: mix(light.leaf, light.ground, 0.45) }) +
    back +
    fill('M0 0L1200 0L1200 120L0 160Z', tin) +
    line(waves, 4, mix(tin, ink, 0.3)) +
    fill('M0 150L1200 110L1200 128L0 168Z', mix(tin, ink, 0.45)) +
    post(70) +
    post(600) +
    post(1110) +
    ground(painter, floor, 645) +
    straw(painter, floor)
  return { svg, floor }
}

/** The back room of a garage: tools on the wall, a roller door. */
export function garage(painter: Painter): Backdrop {
  const { light, chance } = painter
  const floor = 705
  const wall = mix(mix(chance.pick(['#b9c4bf', '#cbbf9f', '#a9b6c2', '#c9b7a2']), light.tint, 0.2), light.wall, 0.25)
  const low = mix(wall, chance.pick(['#46684f', '#3f6791', '#6d2f37', '#5b6a70']), 0.6)
  let slats = ''
  for (let y = 150; y < 560; y += 26) slats += `M690 ${y}l400 0`
  const door =
    box(670, 126, { w: 440, h: 524, color: mix(light.wallDark, ink, 0.2), width: 3 }) +
    (chance.hit(0.5)
      ? box(690, 146, { w: 400, h: 500, color: mix('#9aa6a9', light.tint, 0.2) }) + line(slats, thin, '#5c686d')
      : box(690, 146, { w: 400, h: 500, color: light.sky[1] }) +
        fill('M690 460C800 440 980 452 1090 444L1090 646L690 646Z', mix(light.leaf, light.glow, 0.3)) +
        fill('M690 646L1090 646L1180 900L520 900Z', light.glow, 0.22))
  const svg =
    box(0, 0, { w: 1200, h: 650, color: wall }) +
    box(0, 440, { w: 1200, h: 210, color: low }) +
    line('M0 440L1200 440', 4, mix(low, ink, 0.4)) +
    shelf(chance, light) +
    line('M60 60L1140 60', 5, '#5c686d') +
    [300, 880]
      .map(
        (x) =>
          line(`M${x} 60L${x} 96`, 4) +
          fill(`M${x - 60} 120L${x - 26} 92L${x + 26} 92L${x + 60} 120Z`, '#4f6a5f') +
          fill(`M${x - 56} 120L${x + 56} 120L${x + 150} 420L${x - 150} 420Z`, light.glow, 0.14),
      )
      .join('') +
    door +
    `<rect y="646" width="1200" height="254" fill="${mix('#8f8a80', light.tint, 0.25)}"/>` +
    fill('M0 646L1200 646L1200 664L0 664Z', '#4d5154', 0.6) +
    line('M200 664L60 900M600 664L600 900M1000 664L1140 900M0 760L1200 760', 2, '#6f6d66')
  return { svg, floor }
}

function shelf(chance: Chance, light: Light): string {
  let svg = ''
  for (const y of [250, 390]) {
    let x = 80
    while (x < 580) {
      const w = chance.whole(24, 62)
      const h = chance.whole(26, 84)
      const color = mix(
        chance.pick(['#a63c33', '#d3ac45', '#3f6791', '#46684f', '#d9cfb4', '#775240', '#8d979c']),
        light.tint,
        0.25,
      )
      svg += chance.hit(0.6)
        ? box(x, y - h, { w, h, color, width: 1.6, r: 2 })
        : disc(x + w / 2, y - w / 2, { r: w / 2, color: '#3a4045', width: 1.6 }) +
          disc(x + w / 2, y - w / 2, { r: w / 4, color: mix(color, '#ffffff', 0.3) })
      x += w + chance.whole(8, 34)
    }
    svg += box(60, y, { w: 540, h: 12, color: '#8a6d49', width: thin })
  }
  return svg
}

import { box, disc, fill, ink, line, mix } from './ink.ts'
import {
  type Backdrop,
  grass,
  ground,
  hills,
  type Painter,
  planks,
  poplar,
  roof,
  roundTree,
  sky,
  stones,
  thin,
} from './scenery.ts'

/** A meadow with hedges, poplars or apple trees. */
export function field(painter: Painter): Backdrop {
  const { light, chance } = painter
  const horizon = chance.whole(400, 470)
  const floor = 690
  let trees = ''
  const isAvenue = chance.hit(0.5)
  for (let at = 0; at < (isAvenue ? 9 : 5); at += 1) {
    const x = isAvenue ? 60 + at * 135 + chance.whole(-30, 30) : chance.whole(30, 1170)
    trees += isAvenue
      ? poplar(x, horizon + 16, { h: chance.whole(130, 260), light })
      : roundTree(x, horizon + 24, { h: chance.whole(120, 230), light })
  }
  const meadow = mix(light.leaf, light.ground, 0.45)
  let fence = ''
  if (chance.hit(0.6)) {
    for (let x = 0; x <= 1200; x += 110) fence += `M${x} ${horizon + 84}l0 -58`
    fence =
      line(fence, 6, mix(light.wallDark, ink, 0.3)) +
      line(
        `M0 ${horizon + 44}C400 ${horizon + 52} 800 ${horizon + 38} 1200 ${horizon + 46}M0 ${horizon + 66}C400 ${horizon + 74} 800 ${horizon + 60} 1200 ${horizon + 68}`,
        3,
        mix(light.wallDark, ink, 0.3),
      )
  }
  const svg =
    sky(painter, horizon) +
    hills(painter, horizon) +
    trees +
    `<rect y="${horizon + 10}" width="1200" height="${890 - horizon}" fill="${meadow}"/>` +
    fill(
      `M0 ${floor - 70}C400 ${floor - 100} 800 ${floor - 60} 1200 ${floor - 84}L1200 900L0 900Z`,
      mix(meadow, light.leafDark, 0.22),
    ) +
    fence +
    grass(painter, floor - 40, 60)
  return { svg, floor }
}

/** Before a stone barn with its great door ajar. */
export function barnFront(painter: Painter): Backdrop {
  const { light, chance } = painter
  const floor = 700
  const doorX = chance.pick([160, 420, 640])
  const doorColor = chance.pick(['#7b6a55', '#5d6f6a', '#6a4c41', '#566078'])
  const door = mix(doorColor, light.tint, 0.2)
  const dark = mix('#1e2226', light.tint, 0.12)
  const leaf = (x: number) =>
    planks({ x, y: 300, w: 150, h: 340, step: 30, color: door, dark: mix(door, ink, 0.5) }, chance) +
    box(x, 300, { w: 150, h: 340, color: 'none', width: 3 }) +
    line(`M${x} 330l150 0M${x} 600l150 0M${x} 600l150 -270`, 9, mix(door, ink, 0.3))
  const windowX = doorX > 400 ? doorX - 210 : doorX + 570
  const svg =
    sky(painter, 420) +
    hills(painter, 420) +
    box(0, 432, { w: 1200, h: 230, color: mix(light.leaf, light.ground, 0.35) }) +
    roundTree(chance.pick([40, 1160]), 560, { h: 330, light }) +
    stones({ x: 70, y: 190, w: 1060, h: 460 }, light, chance) +
    roof('M20 200L150 40L1050 40L1180 200Z', light, { from: 60, to: 1140, y: 70, h: 130 }) +
    box(70, 190, { w: 1060, h: 460, color: 'none', width: thin }) +
    box(doorX - 16, 278, { w: 422, h: 370, color: mix(light.wallDark, '#ffffff', 0.25), width: thin }) +
    box(doorX, 296, { w: 390, h: 352, color: dark, width: 3 }) +
    fill(`M${doorX + 150} 648L${doorX + 190} 420L${doorX + 280} 420L${doorX + 330} 648Z`, light.glow, 0.16) +
    leaf(doorX - 60) +
    leaf(doorX + 300) +
    box(windowX, 330, { w: 96, h: 120, color: dark, width: 4 }) +
    line(`M${windowX + 48} 330l0 120M${windowX} 390l96 0`, 4, door) +
    ground(painter, floor, 640) +
    grass(painter, 646, 26)
  return { svg, floor }
}

/** A farm courtyard: house with shutters, gravel, a climbing plant. */
export function courtyard(painter: Painter): Backdrop {
  const { light, chance } = painter
  const floor = 705
  const shutter = mix(chance.pick(['#7d9bab', '#8a9a74', '#a3554a', '#b8b3a4', '#5f7f86']), light.tint, 0.2)
  const shift = chance.whole(-60, 60)
  const pane = (x: number, y: number) =>
    box(x - 56, y, { w: 40, h: 130, color: shutter, width: thin }) +
    box(x + 76, y, { w: 40, h: 130, color: shutter, width: thin }) +
    box(x - 8, y - 6, { w: 76, h: 142, color: mix(light.wall, '#ffffff', 0.4), width: thin }) +
    box(x, y, { w: 60, h: 130, color: mix('#3b4a55', light.glow, 0.16) }) +
    line(`M${x + 30} ${y}l0 130M${x} ${y + 44}l60 0M${x} ${y + 88}l60 0`, 4, '#e7e0cd') +
    line(
      `M${x - 52} ${y + 30}l32 0M${x - 52} ${y + 100}l32 0M${x + 80} ${y + 30}l32 0M${x + 80} ${y + 100}l32 0`,
      3,
      mix(shutter, ink, 0.35),
    )
  let plant = ''
  const plantX = chance.pick([90, 1110])
  for (let at = 0; at < 46; at += 1)
    plant += disc(plantX + chance.between(-70, 70) * (0.4 + at / 60), 640 - at * 9 + chance.between(-16, 16), {
      r: chance.between(9, 20),
      color: chance.hit(0.6) ? light.leafDark : light.leaf,
    })
  const svg =
    sky(painter, 360) +
    box(0, 210, { w: 1200, h: 440, color: mix(light.wall, '#fff8e6', 0.25) }) +
    fill('M0 560C300 580 900 548 1200 576L1200 650L0 650Z', light.wallDark, 0.5) +
    roof('M0 214L0 90L1200 60L1200 214Z', light, { from: 0, to: 1200, y: 100, h: 112 }) +
    box(820 + shift, 50, { w: 70, h: 80, color: light.wallDark, width: thin }) +
    pane(220 + shift, 300) +
    pane(870 + shift, 300) +
    pane(560 + shift, 300) +
    box(396 + shift, 380, { w: 96, h: 262, color: shutter, width: 3 }) +
    line(`M${444 + shift} 384l0 256M${400 + shift} 470l88 0`, 3, mix(shutter, ink, 0.35)) +
    plant +
    ground(painter, floor, 642)
  return { svg, floor }
}

/** Village lane: plane trees, a steeple, a low wall. */
export function lane(painter: Painter): Backdrop {
  const { light, chance } = painter
  const floor = 700
  const horizon = 440
  const churchX = chance.whole(160, 960)
  const far = mix(light.wallDark, light.far, 0.5)
  const roofs = mix('#9a6552', light.far, 0.4)
  let houses = ''
  for (let x = -40; x < 1200; x += chance.whole(90, 150)) {
    const h = chance.whole(46, 90)
    houses +=
      box(x, horizon - h + 20, { w: 120, h, color: mix(far, '#fff6e0', chance.between(0, 0.35)), width: 1.2 }) +
      fill(
        `M${x - 8} ${horizon - h + 22}L${x + 20} ${horizon - h - 16}L${x + 100} ${horizon - h - 16}L${x + 128} ${horizon - h + 22}Z`,
        roofs,
      )
  }
  const trunks = [40, 330, 1130].map((x) => {
    const at = x + chance.whole(-40, 40)
    return (
      line(`M${at} 620C${at - 6} 480 ${at + 8} 320 ${at} 120`, 34, mix(light.wallDark, light.leafDark, 0.25)) +
      line(`M${at - 8} 600C${at - 14} 480 ${at - 2} 320 ${at - 8} 160`, 7, mix(light.wall, light.glow, 0.3)) +
      [0, 1, 2, 3, 4]
        .map(() =>
          disc(at + chance.between(-130, 130), chance.between(0, 150), {
            r: chance.between(70, 120),
            color: chance.hit(0.5) ? light.leaf : light.leafDark,
          }),
        )
        .join('')
    )
  })
  const svg =
    sky(painter, horizon) +
    hills(painter, horizon) +
    box(churchX, horizon - 190, { w: 54, h: 200, color: mix(far, '#fff6e0', 0.2), width: 1.4 }) +
    fill(
      `M${churchX - 6} ${horizon - 188}L${churchX + 27} ${horizon - 300}L${churchX + 60} ${horizon - 188}Z`,
      mix('#56626e', light.far, 0.3),
    ) +
    houses +
    box(0, horizon + 14, { w: 1200, h: 160, color: mix(light.leaf, light.ground, 0.4) }) +
    stones({ x: 0, y: 560, w: 1200, h: 76 }, light, chance) +
    line('M0 560L1200 560M0 636L1200 636', thin) +
    trunks.join('') +
    ground(painter, floor, 636)
  return { svg, floor }
}

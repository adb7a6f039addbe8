import type { Chance } from '../random.ts'
import { box, disc, fill, ink, line, mix, n } from './ink.ts'
import type { Light } from './palette.ts'

/** A place on a 1200 × 900 sheet; things stand on the line `floor`. */
export type Backdrop = Readonly<{ svg: string; floor: number }>

export type Painter = Readonly<{ light: Light; chance: Chance }>

const thin = 2

function sky({ light, chance }: Painter, horizon: number): string {
  const sun = chance.whole(120, 1080)
  let clouds = ''
  for (let at = chance.whole(1, 3); at > 0; at -= 1) {
    const x = chance.whole(0, 1100)
    const y = chance.whole(60, Math.max(90, horizon - 240))
    const w = chance.whole(120, 260)
    clouds += fill(
      `M${x} ${y}C${x + w * 0.1} ${y - 26} ${x + w * 0.3} ${y - 34} ${x + w * 0.45} ${y - 24}C${x + w * 0.6} ${y - 44} ${x + w * 0.86} ${y - 30} ${x + w} ${y}Z`,
      '#fdfaf0',
      0.42,
    )
  }
  return (
    `<rect width="1200" height="${horizon + 20}" fill="url(#sky)"/>` +
    disc(sun, horizon - 120, { r: 70, color: mix(light.glow, '#ffffff', 0.3) }).replace('/>', ' fill-opacity="0.5"/>') +
    clouds
  )
}

function hills({ light, chance }: Painter, horizon: number): string {
  const ridge = (y: number, rise: number) => {
    let d = `M0 ${horizon + 20}L0 ${y}`
    for (let x = 0; x < 1200; x += 300)
      d += `C${x + 90} ${n(y - chance.between(0, rise))} ${x + 200} ${n(y - chance.between(0, rise))} ${x + 300} ${n(y - chance.between(-10, rise * 0.5))}`
    return `${d}L1200 ${horizon + 20}Z`
  }
  return (
    fill(ridge(horizon - 50, 70), light.far, 0.75) + fill(ridge(horizon - 14, 44), mix(light.far, light.leafDark, 0.5))
  )
}

function ground({ light, chance }: Painter, floor: number, horizon: number): string {
  let strokes = ''
  for (let at = 0; at < 26; at += 1) {
    const y = floor - 10 + ((900 - floor) * at) / 26
    const x = chance.whole(0, 1150)
    strokes += `M${x} ${n(y + chance.between(-6, 6))}l${chance.whole(20, 90)} ${chance.whole(-2, 2)}`
  }
  return (
    `<rect y="${horizon}" width="1200" height="${900 - horizon}" fill="${light.ground}"/>` +
    fill(
      `M0 ${floor + 60}C300 ${floor + 30} 800 ${floor + 80} 1200 ${floor + 44}L1200 900L0 900Z`,
      light.groundDark,
      0.55,
    ) +
    line(strokes, 2, mix(light.groundDark, ink, 0.25))
  )
}

function poplar(x: number, y: number, look: { h: number; light: Light }): string {
  const { h, light } = look
  return (
    box(x - 3, y - h * 0.2, { w: 6, h: h * 0.2, color: mix(light.leafDark, ink, 0.4) }) +
    fill(
      `M${x} ${y - h}C${x + h * 0.15} ${y - h * 0.7} ${x + h * 0.13} ${y - h * 0.2} ${x} ${y - h * 0.12}C${x - h * 0.13} ${y - h * 0.2} ${x - h * 0.15} ${y - h * 0.7} ${x} ${y - h}Z`,
      light.leafDark,
    ) +
    fill(
      `M${x - 4} ${y - h * 0.9}C${x - h * 0.12} ${y - h * 0.6} ${x - h * 0.1} ${y - h * 0.3} ${x - 4} ${y - h * 0.2}Z`,
      light.leaf,
    )
  )
}

function roundTree(x: number, y: number, look: { h: number; light: Light }): string {
  const { h, light } = look
  const r = h * 0.34
  return (
    line(`M${x} ${y}L${x} ${y - h * 0.6}`, h * 0.07, mix(light.leafDark, ink, 0.5)) +
    disc(x, y - h * 0.66, { r, color: light.leafDark }) +
    disc(x - r * 0.5, y - h * 0.54, { r: r * 0.7, color: light.leafDark }) +
    disc(x + r * 0.6, y - h * 0.56, { r: r * 0.62, color: light.leafDark }) +
    disc(x - r * 0.25, y - h * 0.76, { r: r * 0.6, color: light.leaf })
  )
}

function grass({ light, chance }: Painter, floor: number, count: number): string {
  let d = ''
  for (let at = 0; at < count; at += 1) {
    const x = chance.whole(0, 1200)
    const y = chance.whole(floor - 6, 890)
    const h = 8 + (y - floor) * 0.07
    d += `M${x} ${y}l${n(-h * 0.3)} ${n(-h)}M${x + 3} ${y}l0 ${n(-h * 1.2)}M${x + 6} ${y}l${n(h * 0.4)} ${n(-h)}`
  }
  return line(d, 2, light.leafDark)
}

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

function planks(
  area: { x: number; y: number; w: number; h: number; step: number; color: string; dark: string },
  chance: Chance,
): string {
  let svg = box(area.x, area.y, { w: area.w, h: area.h, color: area.color })
  let lines = ''
  for (let x = area.x; x < area.x + area.w; x += area.step) {
    if (chance.hit(0.35))
      svg += box(x, area.y, {
        w: area.step,
        h: area.h,
        color: chance.hit(0.5) ? mix(area.color, area.dark, 0.35) : mix(area.color, '#fff2d0', 0.12),
      })
    lines += `M${x} ${area.y}l0 ${area.h}`
  }
  return svg + line(lines, thin, mix(area.dark, ink, 0.35))
}

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

function stones(area: { x: number; y: number; w: number; h: number }, light: Light, chance: Chance): string {
  let svg = box(area.x, area.y, { w: area.w, h: area.h, color: light.wall })
  for (let at = 0; at < (area.w * area.h) / 9000; at += 1) {
    const x = area.x + chance.between(0, area.w - 50)
    const y = area.y + chance.between(0, area.h - 24)
    svg += box(x, y, {
      w: chance.whole(26, 58),
      h: chance.whole(14, 26),
      color: mix(light.wall, chance.hit(0.5) ? light.wallDark : '#fff4dd', 0.4),
      r: 6,
    })
  }
  return svg
}

function roof(d: string, light: Light, step: { from: number; to: number; y: number; h: number }): string {
  let lines = ''
  for (let y = step.y; y < step.y + step.h; y += 16) lines += `M${step.from} ${y}L${step.to} ${y}`
  const tile = mix('#a4604a', light.tint, 0.25)
  return fill(d, tile) + line(lines, 1.6, mix(tile, ink, 0.35)) + line(d, thin)
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

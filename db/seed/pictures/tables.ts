import { box, disc, fill, ink, line, mix, n, ring } from './ink.ts'
import type { Backdrop, Painter } from './scenery.ts'

/** Where small things are photographed: benches, tables, floors. The floor is the table's top. */

function woodTop(painter: Painter, top: number, base: string): string {
  const { chance } = painter
  let grain = ''
  for (let at = 0; at < 16; at += 1) {
    const y = top + 14 + at * at * 1.1 + at * 8
    grain += `M0 ${n(y)}C300 ${n(y + chance.between(-8, 8))} 800 ${n(y + chance.between(-8, 8))} 1200 ${n(y + chance.between(-4, 4))}`
  }
  return (
    `<rect y="${top}" width="1200" height="${900 - top}" fill="${base}"/>` +
    line(grain, 1.8, mix(base, ink, 0.28)) +
    fill(`M0 ${top}L1200 ${top}L1200 ${top + 12}L0 ${top + 12}Z`, mix(base, '#fff2d4', 0.3)) +
    disc(chance.whole(100, 1100), top + 190, { r: 26, ry: 9, color: mix(base, ink, 0.25) })
  )
}

/** A workbench under a board of tools. */
export function workbench(painter: Painter): Backdrop {
  const { light, chance } = painter
  const wall = mix(mix(chance.pick(['#93a39c', '#b3a588', '#8c9aa8', '#a58f7c']), light.tint, 0.22), light.wall, 0.2)
  const board = mix(wall, '#6d5338', 0.35)
  const tools = chance
    .shuffle([0, 1, 2, 3, 4, 5, 6, 7])
    .slice(0, 6)
    .map((kind, at) => tool(kind, 190 + at * 164 + chance.whole(-14, 14)))
    .join('')
  const svg =
    box(0, 0, { w: 1200, h: 640, color: wall }) +
    box(110, 90, { w: 980, h: 330, color: board, width: 3 }) +
    box(110, 90, { w: 980, h: 14, color: mix(board, '#fff2d4', 0.2) }) +
    tools +
    fill(chance.hit(0.5) ? 'M0 0L420 0L900 640L300 640Z' : 'M1200 0L780 0L300 640L900 640Z', light.glow, 0.2) +
    fill('M0 560L1200 560L1200 640L0 640Z', ink, 0.18) +
    woodTop(painter, 600, mix('#a8814f', light.tint, 0.2))
  return { svg, floor: 740 }
}

const steel = '#8f999b'

function tool(kind: number, x: number): string {
  const wood = '#a8743f'
  const nail = disc(x, 132, { r: 4, color: ink })
  const drawn = [
    () =>
      line(`M${x} 150L${x} 330`, 16) +
      line(`M${x} 150L${x} 330`, 11, steel) +
      ring(x, 142, { r: 17, width: 10, color: steel }) +
      ring(x, 342, { r: 15, width: 9, color: steel }),
    () =>
      line(`M${x} 160L${x} 360`, 13) +
      line(`M${x} 160L${x} 360`, 9, wood) +
      box(x - 42, 140, { w: 84, h: 34, color: steel, width: 2, r: 4 }),
    () =>
      line(`M${x} 140L${x} 250`, 9) +
      line(`M${x} 140L${x} 250`, 5, steel) +
      box(x - 12, 250, { w: 24, h: 90, color: '#a63c33', width: 2, r: 8 }),
    () =>
      line(`M${x - 24} 330C${x - 34} 260 ${x - 10} 220 ${x} 200C${x + 10} 220 ${x + 34} 260 ${x + 24} 330`, 12) +
      line(
        `M${x - 24} 330C${x - 34} 260 ${x - 10} 220 ${x} 200C${x + 10} 220 ${x + 34} 260 ${x + 24} 330`,
        8,
        '#3f6791',
      ) +
      fill(`M${x - 14} 206L${x} 150L${x + 14} 206Z`, steel),
    () =>
      fill(`M${x - 16} 150L${x + 46} 340L${x - 22} 330Z`, steel) +
      line(`M${x - 16} 150L${x + 46} 340L${x - 22} 330Z`, 2) +
      box(x - 34, 326, { w: 62, h: 34, color: wood, width: 2, r: 10 }),
    () => ring(x, 210, { r: 62, width: 14 }) + ring(x, 210, { r: 62, width: 9, color: '#3a4045' }),
    () => line(`M${x} 140C${x - 60} 200 ${x + 60} 240 ${x} 340C${x - 30} 300 ${x + 30} 220 ${x - 6} 150`, 7, '#2e3439'),
    () =>
      box(x - 40, 150, { w: 80, h: 110, color: '#ece5d0', width: 2 }) +
      line(`M${x - 26} 176l52 0M${x - 26} 194l44 0M${x - 26} 212l50 0M${x - 26} 230l30 0`, 3, '#8d8672'),
  ]
  return (drawn[kind]?.() ?? '') + nail
}

/** A table by a window, a garden behind. */
export function windowTable(painter: Painter): Backdrop {
  const { light, chance } = painter
  const wall = mix(light.wall, '#fff8e8', 0.3)
  const x = chance.whole(180, 520)
  const cloth = mix(chance.pick(['#a3b5bd', '#c9bda0', '#b9a08f', '#93a891', '#a38d9d']), light.tint, 0.15)
  const garden = [0, 1, 2, 3, 4, 5]
    .map((at) =>
      disc(x + 60 + at * 80, 370 + chance.whole(-30, 30), {
        r: chance.whole(50, 80),
        color: at % 2 === 0 ? light.leaf : light.leafDark,
      }),
    )
    .join('')
  let checks = ''
  if (chance.hit(0.5)) for (let at = -8; at < 24; at += 1) checks += `M${at * 90} 560L${(at - 4) * 130 + 160} 900`
  const svg =
    box(0, 0, { w: 1200, h: 640, color: wall }) +
    `<svg x="${x}" y="60" width="520" height="380" viewBox="${x} 60 520 380"><rect x="${x}" y="60" width="520" height="380" fill="url(#sky)"/>${garden}</svg>` +
    box(x, 60, { w: 520, h: 380, color: 'none', width: 14 }).replace(`stroke="${ink}"`, 'stroke="#e9e2cf"') +
    line(`M${x + 260} 60l0 380M${x} 250l520 0`, 12, '#e9e2cf') +
    box(x - 8, 52, { w: 536, h: 396, color: 'none', width: 2 }) +
    box(x - 30, 440, { w: 580, h: 26, color: '#e9e2cf', width: 2 }) +
    fill(`M${x} 466L${x + 520} 466L${x + 700} 900L${x - 180} 900Z`, light.glow, 0.2) +
    `<rect y="560" width="1200" height="340" fill="${cloth}"/>` +
    line(checks, 5, mix(cloth, '#ffffff', 0.3)) +
    fill('M0 560L1200 560L1200 574L0 574Z', mix(cloth, ink, 0.25)) +
    fill(`M${x + 20} 574L${x + 240} 574L${x + 200} 900L${x - 160} 900Z`, light.glow, 0.26) +
    fill(`M${x + 280} 574L${x + 500} 574L${x + 640} 900L${x + 270} 900Z`, light.glow, 0.26)
  return { svg, floor: 740 }
}

/** Old boards seen a little from above, a cloth or newspaper spread on them. */
export function boards(painter: Painter): Backdrop {
  const { light, chance } = painter
  const base = mix(chance.pick(['#8b6d4a', '#77766f', '#9a8259', '#6e5a4a']), light.tint, 0.18)
  let svg = ''
  for (let at = 0; at < 8; at += 1) {
    const y = at * 112
    svg +=
      box(0, y, { w: 1200, h: 112, color: mix(base, chance.hit(0.5) ? ink : '#fff1d2', chance.between(0, 0.16)) }) +
      line(
        `M0 ${y + 30}C300 ${y + 20 + chance.whole(0, 24)} 700 ${y + 44} 1200 ${y + 30}M0 ${y + 76}C400 ${y + 90} 800 ${y + 60 + chance.whole(0, 30)} 1200 ${y + 80}`,
        1.6,
        mix(base, ink, 0.25),
      ) +
      line(`M0 ${y}L1200 ${y}`, 4, mix(base, ink, 0.55))
    svg += disc(chance.whole(40, 1160), y + 14, { r: 4, color: ink })
  }
  const cloth = chance.pick(['#d8cfb8', '#8fa0a6', '#b0574a', '#c7b489'])
  const spread = fill(
    `M${chance.whole(90, 180)} 300L${chance.whole(980, 1100)} ${chance.whole(270, 330)}L${chance.whole(1010, 1120)} ${chance.whole(800, 850)}L${chance.whole(90, 190)} ${chance.whole(780, 850)}Z`,
    mix(cloth, light.tint, 0.15),
  )
  return { svg: svg + spread + fill('M0 0L500 0L1000 900L300 900Z', light.glow, 0.18), floor: 690 }
}

/** A concrete floor against a whitewashed wall. */
export function wallFloor(painter: Painter): Backdrop {
  const { light, chance } = painter
  const wall = mix(light.wall, chance.pick(['#e9e4d4', '#b9c2bd', '#c7a98f', '#a9b4be']), 0.5)
  let cracks = ''
  for (let at = 0; at < 4; at += 1)
    cracks += `M${chance.whole(50, 1150)} ${chance.whole(40, 400)}l${chance.whole(-40, 40)} ${chance.whole(20, 60)}l${chance.whole(-30, 50)} ${chance.whole(20, 50)}`
  let bricks = ''
  const bx = chance.whole(60, 900)
  for (let row = 0; row < 4; row += 1)
    for (let at = 0; at < 3; at += 1)
      bricks += box(bx + at * 64 + (row % 2) * 30 - chance.whole(0, 8), 320 + row * 30, {
        w: 58,
        h: 25,
        color: mix('#a86c52', light.tint, 0.25),
        width: 1.4,
      })
  const svg =
    box(0, 0, { w: 1200, h: 610, color: wall }) +
    (chance.hit(0.7) ? bricks : '') +
    line(cracks, 2, mix(wall, ink, 0.35)) +
    box(0, 500, { w: 1200, h: 110, color: mix(wall, light.wallDark, 0.6) }) +
    line('M0 500L1200 500', 2.4, mix(wall, ink, 0.4)) +
    fill(chance.hit(0.5) ? 'M160 0L560 0L760 610L200 610Z' : 'M1040 0L640 0L440 610L1000 610Z', light.glow, 0.28) +
    `<rect y="606" width="1200" height="294" fill="${mix(light.ground, '#8d8b86', 0.5)}"/>` +
    fill('M0 606L1200 606L1200 622L0 622Z', ink, 0.35) +
    line('M0 780C400 772 800 790 1200 776M420 622L300 900', 2, mix(light.groundDark, ink, 0.2)) +
    disc(chance.whole(200, 1000), 830, { r: 110, ry: 16, color: mix(light.groundDark, ink, 0.25) })
  return { svg, floor: 730 }
}

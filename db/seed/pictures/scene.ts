import { type Chance, chanceFrom } from '../random.ts'
import type { PictureSubject } from '../seed-types.ts'
import type { Drawing } from './car-parts.ts'
import { barnInside, garage, shed } from './indoors.ts'
import { bands, box, disc, fill, ink, line, mix, n, paintOf, placed } from './ink.ts'
import { motifOf } from './motifs.ts'
import { barnFront, courtyard, field, lane } from './outdoors.ts'
import { type Light, lights, paints } from './palette.ts'
import { indoorProps, outdoorProps, prop, tableProps } from './props.ts'
import type { Backdrop, Painter } from './scenery.ts'
import { boards, wallFloor, windowTable, workbench } from './tables.ts'

const glassWash =
  '<linearGradient id="glass" x1="0" y1="0" x2=".5" y2="1"><stop offset="0" stop-color="#c3d4d8"/>' +
  '<stop offset=".42" stop-color="#a9bec5"/><stop offset=".43" stop-color="#d6e2e2"/><stop offset=".6" stop-color="#d6e2e2"/>' +
  '<stop offset=".61" stop-color="#4d5c66"/><stop offset="1" stop-color="#3d4a54"/></linearGradient>'

const indoors: readonly ((painter: Painter) => Backdrop)[] = [barnInside, barnInside, shed, garage]
const outdoors: readonly ((painter: Painter) => Backdrop)[] = [barnFront, courtyard, field, lane]
const small: readonly ((painter: Painter) => Backdrop)[] = [workbench, workbench, windowTable, boards, wallFloor]

/**
 * Composes one picture, 1200 × 900, as SVG text.
 *
 * The same subject always gives the same text. A close view crops the scene of its cover, so it shows the same thing
 * in the same place.
 */
export function sceneOf(subject: PictureSubject): string {
  const chance = chanceFrom(subject.seed)
  const isWanted = subject.motif.startsWith('wanted:')
  const light = chance.pick(lights)
  const painter: Painter = { light, chance }
  const paint = paintOf(
    subject.paint ? (paints[subject.paint]?.base ?? subject.paint) : chance.pick(Object.values(paints)).base,
  )
  const motif = motifOf(isWanted ? subject.motif.slice(7) : subject.motif)
  const drawing = motif.draw({ paint, fillId: 'paint', chance, isTired: chance.hit(0.4) })
  const content = isWanted
    ? notice(drawing, painter)
    : motif.stage === 'road'
      ? roadScene(drawing, painter)
      : tableScene(drawing, painter)
  const defs = `<defs>${bands('paint', paint)}${glassWash}${skyWash(light)}${edge}</defs>`
  const tint = `<rect width="1200" height="900" fill="${light.tint}" fill-opacity="${light.tintStrength}"/><rect width="1200" height="900" fill="url(#edge)"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900" viewBox="${windowOf(subject.view, motif.stage, chance)}">${defs}${content}${tint}</svg>`
}

const edge =
  `<radialGradient id="edge" cx=".5" cy=".48" r=".78"><stop offset=".62" stop-color="${ink}" stop-opacity="0"/>` +
  `<stop offset="1" stop-color="${ink}" stop-opacity=".22"/></radialGradient>`

function skyWash(light: Light): string {
  return `<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${light.sky[0]}"/><stop offset="1" stop-color="${light.sky[1]}"/></linearGradient>`
}

function windowOf(view: PictureSubject['view'], stage: 'road' | 'table', chance: Chance): string {
  if (view === 'cover') return '0 0 1200 900'
  if (stage === 'table') return `${view === 'left' ? 190 : 330} ${chance.whole(240, 290)} 680 510`
  const w = chance.whole(540, 640)
  const x = view === 'left' ? chance.whole(60, 130) : 1200 - w - chance.whole(60, 130)
  return `${x} ${chance.whole(300, 340)} ${w} ${w * 0.75}`
}

function roadScene(drawing: Drawing, painter: Painter): string {
  const { chance, light } = painter
  const isInside = chance.hit(0.5)
  const backdrop = chance.pick(isInside ? indoors : outdoors)(painter)
  const isSmall = drawing.length < 240
  const scale = isSmall
    ? Math.min(570 / drawing.height, 900 / drawing.length) * chance.between(0.88, 1)
    : Math.min(chance.between(950, 1070) / drawing.length, 560 / drawing.height)
  const width = drawing.length * scale
  const flip = chance.hit(0.45)
  const center = 600 + chance.whole(-50, 50) * (isSmall ? 2 : 1)
  const floor = backdrop.floor + chance.whole(24, 70)
  const shadow =
    disc(center, floor + 2, { r: width * 0.54, ry: isSmall ? 16 : 26, color: ink }).replace(
      '/>',
      ' fill-opacity="0.32"/>',
    ) +
    disc(center, floor, { r: width * 0.47, ry: isSmall ? 9 : 15, color: ink }).replace('/>', ' fill-opacity="0.45"/>')
  const subject = placed(
    drawing.svg + sheet(drawing, painter, isInside && !isSmall && drawing.height < drawing.length * 0.45),
    {
      x: flip ? center + width / 2 : center - width / 2,
      y: floor,
      scale,
      flip,
    },
  )
  const props = isInside ? indoorProps : outdoorProps
  const behind = [chance.whole(70, 250), chance.whole(950, 1130)]
    .filter(() => chance.hit(isSmall ? 0.85 : 0.7))
    .map((x) =>
      prop(chance.pick(props), painter, {
        x,
        y: backdrop.floor - chance.whole(4, 22),
        scale: chance.between(0.95, 1.15),
        flip: chance.hit(0.5),
      }),
    )
  const before = chance.hit(0.4)
    ? prop(chance.pick(props.slice(2)), painter, {
        x: chance.pick([chance.whole(70, 200), chance.whole(1000, 1130)]),
        y: chance.whole(820, 862),
        scale: chance.between(1.1, 1.35),
        flip: chance.hit(0.5),
      })
    : ''
  const motes = isInside ? dust(painter) : ''
  return (
    backdrop.svg +
    behind.join('') +
    shadow +
    subject +
    before +
    motes +
    fill('M0 0L1200 0L1200 900L0 900Z', light.glow, 0.04)
  )
}

/** A dust sheet half drawn off, on some cars under a roof. */
function sheet(drawing: Drawing, { chance }: Painter, isLikely: boolean): string {
  if (!isLikely || !chance.hit(0.16)) return ''
  const { length: l, height: h } = drawing
  const color = chance.pick(['#b9ae97', '#8f9a8c', '#a39a8e', '#9aa7b0'])
  const from = l * chance.between(0.5, 0.62)
  const hem = (x: number) => -h * (0.2 + 0.08 * Math.sin(x / 19))
  let d = `M${n(from)} ${n(-h * 1.01)}C${n(l * 0.75)} ${n(-h * 1.04)} ${n(l * 0.88)} ${n(-h * 0.9)} ${n(l * 0.97)} ${n(-h * 0.62)}C${n(l * 1.02)} ${n(-h * 0.5)} ${n(l * 1.02)} ${n(-h * 0.3)} ${n(l * 1.03)} ${n(hem(l))}`
  for (let x = l; x > from + 30; x -= 24) d += `L${n(x)} ${n(hem(x))}`
  d += `L${n(from + 26)} ${n(-h * 0.5)}L${n(from - 10)} ${n(-h * 0.78)}Z`
  const folds = [0.68, 0.76, 0.84, 0.92]
    .map(
      (part) =>
        `M${n(l * part)} ${n(-h * (1.05 - (part - 0.6) * 0.9))}C${n(l * part + 8)} ${n(-h * 0.6)} ${n(l * part - 6)} ${n(-h * 0.4)} ${n(l * part + 4)} ${n(-h * 0.24)}`,
    )
    .join('')
  return fill(d, color) + line(d, 1.6) + line(folds, 1.3, mix(color, ink, 0.4))
}

function dust({ chance, light }: Painter): string {
  let svg = ''
  for (let at = 0; at < 26; at += 1)
    svg += disc(chance.whole(40, 1160), chance.whole(80, 820), { r: chance.between(1.2, 3.4), color: light.glow })
  return `<g fill-opacity=".55">${svg}</g>`
}

function tableScene(drawing: Drawing, painter: Painter): string {
  const { chance } = painter
  const backdrop = chance.pick(small)(painter)
  const scale = Math.min(chance.between(700, 830) / drawing.length, chance.between(490, 580) / drawing.height)
  const width = drawing.length * scale
  const center = 600 + chance.whole(-70, 70)
  const floor = backdrop.floor + chance.whole(-10, 40)
  const shadow = disc(center + 10, floor, { r: width * 0.54, ry: 24, color: ink }).replace(
    '/>',
    ' fill-opacity="0.34"/>',
  )
  const flip = chance.hit(0.4)
  const side = chance.hit(0.5) ? 1 : -1
  const near = chance.hit(0.75)
    ? prop(chance.pick(tableProps), painter, {
        x: 600 - side * chance.whole(380, 470),
        y: floor + chance.whole(40, 90),
        scale: chance.between(1, 1.4),
      })
    : ''
  const far = chance.hit(0.6)
    ? prop(chance.pick(tableProps), painter, {
        x: 600 + side * chance.whole(400, 480),
        y: floor - chance.whole(40, 70),
        scale: chance.between(0.85, 1.1),
      })
    : ''
  return (
    backdrop.svg +
    far +
    shadow +
    placed(drawing.svg, { x: flip ? center + width / 2 : center - width / 2, y: floor, scale, flip }) +
    near
  )
}

/** A notice on a board: a sketch of the thing somebody looks for, with scribbled lines and tear-off strips. */
function notice(drawing: Drawing, painter: Painter): string {
  const { chance, light } = painter
  const backdrop = chance.pick([boards, wallFloor])(painter)
  const paper = chance.pick(['#efe9d8', '#e9dfc0', '#dfe5e2', '#ead9cc'])
  const scale = Math.min(430 / drawing.length, 270 / drawing.height)
  const width = drawing.length * scale
  let lines = ''
  for (let at = 0; at < 4; at += 1) {
    const y = 560 + at * 34
    lines += `M360 ${y}`
    for (let x = 360; x < 840 - (at === 3 ? 200 : chance.whole(0, 90)); x += 26)
      lines += `q6 ${chance.whole(-12, -5)} 12 0t14 0`
  }
  let strips = ''
  for (let at = 0; at < 8; at += 1)
    if (chance.hit(0.75))
      strips += `<path d="M${322 + at * 70} 716l62 0l${chance.whole(-5, 5)} 92l-62 0Z" fill="${mix(paper, '#ffffff', 0.2)}" stroke="${ink}" stroke-width="2"/><path d="M${338 + at * 70} 734q4 20 0 30t2 28M${356 + at * 70} 732q-4 20 2 30t-2 26" fill="none" stroke="${mix(ink, paper, 0.4)}" stroke-width="2.4"/>`
  const pin = (x: number, y: number) =>
    disc(x + 4, y + 6, { r: 13, color: ink }).replace('/>', ' fill-opacity="0.3"/>') +
    disc(x, y, { r: 13, color: chance.pick(['#a63c33', '#3f6791', '#d3ac45']), width: 2 })
  const sheetOf = `<g transform="rotate(${n(chance.between(-3.5, 3.5))} 600 450)">${fill('M316 106L908 106L908 732L316 732Z', ink, 0.28)}${box(306, 92, { w: 590, h: 626, color: paper, width: 2.4 })}${line('M356 150L700 150', 16, ink)}${line('M356 188L600 188', 9, mix(ink, paper, 0.35))}${placed(drawing.svg, { x: 600 - width / 2, y: 500, scale })}${line('M340 506L862 506', 2.4)}${line(lines, 3, mix(ink, paper, 0.25))}${strips}${pin(600, 112)}</g>`
  return backdrop.svg + fill('M0 0L1200 0L1200 900L0 900Z', light.wallDark, 0.12) + sheetOf
}

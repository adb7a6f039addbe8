import { bumper, type Drawing, glass, handle, type Look, outline, rust, type Stance, wheels } from './car-parts.ts'
import { box, disc, fill, line, shape } from './ink.ts'
import { dark } from './materials.ts'

const chrome = '#d3d9d9'

/** Estate car: the saloon with a long roof and a tailgate. */
export function estate(look: Look): Drawing {
  const stance: Stance = { front: 84, rear: 352, radius: 31, sill: 26, style: 'hubcap' }
  const top =
    'M8 -36L6 -74C10 -84 40 -88 64 -89L152 -94L188 -135C200 -144 220 -146 244 -146L404 -144C420 -138 434 -104 440 -84L442 -60L440 -27'
  const body =
    shape(outline(top, stance), `url(#${look.fillId})`) +
    glass([
      'M166 -95L194 -131C204 -138 216 -140 232 -140L232 -95Z',
      'M239 -95L239 -140L300 -140L302 -95Z',
      'M309 -95L307 -140L396 -138C406 -134 416 -112 420 -95Z',
    ]) +
    line('M156 -92L152 -28M235 -142L235 -28M305 -142C308 -100 308 -80 304 -60', 1.3) +
    line('M8 -66L438 -66', 2.4, chrome) +
    line('M196 -150L398 -150M220 -150L220 -145M300 -150L300 -145M380 -150L380 -145', 2.2) +
    shape('M6 -82L6 -58L20 -58L20 -84Z', dark, 1) +
    disc(13, -71, { r: 6, ry: 9, color: '#fbf3cf', width: 1.2 }) +
    box(434, -88, { w: 8, h: 24, color: '#a63c33', width: 1 }) +
    handle(216, -80) +
    handle(284, -80) +
    bumper(0, 46, -42) +
    bumper(398, 450, -42) +
    rust(
      [
        [130, -34],
        [238, -30],
        [306, -34],
        [420, -50],
      ],
      look,
    )
  return { svg: wheels(stance, look) + body, length: 450, height: 150 }
}

/** Squared-off saloon of the eighties. */
export function executive(look: Look): Drawing {
  const stance: Stance = { front: 82, rear: 346, radius: 30, sill: 24, style: 'alloy', rim: '#c3c8c8' }
  const top =
    'M8 -34L7 -70L18 -80C60 -86 110 -90 152 -93L198 -134C212 -140 270 -141 302 -138L346 -98L424 -93L438 -84L438 -34L436 -25'
  const body =
    shape(outline(top, stance), `url(#${look.fillId})`) +
    glass([
      'M168 -95L203 -128C212 -133 224 -134 240 -134L240 -94Z',
      'M247 -94L247 -134C272 -135 288 -134 296 -132L312 -94Z',
      'M318 -95L304 -128L332 -97Z',
    ]) +
    line('M156 -92L152 -26M243 -136L243 -26M314 -95C316 -76 312 -62 306 -50M8 -66L438 -70', 1.2) +
    box(120, -52, { w: 180, h: 7, color: dark }) +
    shape('M7 -72L7 -58L28 -58L32 -78L18 -80Z', '#f4efd6', 1.2) +
    box(428, -84, { w: 10, h: 18, color: '#a63c33', width: 1 }) +
    fill('M2 -50L40 -50L42 -34L4 -32Z', dark) +
    fill('M404 -50L444 -50L442 -32L402 -34Z', dark) +
    line('M4 -48L40 -48M406 -48L442 -48', 1.6, chrome) +
    box(222, -82, { w: 12, h: 4, color: dark }) +
    box(288, -82, { w: 12, h: 4, color: dark }) +
    box(162, -100, { w: 10, h: 8, color: dark, width: 0.8, r: 2 }) +
    rust(
      [
        [154, -30],
        [244, -30],
        [392, -60],
      ],
      look,
    )
  return { svg: wheels(stance, look) + body, length: 446, height: 142 }
}

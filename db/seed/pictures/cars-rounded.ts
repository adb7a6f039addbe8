import {
  bumper,
  chrome,
  type Drawing,
  glass,
  handle,
  headlamp,
  type Look,
  outline,
  rust,
  type Stance,
  wheels,
} from './car-parts.ts'
import { box, disc, fill, line, n, shape } from './ink.ts'

function assemble(stance: Stance, look: Look, over: { body: string; length: number; height: number }): Drawing {
  return { svg: wheels(stance, look) + over.body, length: over.length, height: over.height }
}

/** Small rounded saloon with a canvas roof, ripple bonnet and separate wings. */
export function twoHorse(look: Look): Drawing {
  const stance: Stance = {
    front: 80,
    rear: 318,
    radius: 30,
    sill: 32,
    style: 'disc',
    rim: '#d8d3c4',
    isRearCovered: true,
  }
  const { paint } = look
  const main =
    'M36 -42C34 -66 38 -82 48 -90C76 -100 106 -106 138 -109L160 -148C180 -160 214 -163 242 -159C292 -149 340 -112 362 -72C368 -58 371 -46 371 -36L60 -32Z'
  const ripples = [0, 1, 2, 3, 4, 5]
    .map(
      (at) => `M${n(46 - at * 1.6)} ${-88 + at * 5.4}C76 ${-97 + at * 5} 106 ${-103 + at * 4.8} 137 ${-106 + at * 4.6}`,
    )
    .join('')
  const roof =
    'M160 -148C180 -160 214 -163 242 -159C276 -152 308 -134 332 -112L326 -110C298 -133 268 -147 240 -152C214 -155 184 -152 164 -144Z'
  const front = 'M32 -33C28 -64 52 -84 82 -84C112 -84 128 -62 136 -32L118 -30A38 38 0 0 0 42 -30Z'
  const rear = 'M258 -30C258 -62 286 -80 316 -78C352 -76 370 -52 372 -28L350 -26A36 30 0 0 0 286 -26Z'
  const body =
    shape(main, `url(#${look.fillId})`) +
    line(ripples, 1.1, paint.shade) +
    shape(roof, paint.shade, 1.2) +
    line('M178 -156L182 -149M206 -160L208 -153M236 -160L236 -152M264 -154L262 -147M290 -143L286 -137', 1) +
    glass([
      'M150 -110L165 -142C178 -150 192 -152 203 -152L203 -110Z',
      'M210 -110L210 -152C232 -151 252 -146 264 -139L269 -110Z',
      'M276 -110L272 -135C290 -126 304 -116 312 -106Z',
    ]) +
    line('M166 -126L203 -126M139 -106L137 -34M206 -155L205 -34M271 -138C272 -110 262 -84 258 -60M42 -64L134 -64', 1.3) +
    handle(190, -92) +
    handle(212, -92) +
    shape(rear, `url(#${look.fillId})`) +
    shape(front, `url(#${look.fillId})`) +
    line('M56 -86L64 -100', 3) +
    headlamp(62, -104, 11) +
    bumper(20, 40, -44) +
    bumper(366, 382, -42) +
    disc(368, -66, { r: 3.4, ry: 5, color: '#a63c33', width: 1 }) +
    rust(
      [
        [140, -36],
        [206, -38],
        [262, -36],
        [100, -76],
      ],
      look,
    )
  return assemble(stance, look, { body, length: 383, height: 162 })
}

/** Low front-wheel-drive saloon of the thirties to fifties: long bonnet, flowing wings, chevrons in the grille. */
export function traction(look: Look): Drawing {
  const stance: Stance = {
    front: 98,
    rear: 402,
    radius: 35,
    sill: 30,
    style: 'disc',
    rim: '#cfc9b4',
    isRearCovered: true,
  }
  const color = `url(#${look.fillId})`
  const main =
    'M70 -46L62 -104C66 -110 72 -111 78 -111L190 -116L222 -148C250 -156 304 -157 334 -152C376 -143 404 -118 420 -84C430 -72 434 -58 435 -34L120 -32Z'
  const front = 'M34 -40C36 -76 70 -92 100 -88C134 -84 152 -58 182 -32L140 -30A43 43 0 0 0 57 -34Z'
  const rear = 'M342 -32C348 -64 376 -84 408 -80C442 -75 458 -52 462 -32L443 -32A42 42 0 0 0 361 -32Z'
  const body =
    shape(main, color) +
    shape('M62 -104C58 -84 60 -64 68 -46L76 -46C68 -66 68 -88 72 -110Z', chrome, 1.2) +
    line('M84 -104L180 -109M84 -70L178 -72M178 -109L178 -72M84 -104L84 -70', 1, look.paint.shade) +
    line('M100 -98L168 -102M100 -92L168 -95M100 -86L168 -88M100 -80L168 -82', 1.1) +
    glass([
      'M206 -116L230 -142L250 -146L250 -114Z',
      'M257 -114L257 -147C280 -149 304 -149 322 -147L328 -112Z',
      'M336 -112L331 -145C358 -138 376 -126 386 -108Z',
    ]) +
    line('M196 -114L186 -34M253 -148L253 -34M332 -148C334 -110 334 -76 338 -40M190 -108L420 -100', 1.3) +
    handle(232, -100) +
    handle(310, -98) +
    shape(rear, color) +
    shape(front, color) +
    line('M180 -30L344 -30', 5) +
    line('M70 -92L66 -98', 3) +
    headlamp(64, -98, 14) +
    bumper(14, 42, -46) +
    bumper(450, 474, -44) +
    disc(448, -72, { r: 3, ry: 4.4, color: '#a63c33', width: 1 }) +
    rust(
      [
        [190, -36],
        [256, -36],
        [350, -40],
        [420, -60],
      ],
      look,
    )
  return assemble(stance, look, { body, length: 474, height: 156 })
}

/** The great aerodynamic saloon: shark nose, sloping tail, skirted rear wheels. */
export function goddess(look: Look): Drawing {
  const stance: Stance = { front: 92, rear: 402, radius: 33, sill: 22, style: 'hubcap', isRearCovered: true }
  const main =
    'M6 -38C8 -54 22 -70 54 -80C100 -94 146 -102 178 -106C196 -128 214 -140 236 -144C276 -151 318 -147 348 -133C388 -113 436 -94 470 -78C480 -68 482 -50 480 -36L478 -24L434 -22'
  const half = Math.sqrt(38 ** 2 - 11 ** 2)
  const path = `${main}L${n(92 + half)} -22 A38 38 0 0 0 ${n(92 - half)} -22L10 -26Z`
  const body =
    shape(path, `url(#${look.fillId})`) +
    fill('M222 -141C262 -151 318 -148 348 -133L338 -131C308 -142 262 -145 228 -138Z', look.paint.light) +
    glass([
      'M194 -108C208 -126 220 -134 236 -138L258 -140L258 -106Z',
      'M264 -106L264 -140C288 -141 304 -139 318 -136L326 -104Z',
      'M333 -104L325 -134C350 -124 368 -113 380 -103Z',
    ]) +
    line(
      'M184 -104C182 -80 184 -50 190 -24M261 -142L261 -24M328 -136C336 -100 336 -70 348 -52M184 -102C260 -100 380 -100 476 -76M346 -24C348 -60 374 -66 402 -64C436 -62 446 -46 448 -24',
      1.3,
    ) +
    line('M20 -68C36 -74 46 -76 58 -78', 1.2) +
    disc(28, -60, { r: 9, ry: 8, color: chrome, width: 1.3 }) +
    disc(25, -60, { r: 6, color: '#fbf3cf' }) +
    handle(244, -94) +
    handle(310, -92) +
    bumper(2, 42, -40) +
    bumper(440, 488, -40) +
    disc(384, -112, { r: 5, ry: 3, color: '#c46a3a', width: 1 }) +
    box(342, -34, { w: 108, h: 12, color: look.paint.shade }) +
    line('M10 -26L58 -24M128 -22L450 -22', 2) +
    rust(
      [
        [260, -28],
        [330, -28],
        [66, -60],
        [420, -30],
      ],
      look,
    )
  return assemble(stance, look, { body, length: 488, height: 150 })
}

/** Rounded saloon of the fifties, sloping tail. */
export function ponton(look: Look): Drawing {
  const stance: Stance = { front: 82, rear: 338, radius: 32, sill: 27, style: 'hubcap' }
  const top =
    'M12 -36C8 -58 12 -82 30 -92C66 -102 110 -106 150 -108C166 -128 182 -144 204 -149C240 -155 284 -153 308 -143C344 -124 376 -100 408 -90C426 -82 432 -58 430 -34L428 -27'
  const body =
    shape(outline(top, stance), `url(#${look.fillId})`) +
    glass([
      'M164 -108C176 -126 188 -138 204 -143L236 -146L236 -107Z',
      'M243 -107L243 -146C266 -147 286 -145 300 -139L318 -106Z',
      'M326 -106L312 -132C330 -122 344 -112 352 -104Z',
    ]) +
    line('M156 -106C152 -80 152 -50 158 -28M239 -148L239 -28M306 -142C322 -112 322 -90 306 -70', 1.3) +
    line(
      'M18 -78C60 -88 100 -90 130 -80C142 -72 148 -60 150 -50M290 -56C300 -80 330 -88 364 -84C392 -80 416 -72 428 -62',
      1.2,
    ) +
    line('M162 -94L300 -94', 2.4, chrome) +
    headlamp(24, -82, 11) +
    shape('M12 -70C10 -60 10 -52 12 -44L24 -44L26 -70Z', chrome, 1.1) +
    line('M14 -62L25 -62M13 -54L25 -54', 1) +
    handle(220, -88) +
    handle(286, -88) +
    bumper(4, 44, -38) +
    bumper(396, 438, -38) +
    disc(424, -74, { r: 3.4, ry: 6, color: '#a63c33', width: 1 }) +
    rust(
      [
        [120, -40],
        [240, -32],
        [300, -36],
        [404, -60],
      ],
      look,
    )
  return assemble(stance, look, { body, length: 438, height: 154 })
}

/** Rear-engined small saloon of the fifties, every line a curve. */
export function bubble(look: Look): Drawing {
  const stance: Stance = { front: 74, rear: 292, radius: 29, sill: 27, style: 'disc', rim: '#d9d4c4' }
  const top =
    'M14 -38C10 -56 18 -76 40 -86C70 -96 92 -98 112 -100C126 -122 142 -136 164 -141C196 -147 236 -146 258 -137C292 -120 326 -92 342 -66C350 -52 352 -42 350 -30L348 -27'
  const body =
    shape(outline(top, stance), `url(#${look.fillId})`) +
    glass([
      'M124 -101C136 -120 148 -130 164 -135L188 -137L188 -100Z',
      'M195 -100L195 -138C216 -139 236 -138 250 -132L268 -100Z',
    ]) +
    line('M116 -99C112 -74 114 -48 118 -28M191 -140L191 -28M256 -134C274 -108 272 -88 258 -66', 1.3) +
    line(
      'M30 -44C32 -70 54 -82 76 -80C100 -78 112 -60 116 -44M250 -42C254 -68 274 -80 296 -78C320 -74 336 -58 342 -42',
      1.3,
    ) +
    line('M312 -96L332 -72M306 -92L326 -68M300 -88L318 -66', 1.4) +
    line('M120 -88L268 -88', 2, chrome) +
    headlamp(38, -78, 10) +
    handle(174, -82) +
    handle(200, -82) +
    bumper(6, 40, -36) +
    bumper(330, 360, -36) +
    disc(340, -62, { r: 3, ry: 5, color: '#a63c33', width: 1 }) +
    rust(
      [
        [120, -32],
        [192, -32],
        [250, -36],
        [60, -72],
      ],
      look,
    )
  return assemble(stance, look, { body, length: 362, height: 146 })
}

import {
  bumper,
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
import { box, disc, fill, line, ring, shape } from './ink.ts'

const chrome = '#d3d9d9'
const dark = '#2a3036'

/** Three-box family saloon of the sixties and seventies. */
export function saloon(look: Look): Drawing {
  const stance: Stance = { front: 84, rear: 352, radius: 31, sill: 26, style: 'hubcap' }
  const top =
    'M8 -36L6 -74C10 -84 40 -88 64 -89L152 -94L188 -133C200 -142 220 -144 244 -144L288 -142C308 -138 328 -114 344 -98L420 -94C434 -92 442 -88 442 -70L440 -27'
  const body =
    shape(outline(top, stance), `url(#${look.fillId})`) +
    glass([
      'M166 -95L194 -130C204 -136 216 -138 236 -138L236 -95Z',
      'M243 -95L243 -138L282 -136C290 -134 298 -124 304 -95Z',
      'M310 -97L300 -128C312 -118 320 -108 328 -97Z',
    ]) +
    line('M156 -92L152 -28M239 -140L239 -28M306 -95C308 -80 306 -70 304 -60', 1.3) +
    line('M8 -66L438 -66', 2.4, chrome) +
    line('M8 -68L438 -68', 0.8) +
    shape('M6 -82L6 -58L20 -58L20 -84Z', dark, 1) +
    disc(13, -71, { r: 6, ry: 9, color: '#fbf3cf', width: 1.2 }) +
    box(432, -84, { w: 9, h: 22, color: '#a63c33', width: 1 }) +
    handle(220, -80) +
    handle(284, -80) +
    bumper(0, 46, -42) +
    bumper(398, 450, -42) +
    rust(
      [
        [130, -34],
        [238, -30],
        [306, -34],
        [416, -50],
      ],
      look,
    )
  return { svg: wheels(stance, look) + body, length: 450, height: 146 }
}

/** Upright five-door with six windows and a tailgate: the country's first hatchback. */
export function fourL(look: Look): Drawing {
  const stance: Stance = { front: 62, rear: 302, radius: 29, sill: 28, style: 'disc', rim: '#d4d2c8' }
  const top =
    'M12 -38L14 -82C22 -92 62 -98 112 -103L142 -146C160 -154 250 -157 318 -153C336 -147 350 -102 353 -72L352 -28'
  const body =
    shape(outline(top, stance), `url(#${look.fillId})`) +
    glass([
      'M126 -104L150 -140C166 -146 180 -147 194 -147L194 -103Z',
      'M201 -103L201 -148L256 -148L256 -102Z',
      'M263 -102L263 -148L312 -146C322 -142 332 -116 336 -100Z',
    ]) +
    line('M118 -101L112 -30M197 -150L197 -30M259 -150L262 -66M160 -124L194 -124M230 -148L230 -103', 1.3) +
    line('M20 -74L112 -78', 1.2) +
    line('M112 -60L346 -60', 1, look.paint.shade) +
    shape('M12 -80L11 -56L26 -56L28 -82Z', chrome, 1.1) +
    disc(20, -69, { r: 6.4, ry: 9, color: '#fbf3cf', width: 1.2 }) +
    box(346, -92, { w: 6, h: 20, color: '#a63c33', width: 1 }) +
    handle(176, -90) +
    handle(206, -90) +
    bumper(2, 30, -40) +
    bumper(338, 366, -40) +
    rust(
      [
        [114, -34],
        [198, -34],
        [262, -40],
        [40, -62],
      ],
      look,
    )
  return { svg: wheels(stance, look) + body, length: 366, height: 156 }
}

/** Open two-seater, hood down. */
export function roadster(look: Look): Drawing {
  const stance: Stance = { front: 78, rear: 306, radius: 30, sill: 24, style: 'spoke', rim: chrome }
  const top =
    'M12 -36C4 -54 8 -72 28 -78C78 -87 130 -90 168 -91L172 -84L262 -84L268 -90C310 -90 356 -86 378 -76C390 -66 390 -50 386 -34L384 -25'
  const hood = 'M262 -92C270 -106 290 -106 312 -96L312 -88L262 -86Z'
  const body =
    shape('M204 -84C204 -102 212 -112 222 -112C234 -112 238 -100 238 -84Z', '#5b3f33', 1.3) +
    shape('M228 -84C228 -98 236 -106 246 -106C256 -106 258 -96 258 -84Z', '#6d4b3c', 1.3) +
    line('M194 -84L186 -104', 2.4) +
    ring(184, -102, { r: 5, ry: 12, width: 2.4 }) +
    shape(hood, dark, 1.2) +
    shape(outline(top, stance), `url(#${look.fillId})`) +
    shape('M166 -91L182 -122L187 -122L176 -91Z', 'url(#glass)', 1.6) +
    line('M182 -123L172 -92', 2.6, chrome) +
    line('M176 -84C176 -60 178 -40 182 -26M256 -84C258 -66 256 -48 250 -34M30 -70C120 -80 260 -80 380 -66', 1.3) +
    line('M190 -74L250 -74', 1.2, look.paint.shade) +
    headlamp(26, -70, 10) +
    handle(236, -70) +
    disc(382, -64, { r: 3, ry: 6, color: '#a63c33', width: 1 }) +
    bumper(4, 40, -40) +
    bumper(356, 396, -40) +
    rust(
      [
        [180, -30],
        [250, -30],
        [126, -50],
      ],
      look,
    )
  return { svg: wheels(stance, look) + body, length: 396, height: 124 }
}

/** Low coupé with a fastback. */
export function coupe(look: Look): Drawing {
  const stance: Stance = { front: 80, rear: 312, radius: 30, sill: 23, style: 'alloy', rim: '#b8bcb8' }
  const top =
    'M8 -34C4 -50 14 -66 50 -72C96 -80 140 -86 168 -88C190 -108 210 -118 236 -120C270 -121 302 -112 336 -94C364 -88 392 -84 398 -76L400 -36L398 -24'
  const body =
    shape(outline(top, stance), `url(#${look.fillId})`) +
    glass(['M184 -89C202 -104 216 -112 234 -114L254 -114L254 -87Z', 'M261 -87L261 -114C282 -112 300 -104 318 -90Z']) +
    line('M176 -87C172 -66 174 -44 178 -25M257 -117L262 -80C264 -60 260 -44 256 -26M10 -58L398 -62', 1.3) +
    line('M322 -84L346 -80M326 -78L350 -75M330 -72L354 -70', 1.5) +
    disc(24, -62, { r: 8, ry: 7, color: chrome, width: 1.2 }) +
    disc(22, -62, { r: 5, color: '#fbf3cf' }) +
    box(390, -74, { w: 8, h: 14, color: '#a63c33', width: 1 }) +
    handle(238, -74) +
    bumper(2, 40, -38) +
    bumper(366, 408, -38) +
    rust(
      [
        [180, -28],
        [256, -28],
        [120, -46],
      ],
      look,
    )
  return { svg: wheels(stance, look) + body, length: 408, height: 122 }
}

/** Square hatchback of the eighties; the hot one has side strips and alloys. */
export function hatch(look: Look, isHot = true): Drawing {
  const stance: Stance = {
    front: 72,
    rear: 312,
    radius: 28,
    sill: 24,
    style: isHot ? 'alloy' : 'steel',
    rim: '#b7bcbd',
  }
  const top =
    'M8 -34L8 -66C14 -78 58 -84 110 -90L162 -129C178 -138 262 -139 298 -133L342 -92C352 -88 360 -84 361 -66L358 -25'
  const strip = isHot
    ? box(108, -54, { w: 168, h: 9, color: dark }) + line('M108 -50L276 -50', 1.6, '#a63c33')
    : line('M110 -56L274 -56', 1.4, dark)
  const body =
    shape(outline(top, stance), `url(#${look.fillId})`) +
    glass([
      'M128 -92L168 -124C182 -131 196 -132 214 -132L214 -91Z',
      'M222 -91L222 -132C252 -133 274 -131 290 -127L318 -91Z',
    ]) +
    line('M116 -90L112 -26M218 -134L222 -70C224 -50 224 -40 222 -26M10 -60L360 -64', 1.2) +
    strip +
    shape('M8 -66L8 -54L30 -54L34 -72Z', '#f4efd6', 1.2) +
    box(352, -82, { w: 9, h: 20, color: '#a63c33', width: 1 }) +
    fill('M4 -50L34 -50L36 -34L6 -32Z', dark) +
    fill('M338 -50L366 -50L364 -32L336 -34Z', dark) +
    box(202, -82, { w: 10, h: 4, color: dark }) +
    box(122, -98, { w: 10, h: 8, color: dark, width: 0.8, r: 2 }) +
    rust(
      [
        [114, -30],
        [222, -30],
        [300, -62],
      ],
      look,
    )
  return { svg: wheels(stance, look) + body, length: 368, height: 140 }
}

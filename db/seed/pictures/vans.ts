import { bumper, type Drawing, glass, handle, headlamp, type Look, outline, rust, type Stance, wheels } from './cars.ts'
import { box, disc, fill, line, n, ring, shape } from './ink.ts'

const chrome = '#d3d9d9'
const canvas = '#8b8563'

function ribs(from: number, to: number, span: { top: number; bottom: number; step: number; color: string }): string {
  let d = ''
  for (let x = from; x <= to; x += span.step) d += `M${n(x)} ${span.top}L${n(x)} ${span.bottom}`
  return line(d, 1, span.color)
}

/** The corrugated front-drive van with the pig's snout. */
export function ribbedVan(look: Look): Drawing {
  const stance: Stance = { front: 84, rear: 346, radius: 35, sill: 30, style: 'disc', rim: '#cfc9b4' }
  const top =
    'M18 -38L20 -92C24 -100 42 -104 58 -106L76 -128L92 -196C100 -214 116 -220 140 -222L404 -222C420 -220 424 -210 424 -198L424 -32'
  const body =
    shape(outline(top, stance), `url(#${look.fillId})`) +
    ribs(206, 418, { top: -216, bottom: -44, step: 8, color: look.paint.shade }) +
    ribs(104, 196, { top: -118, bottom: -44, step: 8, color: look.paint.shade }) +
    line('M24 -84L60 -90M24 -76L62 -82M24 -68L60 -74M24 -60L54 -64M24 -52L48 -55', 1.2) +
    glass(['M86 -130L100 -192C104 -198 108 -200 116 -200L116 -130Z', 'M124 -130L124 -202L190 -202L190 -130Z']) +
    line('M120 -206L118 -40M198 -214L198 -40M157 -202L157 -130M200 -112L424 -112', 1.4) +
    headlamp(28, -100, 11) +
    handle(176, -112) +
    bumper(8, 44, -40) +
    box(416, -96, { w: 8, h: 14, color: '#a63c33', width: 1 }) +
    rust(
      [
        [120, -40],
        [204, -40],
        [300, -48],
        [410, -48],
      ],
      look,
    )
  return { svg: wheels(stance, look) + body, length: 428, height: 224 }
}

/** Rounded one-box van, two-tone with windows, or panelled. */
export function oneBox(look: Look): Drawing {
  const stance: Stance = { front: 92, rear: 332, radius: 32, sill: 28, style: 'hubcap' }
  const isPanelled = look.chance.hit(0.45)
  const top =
    'M10 -36L10 -96C12 -112 18 -122 24 -132L42 -178C48 -190 60 -194 80 -195L402 -195C420 -194 428 -184 430 -168L432 -36'
  const upper = 'M22 -128L42 -178C48 -190 60 -194 80 -195L402 -195C420 -194 428 -184 430 -168L431 -118L20 -118Z'
  const panes = ['M34 -132L52 -176C56 -182 60 -183 66 -183L66 -132Z', 'M74 -132L74 -183L128 -183L128 -132Z']
  if (!isPanelled)
    panes.push(
      'M146 -132L146 -182L222 -182L222 -132Z',
      'M234 -132L234 -182L310 -182L310 -132Z',
      'M322 -132L322 -182L400 -182C408 -180 410 -174 411 -132Z',
    )
  const body =
    shape(outline(top, stance), `url(#${look.fillId})`) +
    (isPanelled ? '' : fill(upper, '#e4e1d4')) +
    line('M42 -178C48 -190 60 -194 80 -195L402 -195C420 -194 428 -184 430 -168', 1.6) +
    line('M20 -118L431 -118', 2.2, chrome) +
    glass(panes) +
    line('M70 -188L70 -40M136 -188L136 -34M228 -188L228 -34', 1.3) +
    (isPanelled
      ? line('M140 -70L420 -70M140 -160L420 -160', 1.1, look.paint.shade)
      : line('M340 -110L360 -110M340 -104L360 -104M340 -98L360 -98', 1.6)) +
    disc(16, -82, { r: 6, ry: 10, color: '#fbf3cf', width: 1.3 }) +
    handle(112, -108) +
    handle(150, -108) +
    bumper(2, 44, -42) +
    bumper(398, 440, -42) +
    box(426, -88, { w: 7, h: 16, color: '#a63c33', width: 1 }) +
    rust(
      [
        [70, -38],
        [138, -34],
        [228, -34],
        [420, -50],
      ],
      look,
    )
  return { svg: wheels(stance, look) + body, length: 440, height: 196 }
}

/** Little delivery van: the two-horse front with a ribbed box behind. */
export function boxVan(look: Look): Drawing {
  const stance: Stance = {
    front: 80,
    rear: 300,
    radius: 30,
    sill: 34,
    style: 'disc',
    rim: '#d8d3c4',
    isRearCovered: true,
  }
  const color = `url(#${look.fillId})`
  const body =
    shape(
      'M36 -42C34 -66 38 -82 48 -90C76 -100 106 -106 138 -109L160 -148C176 -156 190 -158 204 -158L204 -32L60 -32Z',
      color,
    ) +
    shape('M200 -170C204 -176 214 -177 224 -177L352 -177C360 -176 364 -172 364 -164L364 -36L200 -36Z', color) +
    ribs(212, 356, { top: -170, bottom: -76, step: 9, color: look.paint.shade }) +
    glass(['M150 -110L165 -142C174 -148 184 -150 194 -150L194 -110Z']) +
    line(
      'M139 -106L137 -34M198 -156L198 -34M42 -64L134 -64M50 -84C76 -94 106 -100 136 -103M48 -78C76 -88 106 -94 136 -97',
      1.2,
    ) +
    handle(180, -92) +
    shape('M246 -34C248 -66 272 -78 302 -78C334 -76 352 -56 356 -32L334 -30A34 34 0 0 0 268 -30Z', color) +
    shape('M32 -33C28 -64 52 -84 82 -84C112 -84 128 -62 136 -32L118 -30A38 38 0 0 0 42 -30Z', color) +
    line('M56 -86L64 -100', 3) +
    headlamp(62, -104, 11) +
    bumper(20, 40, -44) +
    box(358, -70, { w: 6, h: 10, color: '#a63c33', width: 1 }) +
    rust(
      [
        [140, -36],
        [200, -40],
        [262, -42],
      ],
      look,
    )
  return { svg: wheels(stance, look) + body, length: 372, height: 178 }
}

/** Pick-up with a canvas tilt. */
export function pickup(look: Look): Drawing {
  const stance: Stance = { front: 84, rear: 352, radius: 32, sill: 30, style: 'steel', rim: '#b4b5ad' }
  const top =
    'M10 -36C6 -60 10 -82 30 -90C66 -99 110 -103 150 -105C166 -128 180 -146 206 -150L248 -150L256 -104L446 -104L446 -30'
  const body =
    shape('M252 -104L254 -158C258 -166 300 -170 350 -170C410 -170 440 -166 444 -158L446 -104Z', canvas, 1.5) +
    line('M300 -166L300 -106M350 -168L350 -106M400 -166L400 -106', 1.1, '#5f5b41') +
    shape(outline(top, stance), `url(#${look.fillId})`) +
    glass(['M166 -105C178 -126 190 -140 206 -143L240 -143L240 -104Z']) +
    line('M156 -104L152 -32M248 -148L248 -34M256 -92L446 -92M256 -60L446 -60M320 -92L320 -60M384 -92L384 -60', 1.3) +
    headlamp(22, -80, 11) +
    handle(224, -88) +
    bumper(2, 44, -40) +
    box(440, -80, { w: 6, h: 14, color: '#a63c33', width: 1 }) +
    rust(
      [
        [130, -40],
        [250, -40],
        [330, -60],
        [430, -56],
      ],
      look,
    )
  return { svg: wheels(stance, look) + body, length: 448, height: 170 }
}

/** Flat-winged field car: screen folded up, no doors, spare on the back. */
export function fieldCar(look: Look): Drawing {
  const stance: Stance = {
    front: 70,
    rear: 272,
    radius: 37,
    sill: 42,
    style: 'knobbly',
    rim: look.paint.base,
    isRearCovered: true,
  }
  const color = `url(#${look.fillId})`
  const hasTilt = look.chance.hit(0.5)
  const tilt = hasTilt
    ? shape('M158 -168L312 -166C322 -164 324 -150 326 -104L236 -104L232 -110L162 -112Z', canvas, 1.5) +
      line('M240 -166L236 -106', 1.1, '#5f5b41')
    : ''
  const body =
    tilt +
    shape('M190 -84C190 -108 196 -114 206 -114L214 -84Z', '#6a6a4e', 1.2) +
    shape(
      'M30 -58L30 -102L136 -106L140 -112L150 -112L166 -58L176 -54L206 -54L214 -102L326 -104L330 -48L150 -44Z',
      color,
    ) +
    shape('M14 -90L20 -94L112 -94L118 -88L136 -46L130 -42L108 -84L22 -84Z', look.paint.shade, 1.4) +
    shape(
      'M232 -58C232 -84 250 -88 276 -88C304 -88 314 -80 314 -56L306 -56C304 -76 296 -80 274 -80C252 -80 242 -76 240 -58Z',
      look.paint.shade,
      1.4,
    ) +
    line('M146 -112L158 -164', 4.4) +
    line('M146 -112L158 -164', 2.4, look.paint.base) +
    shape('M150 -116L159 -162L164 -162L156 -116Z', 'url(#glass)', 1) +
    line('M170 -96L184 -112', 2.2) +
    ring(185, -113, { r: 4.4, ry: 12, width: 2.4 }) +
    line('M44 -98L44 -64M54 -98L54 -64M64 -99L64 -84', 1.2) +
    line('M60 -94L130 -96', 1, look.paint.light) +
    disc(36, -90, { r: 5, ry: 9, color: '#fbf3cf', width: 1.3 }) +
    disc(334, -86, { r: 11, ry: 34, color: '#2b3036', width: 1.4 }) +
    shape('M284 -102L304 -102L304 -70L284 -70Z', '#54583c', 1.2) +
    line('M284 -102L304 -70M304 -102L284 -70', 1) +
    rust(
      [
        [160, -56],
        [260, -96],
        [110, -90],
      ],
      look,
    )
  return { svg: wheels(stance, look) + body, length: 346, height: 168 }
}

/** Upright aluminium four-wheel drive with a hood or a hard top. */
export function landcar(look: Look): Drawing {
  const stance: Stance = { front: 66, rear: 286, radius: 38, sill: 46, style: 'knobbly', rim: '#c9c6b4' }
  const isSoft = look.chance.hit(0.5)
  const roof = isSoft ? canvas : '#dad8c8'
  const top = 'M18 -50L18 -104L26 -112L124 -116L132 -122L348 -122L350 -46'
  const body =
    shape('M132 -122L150 -190C156 -196 168 -197 184 -197L334 -196C344 -194 347 -188 348 -178L348 -122Z', roof, 1.5) +
    shape(outline(top, stance), `url(#${look.fillId})`) +
    glass(['M146 -124L160 -182L208 -184L208 -124Z', ...(isSoft ? [] : ['M238 -130L238 -176L330 -176L330 -130Z'])]) +
    (isSoft
      ? line('M226 -194L224 -124M290 -195L292 -124M214 -124L346 -124', 1.2, '#5f5b41')
      : line('M214 -190L214 -124', 1.4)) +
    line('M130 -118L128 -50M214 -122L212 -50M18 -96L346 -96M180 -184L180 -124', 1.4) +
    disc(24, -92, { r: 6, ry: 10, color: '#fbf3cf', width: 1.3 }) +
    line('M214 -88l-14 0', 3) +
    line('M8 -56L40 -56', 8) +
    line('M9 -56L39 -56', 5, '#7c8485') +
    box(342, -92, { w: 8, h: 10, color: '#a63c33', width: 1 }) +
    disc(74, -122, { r: 24, ry: 7, color: '#2b3036', width: 1.3 }) +
    disc(74, -123, { r: 13, ry: 3.4, color: '#c9c6b4', width: 0.9 }) +
    rust(
      [
        [130, -60],
        [216, -60],
      ],
      look,
    )
  return { svg: wheels(stance, look) + body, length: 356, height: 198 }
}

/** Bonneted truck with a canvas-covered body on three axles. */
export function truck(look: Look): Drawing {
  const color = `url(#${look.fillId})`
  const stance: Stance = {
    front: 96,
    rear: 410,
    radius: 46,
    sill: 56,
    style: 'knobbly',
    rim: look.paint.base,
    isRearCovered: true,
  }
  const second = wheels({ ...stance, front: 410, rear: 512 }, look)
  const body =
    second +
    box(180, -86, { w: 390, h: 20, color: '#31363a', width: 1.2 }) +
    shape('M40 -70L40 -136L154 -142L158 -150L166 -206C170 -212 200 -214 244 -214L246 -70Z', color) +
    glass(['M172 -152L178 -202L236 -204L236 -150Z']) +
    line('M160 -146L158 -76M60 -122L140 -126M60 -112L140 -116M60 -102L140 -106M60 -92L140 -95', 1.4) +
    shape('M20 -96C30 -116 128 -118 150 -70L138 -68C116 -106 60 -106 30 -90Z', look.paint.shade, 1.5) +
    shape('M262 -214C268 -246 300 -252 420 -252C548 -252 576 -246 582 -214L586 -132L258 -132Z', canvas, 1.6) +
    line('M336 -250L334 -134M420 -252L420 -134M504 -250L506 -134M262 -170L584 -170', 1.2, '#5f5b41') +
    shape('M258 -134L586 -134L586 -92L258 -92Z', color) +
    line(
      'M258 -120L586 -120M258 -106L586 -106M340 -134L340 -92M422 -134L422 -92M504 -134L504 -92',
      1.1,
      look.paint.shade,
    ) +
    disc(38, -118, { r: 6, ry: 11, color: '#fbf3cf', width: 1.3 }) +
    line('M14 -66L60 -66', 11) +
    line('M15 -66L59 -66', 7, look.paint.base) +
    handle(222, -132) +
    rust(
      [
        [160, -84],
        [300, -100],
        [470, -104],
      ],
      look,
    )
  return { svg: wheels({ ...stance, rear: 410 }, look) + body, length: 592, height: 252 }
}

import { type Drawing, glass, handle, type Look, outline, rust, type Stance, wheels } from './car-parts.ts'
import { box, disc, line, ring, shape } from './ink.ts'
import { canvas } from './materials.ts'

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

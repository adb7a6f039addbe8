import { bumper, type Drawing, glass, handle, type Look, rust, type Stance, wheels } from './car-parts.ts'
import { disc, fill, ink, line, n, ring, shape } from './ink.ts'
import { spokes } from './wheels.ts'

const chrome = '#d3d9d9'
const brass = '#c3a15a'

const wingsOf = (color: string) =>
  shape(
    'M20 -42C22 -78 52 -94 84 -88C116 -80 126 -52 146 -36L146 -30L132 -30C112 -48 104 -74 82 -76C54 -78 40 -58 32 -40Z',
    color,
    1.5,
  ) +
  shape(
    'M252 -36C258 -66 282 -86 314 -82C346 -78 362 -54 368 -32L358 -30C348 -54 334 -70 312 -70C286 -70 276 -50 264 -30L250 -30Z',
    color,
    1.5,
  ) +
  shape('M136 -36L260 -36L260 -29L136 -29Z', '#3a3f44', 1.3)

function radiator(metal: string): string {
  return (
    shape('M50 -46L50 -108C50 -114 62 -114 64 -108L64 -46Z', metal, 1.4) +
    line('M54 -104L54 -50M58 -104L58 -50', 0.9, '#6c7478') +
    disc(57, -115, { r: 3.4, color: metal, width: 1.2 })
  )
}

function lampOnStalk(x: number, y: number, metal: string): string {
  return (
    line(`M${x + 6} ${y}L${x + 14} ${y + 18}`, 2.4) +
    shape(`M${x - 5} ${y - 12}C${x + 14} ${y - 12} ${x + 16} ${y + 12} ${x - 5} ${y + 12}Z`, metal, 1.3) +
    disc(x - 5, y, { r: 3.4, ry: 12, color: '#fbf3cf', width: 1.2 })
  )
}

function louvres(from: number, to: number): string {
  let d = ''
  for (let x = from; x < to; x += 7) d += `M${n(x)} -92L${n(x)} -66`
  return line(d, 1.6)
}

/** Upright saloon of the thirties, wings and running boards. */
export function vintageSaloon(look: Look): Drawing {
  const stance: Stance = {
    front: 80,
    rear: 312,
    radius: 35,
    sill: 34,
    style: look.chance.hit(0.5) ? 'spoke' : 'disc',
    rim: '#b9b29a',
    isRearCovered: true,
  }
  const color = `url(#${look.fillId})`
  const main =
    'M64 -46L64 -108L150 -114L160 -120L170 -160C176 -168 232 -173 284 -171C318 -169 332 -158 334 -126L340 -44Z'
  const body =
    shape(main, color) +
    fill('M170 -160C176 -168 232 -173 284 -171C318 -169 330 -160 333 -142C300 -156 220 -160 168 -150Z', '#33383d') +
    radiator(chrome) +
    louvres(82, 140) +
    glass([
      'M176 -152L218 -154L218 -116L168 -118Z',
      'M226 -154L274 -154L274 -116L226 -116Z',
      'M282 -153C304 -152 318 -144 320 -116L282 -116Z',
    ]) +
    line('M152 -112L150 -40M222 -162L222 -36M278 -162L280 -70M66 -104L330 -112', 1.3) +
    handle(204, -104) +
    handle(262, -104) +
    wingsOf('#2c3238') +
    disc(352, -92, { r: 10, ry: 33, color: '#2b3036', width: 1.4 }) +
    disc(350, -92, { r: 6, ry: 21, color: '#b9b29a', width: 1 }) +
    lampOnStalk(40, -98, chrome) +
    bumper(6, 34, -44) +
    rust(
      [
        [150, -42],
        [222, -42],
        [330, -54],
        [110, -84],
      ],
      look,
    )
  return { svg: wheels(stance, look) + body, length: 374, height: 172 }
}

/** Open tourer of the twenties: brass, a folded hood, tall wire wheels. */
export function torpedo(look: Look): Drawing {
  const stance: Stance = {
    front: 80,
    rear: 316,
    radius: 39,
    sill: 40,
    style: 'spoke',
    rim: '#b08a4d',
    isRearCovered: true,
  }
  const color = `url(#${look.fillId})`
  const main =
    'M64 -50L64 -110L146 -116L176 -118C190 -116 196 -112 212 -112L232 -112C236 -118 240 -118 246 -114L330 -114C348 -112 352 -90 352 -52Z'
  const body =
    shape('M204 -110C206 -130 218 -136 228 -132L232 -110Z', '#5f3f30', 1.3) +
    shape('M288 -112C292 -134 308 -140 320 -134L326 -112Z', '#5f3f30', 1.3) +
    shape('M318 -112C334 -134 372 -136 376 -122C378 -110 356 -104 342 -104Z', '#3c3a36', 1.4) +
    line('M330 -122L368 -118M336 -128L370 -126', 1, '#6a665c') +
    shape(main, color) +
    radiator(brass) +
    louvres(82, 138) +
    line('M170 -118L186 -160', 3.4) +
    line('M170 -118L186 -160', 1.8, brass) +
    shape('M172 -122L184 -158L189 -158L180 -120Z', 'url(#glass)', 1.1) +
    line('M194 -114L206 -130', 2.4) +
    ring(207, -131, { r: 5, ry: 13, width: 2.6 }) +
    line('M150 -114L150 -44M236 -112L236 -60L290 -60L290 -112M192 -112L192 -60L232 -60M66 -104L350 -104', 1.2) +
    wingsOf(look.paint.shade) +
    lampOnStalk(40, -100, brass) +
    disc(158, -50, { r: 21, color: '#2b3036', width: 1.4 }) +
    spokes(158, -50, { r: 15, count: 18, color: '#b08a4d' }) +
    line('M256 -50l26 0', 6, ink) +
    line('M256 -50l26 0', 3.4, brass) +
    rust(
      [
        [150, -54],
        [240, -58],
        [330, -70],
      ],
      look,
    )
  return { svg: wheels(stance, look) + body, length: 376, height: 162 }
}

/** Small two-seater of the twenties with a pointed tail. */
export function cyclecar(look: Look): Drawing {
  const stance: Stance = {
    front: 62,
    rear: 254,
    radius: 36,
    sill: 38,
    style: 'spoke',
    rim: '#a88a55',
    isRearCovered: true,
  }
  const color = `url(#${look.fillId})`
  const main =
    'M48 -48L48 -98L130 -104C150 -110 158 -104 164 -98L216 -98C226 -106 240 -104 250 -98C290 -88 316 -70 338 -58C316 -48 290 -46 250 -46Z'
  const thin = (d: string) => shape(d, look.paint.shade, 1.4)
  const body =
    shape('M188 -98C188 -116 200 -122 214 -118L220 -98Z', '#5f3f30', 1.3) +
    shape(main, color) +
    shape('M36 -46L36 -98C36 -104 48 -104 50 -98L50 -46Z', brass, 1.4) +
    disc(43, -105, { r: 3, color: brass, width: 1.2 }) +
    line('M72 -86L72 -64M80 -86L80 -64M88 -86L88 -64M96 -86L96 -64M104 -86L104 -64M112 -86L112 -64', 1.6) +
    line('M136 -104L146 -128L176 -128', 2) +
    shape('M138 -106L146 -126L152 -126L146 -106Z', 'url(#glass)', 1) +
    line('M160 -100L174 -116', 2.2) +
    ring(176, -117, { r: 4, ry: 12, width: 2.4 }) +
    line('M52 -90L330 -62M130 -102L130 -48', 1.2) +
    line('M58 -56L190 -52', 5.4) +
    line('M58 -56L190 -52', 3.2, brass) +
    thin('M20 -62C32 -88 80 -88 104 -56L98 -54C76 -78 40 -78 24 -58Z') +
    thin('M212 -60C226 -86 274 -86 296 -56L290 -52C270 -78 236 -78 216 -56Z') +
    lampOnStalk(30, -92, brass) +
    disc(118, -82, { r: 0.1, color: ink }) +
    rust(
      [
        [130, -52],
        [230, -56],
      ],
      look,
    )
  return { svg: wheels(stance, look) + body, length: 340, height: 132 }
}

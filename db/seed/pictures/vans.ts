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
import { box, disc, fill, line, n, shape } from './ink.ts'
import { canvas } from './materials.ts'

const chrome = '#d3d9d9'

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

import { disc, fill, ink, line, n, ring } from './ink.ts'

export type WheelStyle = 'hubcap' | 'spoke' | 'steel' | 'alloy' | 'disc' | 'knobbly'

const tyre = '#2b3036'
const chrome = '#cfd6d8'

/** A wheel standing on the ground at `x`. */
export function wheel(x: number, r: number, look: { style: WheelStyle; color?: string; isFlat?: boolean }): string {
  const { style, color = '#b9bfbe', isFlat = false } = look
  const y = -r + (isFlat ? 2.5 : 0)
  const foot = isFlat ? fill(`M${x - r * 0.6} -2 L${x + r * 0.6} -2 L${x + r * 0.75} 0 L${x - r * 0.75} 0Z`, tyre) : ''
  const outer = disc(x, y, { r, color: tyre, width: 1.4 }) + foot
  return outer + face(x, y, { r, style, color })
}

function face(x: number, y: number, look: { r: number; style: WheelStyle; color: string }): string {
  const { r, style, color } = look
  const rim = r * 0.66
  const shine = line(arc(x, y, { r: r * 0.84, from: 200, to: 265 }), 1.2, '#6f787d')
  if (style === 'spoke') return shine + spokes(x, y, { r: r * 0.78, count: 22, color })
  if (style === 'alloy') return shine + alloy(x, y, rim, color)
  if (style === 'knobbly') return lugs(x, y, r) + pressed(x, y, rim * 0.9, color)
  if (style === 'disc')
    return shine + disc(x, y, { r: rim, color, width: 1 }) + disc(x, y, { r: rim * 0.3, color: chrome, width: 0.8 })
  if (style === 'steel') return shine + pressed(x, y, rim, color)
  return (
    shine +
    disc(x, y, { r: rim, color, width: 1 }) +
    disc(x, y, { r: rim * 0.6, color: chrome, width: 0.9 }) +
    line(arc(x, y, { r: rim * 0.4, from: 190, to: 280 }), 1.4, '#ffffff')
  )
}

/** Part of a circle; degrees clockwise from three o'clock. */
export function arc(x: number, y: number, part: { r: number; from: number; to: number }): string {
  const point = (angle: number) => {
    const turn = (angle * Math.PI) / 180
    return `${n(x + part.r * Math.cos(turn))} ${n(y + part.r * Math.sin(turn))}`
  }
  return `M${point(part.from)} A${n(part.r)} ${n(part.r)} 0 ${part.to - part.from > 180 ? 1 : 0} 1 ${point(part.to)}`
}

export function spokes(x: number, y: number, look: { r: number; count: number; color: string }): string {
  const { r, count, color } = look
  let d = ''
  for (let at = 0; at < count; at += 1) {
    const turn = (at / count) * 2 * Math.PI
    const lean = turn + (at % 2 === 0 ? 0.5 : -0.5)
    d += `M${n(x + r * 0.18 * Math.cos(lean))} ${n(y + r * 0.18 * Math.sin(lean))}L${n(x + r * Math.cos(turn))} ${n(y + r * Math.sin(turn))}`
  }
  return (
    disc(x, y, { r, color: '#5a6267' }) +
    line(d, 0.9, '#c9cfcf') +
    ring(x, y, { r, width: 2.6, color }) +
    ring(x, y, { r: r + 1.4, width: 0.8 }) +
    disc(x, y, { r: r * 0.2, color: chrome, width: 0.9 })
  )
}

function pressed(x: number, y: number, r: number, color: string): string {
  let holes = ''
  for (let at = 0; at < 5; at += 1) {
    const turn = (at / 5) * 2 * Math.PI - Math.PI / 2
    holes += disc(x + r * 0.62 * Math.cos(turn), y + r * 0.62 * Math.sin(turn), { r: r * 0.15, color: ink })
  }
  return disc(x, y, { r, color, width: 1 }) + holes + disc(x, y, { r: r * 0.3, color: chrome, width: 0.8 })
}

function alloy(x: number, y: number, r: number, color: string): string {
  let arms = ''
  for (let at = 0; at < 8; at += 1) {
    const turn = (at / 8) * 2 * Math.PI
    arms += `M${n(x)} ${n(y)}L${n(x + r * 0.86 * Math.cos(turn))} ${n(y + r * 0.86 * Math.sin(turn))}`
  }
  return (
    disc(x, y, { r, color: '#3b434a', width: 1 }) +
    line(arms, r * 0.17, color) +
    ring(x, y, { r: r * 0.92, width: 2, color }) +
    disc(x, y, { r: r * 0.24, color, width: 0.7 })
  )
}

function lugs(x: number, y: number, r: number): string {
  let d = ''
  for (let at = 0; at < 26; at += 1) {
    const turn = (at / 26) * 2 * Math.PI
    const lean = turn + 0.12
    d += `M${n(x + r * 0.86 * Math.cos(turn))} ${n(y + r * 0.86 * Math.sin(turn))}L${n(x + r * 1.03 * Math.cos(lean))} ${n(y + r * 1.03 * Math.sin(lean))}`
  }
  return line(d, r * 0.07, tyre) + ring(x, y, { r: r * 0.8, width: 0.9, color: '#59636a' })
}

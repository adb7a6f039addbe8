import { disc } from './ink.ts'

export const iron = '#7c8587'

export const steel = '#a9b2b3'

export const alu = '#bcc3c2'

export const dark = '#2b3036'

export const copper = '#b0724a'

export const brass = '#c3a15a'

export const bolts = (points: readonly (readonly [number, number])[], r = 1.6) =>
  points.map(([x, y]) => disc(x, y, { r, color: '#5b6366', width: 0.6 })).join('')

export const canvas = '#8b8563'

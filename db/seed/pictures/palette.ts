import type { Words } from '../seed-types.ts'

/** Colours of the period, as they look after forty years indoors. */
export const paints: Readonly<Record<string, { base: string; name: Words }>> = {
  'gris-rose': { base: '#a79d98', name: { fr: 'gris rosé', en: 'rosy grey' } },
  gris: { base: '#8d979c', name: { fr: 'gris', en: 'grey' } },
  'bleu-glacier': { base: '#8fb0bf', name: { fr: 'bleu glacier', en: 'glacier blue' } },
  bleu: { base: '#3f6791', name: { fr: 'bleu', en: 'blue' } },
  'bleu-nuit': { base: '#2d3f5c', name: { fr: 'bleu nuit', en: 'midnight blue' } },
  'vert-amande': { base: '#93a886', name: { fr: 'vert amande', en: 'almond green' } },
  vert: { base: '#46684f', name: { fr: 'vert', en: 'green' } },
  'vert-olive': { base: '#676c45', name: { fr: 'vert olive', en: 'olive green' } },
  rouge: { base: '#a63c33', name: { fr: 'rouge', en: 'red' } },
  bordeaux: { base: '#6d2f37', name: { fr: 'bordeaux', en: 'burgundy' } },
  orange: { base: '#cb7336', name: { fr: 'orange', en: 'orange' } },
  jaune: { base: '#d3ac45', name: { fr: 'jaune', en: 'yellow' } },
  ivoire: { base: '#d9cfb4', name: { fr: 'ivoire', en: 'ivory' } },
  blanc: { base: '#dcdedb', name: { fr: 'blanc', en: 'white' } },
  beige: { base: '#bba483', name: { fr: 'beige', en: 'beige' } },
  noir: { base: '#34393f', name: { fr: 'noir', en: 'black' } },
  turquoise: { base: '#5a9a97', name: { fr: 'turquoise', en: 'turquoise' } },
  marron: { base: '#775240', name: { fr: 'marron', en: 'brown' } },
}

/** The hour of the day: every colour of a scene comes from it. */
export type Light = Readonly<{
  sky: readonly [string, string]
  far: string
  wall: string
  wallDark: string
  ground: string
  groundDark: string
  leaf: string
  leafDark: string
  glow: string
  tint: string
  tintStrength: number
}>

export const lights: readonly Light[] = [
  {
    // A clear morning.
    sky: ['#a9c8d6', '#e9ecd9'],
    far: '#90abb0',
    wall: '#cfc3ab',
    wallDark: '#a4967f',
    ground: '#c2b391',
    groundDark: '#97896c',
    leaf: '#8aa06c',
    leafDark: '#5c7653',
    glow: '#fff3cf',
    tint: '#9cc0d8',
    tintStrength: 0.05,
  },
  {
    // Late sun.
    sky: ['#e3b983', '#f6e3b5'],
    far: '#b29a86',
    wall: '#d8ba8c',
    wallDark: '#a07c58',
    ground: '#c9a36b',
    groundDark: '#8f6e49',
    leaf: '#a39853',
    leafDark: '#6c6c40',
    glow: '#ffe2a0',
    tint: '#f0a24c',
    tintStrength: 0.09,
  },
  {
    // An overcast noon.
    sky: ['#b9c3c6', '#dfe1da'],
    far: '#98a5a6',
    wall: '#c3c0b4',
    wallDark: '#93928a',
    ground: '#b1ab99',
    groundDark: '#87836f',
    leaf: '#7f9170',
    leafDark: '#576a57',
    glow: '#f4f4ea',
    tint: '#8fa3a8',
    tintStrength: 0.06,
  },
  {
    // Dusk.
    sky: ['#4f6288', '#d9a68f'],
    far: '#5d6585',
    wall: '#a99f9f',
    wallDark: '#6d6a7c',
    ground: '#978b8a',
    groundDark: '#625c6e',
    leaf: '#66786a',
    leafDark: '#435554',
    glow: '#ffd38c',
    tint: '#3c4a80',
    tintStrength: 0.1,
  },
  {
    // Summer noon.
    sky: ['#7fb4cc', '#cfe3da'],
    far: '#86a597',
    wall: '#e3d6b6',
    wallDark: '#b09c78',
    ground: '#d8c796',
    groundDark: '#ab9767',
    leaf: '#86a455',
    leafDark: '#55793f',
    glow: '#fffbe0',
    tint: '#ffe9a8',
    tintStrength: 0.06,
  },
]

import { contrastOf, cssOf, hexOf, type Oklch } from './colour.ts'
import type { Setting } from './settings.ts'

export type Look = Setting<'look'>
export type Theme = 'light' | 'dark'
type Colours = Readonly<Record<string, Oklch>>

const usualSeedHue = 225

const o = (l: number, c: number, h: number): Oklch => ({ l, c, h })

// The default look. Colours that mean something by themselves (good, bad, premium number) keep their hue in every look.
const toned = {
  light: {
    paper: o(0.985, 0.004, 220),
    sheet: o(1, 0, 0),
    sunk: o(0.955, 0.007, 225),
    rule: o(0.885, 0.01, 230),
    'rule-strong': o(0.6, 0.02, 235),
    ink: o(0.225, 0.03, 245),
    'ink-2': o(0.435, 0.028, 240),
    'ink-3': o(0.525, 0.024, 240),
    link: o(0.435, 0.1, 245),
    brand: o(0.335, 0.055, 225),
    'on-brand': o(0.985, 0.004, 220),
    focus: o(0.48, 0.17, 262),
  },
  dark: {
    paper: o(0.195, 0.018, 240),
    sheet: o(0.235, 0.02, 240),
    sunk: o(0.165, 0.016, 240),
    rule: o(0.335, 0.02, 240),
    'rule-strong': o(0.62, 0.02, 235),
    ink: o(0.955, 0.008, 220),
    'ink-2': o(0.775, 0.014, 225),
    'ink-3': o(0.685, 0.016, 228),
    link: o(0.8, 0.09, 235),
    brand: o(0.8, 0.07, 220),
    'on-brand': o(0.195, 0.018, 240),
    focus: o(0.8, 0.11, 255),
  },
} as const satisfies Record<Theme, Colours>
const fixed = {
  light: { ok: o(0.47, 0.11, 155), warn: o(0.5, 0.105, 65), bad: o(0.5, 0.17, 27), sva: o(0.46, 0.19, 350) },
  dark: { ok: o(0.79, 0.13, 155), warn: o(0.83, 0.12, 80), bad: o(0.76, 0.13, 25), sva: o(0.76, 0.15, 350) },
} as const satisfies Record<Theme, Colours>

/** The colours of a look in one theme, by the name of their token. */
export function lookColours(look: Look, theme: Theme): Colours {
  const turn = look.seedHue - usualSeedHue
  const turned = Object.fromEntries(
    Object.entries(toned[theme]).map(([name, { l, c, h }]) => [name, o(l, c * look.strength, (h + turn + 360) % 360)]),
  )
  const access = o(look.accessLightness, look.accessChroma, look.accessHue)
  const chosen =
    theme === 'light'
      ? { brand: lighter(turned['brand'], look.brandLightness), 'ink-3': lighter(turned['ink-3'], look.quietLightness) }
      : {}
  const colours = { ...turned, ...chosen, access, ...fixed[theme] }
  return { ...colours, 'on-access': readableOn(access, look), 'on-brand': readableOn(colours['brand'] ?? access, look) }
}

function lighter(colour: Oklch | undefined, l: number): Oklch {
  return { c: 0, h: 0, ...colour, l }
}

/** Ink or paper of the look, whichever reads better on a colour. */
function readableOn(colour: Oklch, look: Look): Oklch {
  const turn = look.seedHue - usualSeedHue
  const turnedOf = ({ l, c, h }: Oklch) => o(l, c * look.strength, (h + turn + 360) % 360)
  const [ink, paper] = [turnedOf(toned.light.ink), turnedOf(toned.light.paper)]
  return contrastOf(ink, colour) >= contrastOf(paper, colour) ? ink : paper
}

/** Two colours of a theme that stand on each other, and the contrast they have. */
export type ContrastPair = Readonly<{ theme: Theme; front: string; back: string; contrast: number; least: number }>

const texts = ['ink', 'ink-2', 'ink-3', 'link', 'ok', 'warn', 'bad', 'sva']
const grounds = ['paper', 'sheet']
const pairs = [
  ...texts.flatMap((front) => grounds.map((back) => ({ front, back, least: 4.5 }))),
  { front: 'brand', back: 'paper', least: 4.5 },
  { front: 'ink', back: 'sunk', least: 4.5 },
  { front: 'on-brand', back: 'brand', least: 4.5 },
  { front: 'on-access', back: 'access', least: 4.5 },
  { front: 'rule-strong', back: 'paper', least: 3 },
  { front: 'focus', back: 'paper', least: 3 },
]

/** Every pair that must be told apart, in both themes: 4.5 for words, 3 for lines and the focus (WCAG 2.2 AA). */
export function contrastPairs(look: Look): readonly ContrastPair[] {
  return (['light', 'dark'] as const).flatMap((theme) => {
    const colours = lookColours(look, theme)
    return pairs.flatMap((pair) => {
      const [front, back] = [colours[pair.front], colours[pair.back]]
      return front && back ? [{ ...pair, theme, contrast: contrastOf(front, back) }] : []
    })
  })
}

/** The pairs that are too faint; a look with any is refused. */
export function faintPairs(look: Look): readonly ContrastPair[] {
  return contrastPairs(look).filter(({ contrast, least }) => contrast < least)
}

/** Families by the name of a pair: text, then references and codes. Only fonts that the site serves itself. */
const fonts = {
  schibsted: undefined,
  system: { 'font-ui': 'system-ui, sans-serif', 'font-code': 'ui-monospace, monospace' },
  serif: { 'font-ui': 'ui-serif, Georgia, serif', 'font-code': 'ui-monospace, monospace' },
  wide: { 'font-ui': 'Verdana, DejaVu Sans, sans-serif', 'font-code': 'ui-monospace, monospace' },
} as const
const gutters = { roomy: undefined, compact: 'clamp(0.75rem, 2vw, 1.25rem)' } as const

/** The design tokens that a look puts over the default ones; none for the default look. */
export function lookTokens(look: Look): Setting<'brand'> {
  const themed = (theme: Theme) =>
    Object.fromEntries(Object.entries(lookColours(look, theme)).map(([name, colour]) => [name, cssOf(colour)]))
  const gutter = gutters[look.density]
  const all = {
    ...(look.radius === 2 ? {} : { radius: `${look.radius}px` }),
    ...fonts[look.fonts],
    ...(gutter === undefined ? {} : { gutter }),
  }
  const isUsual = JSON.stringify(themed('light')) === JSON.stringify(usualColours())
  return isUsual ? { all, light: {}, dark: {} } : { all, light: themed('light'), dark: themed('dark') }
}

function usualColours(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(lookColours(usualLook, 'light')).map(([name, colour]) => [name, cssOf(colour)]),
  )
}

/** Colours for paper and mails, as `#rrggbb` of the light theme. */
export function lookHex(look: Look): Readonly<{ ink: string; access: string; onAccess: string; brand: string }> {
  const colours = lookColours(look, 'light')
  const hex = (name: string) => hexOf(colours[name] ?? o(0, 0, 0))
  return { ink: hex('ink'), access: hex('access'), onAccess: hex('on-access'), brand: hex('brand') }
}

export const usualLook: Look = {
  seedHue: usualSeedHue,
  strength: 1,
  brandLightness: 0.335,
  quietLightness: 0.525,
  accessHue: 92,
  accessChroma: 0.165,
  accessLightness: 0.865,
  fonts: 'schibsted',
  radius: 2,
  density: 'roomy',
}

/** Looks to begin from. */
export const lookPresets = {
  carreau: usualLook,
  criee: {
    ...usualLook,
    seedHue: 262,
    strength: 1.3,
    accessHue: 38,
    accessChroma: 0.12,
    accessLightness: 0.8,
    radius: 4,
  },
  pepiniere: { ...usualLook, seedHue: 160, strength: 1.2, accessHue: 122, accessChroma: 0.17, accessLightness: 0.87 },
  registre: {
    ...usualLook,
    strength: 0,
    accessHue: 35,
    accessChroma: 0.16,
    accessLightness: 0.74,
    fonts: 'serif',
    radius: 0,
  },
} as const satisfies Record<string, Look>

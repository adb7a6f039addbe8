import { expect, test } from 'vitest'
import { cleanSvg } from '../../lib/settings/clean-svg.ts'
import { contrastOf, hexOf } from '../../lib/settings/colour.ts'
import { contrastPairs, faintPairs, lookHex, lookPresets, lookTokens, usualLook } from '../../lib/settings/look.ts'
import { defaultSettings, settingSchemas } from '../../lib/settings/settings.ts'

const grey = (l: number) => ({ l, c: 0, h: 0 })

test('colours become what a screen shows, and contrasts what WCAG says', () => {
  expect([hexOf(grey(1)), hexOf(grey(0))]).toEqual(['#ffffff', '#000000'])
  // oklch(0.628 0.2577 29.23) is pure red in CSS Color 4.
  expect(hexOf({ l: 0.62796, c: 0.25768, h: 29.234 })).toBe('#ff0000')
  expect(contrastOf(grey(1), grey(0))).toBeCloseTo(21, 5)
  // #767676 on white is the well-known 4.54.
  expect(contrastOf(grey(0.5659), grey(1))).toBeCloseTo(4.54, 2)
})

test('a colour no screen can show keeps its lightness and hue, with less chroma', () => {
  expect(hexOf({ l: 0.865, c: 0.4, h: 92 })).toMatch(/^#[0-9a-f]{6}$/)
  expect(contrastOf({ l: 0.865, c: 0.4, h: 92 }, grey(0.225))).toBeGreaterThan(8)
})

test('the default look and every preset can be read in both themes, and are settings that may be kept', () => {
  expect(defaultSettings.look).toEqual(usualLook)
  for (const [name, look] of Object.entries(lookPresets)) {
    expect(faintPairs(look), name).toEqual([])
    expect(settingSchemas.look.safeParse(look).success).toBe(true)
    expect(settingSchemas.brand.safeParse(lookTokens(look)).success).toBe(true)
  }
  expect(contrastPairs(usualLook).length).toBeGreaterThan(40)
})

test('the default look is no change at all', () => {
  expect(lookTokens(usualLook)).toEqual({ all: {}, light: {}, dark: {} })
})

test('every hue is readable, since words on a colour are ink or paper as they read better', () => {
  for (let hue = 0; hue < 360; hue += 15) {
    expect(faintPairs({ ...usualLook, seedHue: hue, accessHue: hue }), String(hue)).toEqual([])
  }
  expect(lookHex({ ...usualLook, accessLightness: 0.35 }).onAccess).not.toBe(lookHex(usualLook).onAccess)
})

test('faint choices are named by theme, pair and contrast', () => {
  expect(faintPairs({ ...usualLook, quietLightness: 0.62 })).toMatchObject([
    { theme: 'light', front: 'ink-3', back: 'paper', least: 4.5 },
    { theme: 'light', front: 'ink-3', back: 'sheet', least: 4.5 },
  ])
  expect(faintPairs({ ...usualLook, brandLightness: 0.7 }).map(({ front }) => front)).toContain('brand')
})

test('a picture keeps its shapes and nothing that could run, fetch or speak', () => {
  const hostile = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" onload="alert(1)">
    <script>alert(2)</script><style>*{background:url(https://x.example)}</style>
    <path d="M1 1v18h18z" fill="#123456" onclick="x()" style="fill:red"/>
    <image href="https://x.example/a.png"/><use xlink:href="#a"/><foreignObject><b>0612345678</b></foreignObject>
    <a href="javascript:alert(3)"><circle cx="3" cy="3" r="2" fill="url(https://x.example#a)"/></a>
    <g fill="url(#grad)"><rect width="2" height="2"/></g><text>06 12 34 56 78</text></svg><script>alert(4)</script>`
  const clean = cleanSvg(hostile) ?? ''
  expect(clean).toContain('M1 1v18h18z')
  expect(clean).toContain('url(#grad)')
  expect(clean).not.toMatch(/script|style|onload|onclick|image|use|foreign|href|example|text|alert|0612|06 12/i)
})

test('what is no plain SVG is refused', () => {
  for (const text of [
    'not a picture',
    '<svg><path d="M0 0"/></svg>',
    '<!DOCTYPE svg [<!ENTITY x "y">]><svg viewBox="0 0 1 1">&x;</svg>',
    `<svg viewBox="0 0 1 1">${'<g>'.repeat(30_000)}`,
  ])
    expect(cleanSvg(text)).toBeUndefined()
})

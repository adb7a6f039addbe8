import { describe, expect, test } from 'vitest'
import { brandCss, brandHash } from '../../lib/settings/brand.ts'
import { defaultSettings } from '../../lib/settings/settings.ts'

describe('the operator’s look', () => {
  test('asks for no style sheet while nothing was changed', () => {
    expect(brandCss(defaultSettings.brand)).toBe('')
    expect(brandHash(defaultSettings.brand)).toBeUndefined()
  })

  test('keeps a theme’s colour to that theme, chosen or preferred by the device', () => {
    const css = brandCss({ all: { radius: '6px' }, light: {}, dark: { access: '#fa0' } })
    expect(css).toContain(':root {\n  --radius: 6px;\n}')
    expect(css).toContain("@media (prefers-color-scheme: dark) {\n:root:not([data-theme='light']) {\n  --access: #fa0;")
    expect(css).toContain(":root[data-theme='dark'] {\n  --access: #fa0;")
  })

  test('has another name when it changes', () => {
    const brand = { all: { radius: '6px' }, light: {}, dark: {} }
    expect(brandHash(brand)).not.toBe(brandHash({ ...brand, all: { radius: '8px' } }))
  })
})

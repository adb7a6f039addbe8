import { createHash } from 'node:crypto'
import type { Setting } from './settings.ts'

type Brand = Setting<'brand'>
type Tokens = Brand['all']

/**
 * The style sheet that puts an operator's tokens over the default look; empty when nothing was changed.
 *
 * It stands outside the layers of the site's own style sheet, so it wins whatever the order they load in. A theme's
 * tokens hold when the visitor chose that theme, or chose none and the device prefers it.
 */
export function brandCss(brand: Brand): string {
  return [
    block(':root', brand.all),
    inTheme('light', { other: 'dark', tokens: brand.light }),
    inTheme('dark', { other: 'light', tokens: brand.dark }),
  ].join('')
}

/** Names a version of the brand's style sheet; undefined when there is nothing to fetch. */
export function brandHash(brand: Brand): string | undefined {
  const css = brandCss(brand)
  return css === '' ? undefined : createHash('sha256').update(css).digest('hex').slice(0, 12)
}

function inTheme(theme: string, { other, tokens }: Readonly<{ other: string; tokens: Tokens }>): string {
  if (Object.keys(tokens).length === 0) return ''
  const byDevice = block(`:root:not([data-theme='${other}'])`, tokens)
  return `@media (prefers-color-scheme: ${theme}) {\n${byDevice}}\n${block(`:root[data-theme='${theme}']`, tokens)}`
}

function block(selector: string, tokens: Tokens): string {
  const lines = Object.entries(tokens).map(([name, value]) => `  --${name}: ${value};\n`)
  return lines.length === 0 ? '' : `${selector} {\n${lines.join('')}}\n`
}

import { createHash } from 'node:crypto'
import { cssOf } from './colour.ts'
import { type Look, lookColours, lookTokens } from './look.ts'
import type { Setting } from './settings.ts'

type Brand = Setting<'brand'>
type Tokens = Brand['all']

/**
 * The style sheet that puts an operator's tokens over the default look; empty when nothing was changed.
 *
 * It stands outside the layers of the site's own style sheet, so it wins whatever the order they load in. A theme's
 * tokens hold when the visitor chose that theme, or chose none and the device prefers it.
 */
export function brandCss(brand: Brand, logo: Setting<'logo'> = null): string {
  return [
    block(':root', brand.all),
    inTheme('light', { other: 'dark', tokens: brand.light }),
    inTheme('dark', { other: 'light', tokens: brand.dark }),
    logo ? logoCss(logo) : '',
  ].join('')
}

/** Names a version of the brand's style sheet; undefined when there is nothing to fetch. */
export function brandHash(brand: Brand, logo: Setting<'logo'> = null): string | undefined {
  const css = brandCss(brand, logo)
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

/** Names a version of the operator's mark. */
export function logoHash(logo: NonNullable<Setting<'logo'>>): string {
  return createHash('sha256').update(logo.base64).digest('hex').slice(0, 12)
}

/** The operator's mark in the place of ours, wherever ours is drawn. */
function logoCss(logo: NonNullable<Setting<'logo'>>): string {
  const address = `/brand/logo?v=${logoHash(logo)}`
  return `.brand > svg { display: none; }
.brand::before { width: 1.6rem; height: 1.6rem; flex: none; background: url('${address}') center / contain no-repeat; content: ''; }
`
}

/** The style of two samples, `.look-light` and `.look-dark`, that show a look on a page of another. */
export function lookPreviewCss(look: Look): string {
  const { all } = lookTokens(look)
  return (['light', 'dark'] as const)
    .map((theme) => {
      const colours = Object.entries(lookColours(look, theme)).map(([name, colour]) => [name, cssOf(colour)])
      return block(`.look-${theme}`, { ...all, ...Object.fromEntries(colours) })
    })
    .join('')
}

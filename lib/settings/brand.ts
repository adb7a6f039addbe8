import { createHash } from 'node:crypto'
import { z } from 'zod'

/** Colours an operator may change; the rest of the style sheet is made from them. */
const tokens = [
  'paper',
  'sheet',
  'sunk',
  'rule',
  'rule-strong',
  'ink',
  'ink-2',
  'ink-3',
  'link',
  'brand',
  'on-brand',
  'access',
  'on-access',
  'ok',
  'warn',
  'bad',
  'sva',
  'focus',
] as const

const colour = z.string().regex(/^(#[0-9a-f]{3,8}|oklch\([0-9. %/]+\))$/i)

/** What an operator changed about the look; whatever is absent stays as the style sheet has it. */
export const brandInput = z.object({
  tokens: z.partialRecord(z.enum(tokens), z.object({ light: colour, dark: colour })).default({}),
  /** Corner radius in pixels. */
  radius: z.number().min(0).max(12).optional(),
})

export type Brand = z.infer<typeof brandInput>

/** The style sheet that puts a brand over the default look. */
export function brandCss(brand: Brand): string {
  const colours = tokens.flatMap((name) => {
    const pair = brand.tokens[name]
    return pair ? [`--${name}: light-dark(${pair.light}, ${pair.dark});`] : []
  })
  const radius = brand.radius === undefined ? [] : [`--radius: ${brand.radius}px;`]
  const lines = [...colours, ...radius]
  return lines.length === 0 ? '' : `:root {\n  ${lines.join('\n  ')}\n}\n`
}

/** Names a brand's style sheet; undefined when there is nothing to fetch. */
export function brandHash(brand: Brand): string | undefined {
  const css = brandCss(brand)
  return css === '' ? undefined : createHash('sha256').update(css).digest('hex').slice(0, 12)
}

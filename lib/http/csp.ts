import { createHash, randomBytes } from 'node:crypto'

export type PolicyOptions = Readonly<{
  /** Sources added to `script-src 'self'`, such as `'nonce-…'` or `'sha256-…'`. */
  scriptSources: readonly string[]
  /** The phone simulator may stand in a frame of our own pages; nothing else may be framed. */
  isFramedBySelf?: boolean
  /** Other sites that forms may lead to, such as `https://pay.example`. */
  formSources?: readonly string[]
}>

/** The Content-Security-Policy of a page. */
export function contentSecurityPolicy(options: PolicyOptions): string {
  const { scriptSources, isFramedBySelf = false, formSources = [] } = options
  return [
    "default-src 'self'",
    ['script-src', "'self'", ...scriptSources].join(' '),
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    ['form-action', "'self'", ...formSources].join(' '),
    `frame-ancestors ${isFramedBySelf ? "'self'" : "'none'"}`,
  ].join('; ')
}

/** The development server evaluates code and adds styles, so its policy says little. */
export const developmentPolicy =
  "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data: blob:; connect-src 'self' ws: wss:; object-src 'none'; base-uri 'none'; form-action 'self'"

/** 128 random bits, for one answer. */
export function newNonce(): string {
  return randomBytes(16).toString('base64')
}

const scriptTag = /<script(\s[^>]*)?>([\s\S]*?)<\/script>/gi

/**
 * The `'sha256-…'` source of every inline script of a page, each once.
 *
 * Scripts with a `src` are covered by `'self'`, and data blocks (`application/ld+json`) are not executed.
 */
export function inlineScriptSources(html: string): string[] {
  const sources = new Set<string>()
  for (const [, attributes = '', code = ''] of html.matchAll(scriptTag)) {
    if (/\ssrc\s*=/i.test(attributes) || /\stype\s*=\s*["']?application\//i.test(attributes)) continue
    sources.add(`'sha256-${createHash('sha256').update(code).digest('base64')}'`)
  }
  return [...sources]
}

/**
 * Joins the inline scripts that stand side by side and have no attributes, so that a page needs few hashes and its
 * header stays small. They run in the same order; text inside a script never holds `</script>`.
 */
export function joinInlineScripts(html: string): string {
  const [first = '', ...others] = html.split('</script><script>')
  return others.reduce((joined, next) => {
    // After a script that has attributes a new one begins: what is put inside a script with a source never runs.
    const isPlain = joined.startsWith('<script>', joined.lastIndexOf('<script'))
    return joined + (isPlain ? '\n;' : '</script><script>') + next
  }, first)
}

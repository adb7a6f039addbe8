let write: (text: string) => Markup

/** HTML this site wrote itself. Only this file makes one, so whatever came from elsewhere has been escaped on the way. */
export class Markup {
  readonly #text: string

  private constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }

  static {
    write = (text) => new Markup(text)
  }
}

/** Data for machines that read the page. Nothing in it is run; `<` is escaped, so no text can close the element. */
export function jsonLd(data: unknown): Markup {
  return write(`<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`)
}

type Part = string | number | null | undefined | Markup | readonly (Markup | null)[]

/**
 * Writes HTML: `` html`<a href="${address}">${title}</a>` ``. What stands in braces is text, for an element or for an
 * attribute between double quotes, unless it is markup itself or a list of it; null and undefined are nothing.
 */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = pieces[0] ?? ''
  for (let at = 0; at < parts.length; at += 1) text += written(parts[at]) + (pieces[at + 1] ?? '')
  return write(text)
}

function written(part: Part): string {
  if (part === null || part === undefined) return ''
  if (typeof part === 'number') return String(part)
  if (typeof part === 'string') return escapeText(part)
  return part instanceof Markup ? part.toString() : part.map(written).join('')
}

const special = /[&<>"']/
const specials = /[&<>"']/g
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
}

function escapeText(text: string): string {
  return special.test(text) ? text.replace(specials, (character) => escapes[character] ?? '') : text
}

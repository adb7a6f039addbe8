/** The colours of a letter; the operator's brand where it says so. */
export type LetterColours = Readonly<{ paper: string; ink: string; brand: string }>

/** Mail readers know few colour notations, so the usual ones are spelled out. */
export const usualColours: LetterColours = { paper: '#f6f9fa', ink: '#1b2733', brand: '#1f4a5c' }

/**
 * The part of a letter for readers that draw, made from its text so that both say the same: paragraphs, links, a line that begins with two spaces as a code. Nothing in it loads or runs.
 */
export function letterHtml(letter: Readonly<{ subject: string; text: string }>, look: LetterLook): string {
  const { colours, locale, site } = look
  const paragraphs = letter.text.trim().split(/\n\n+/)
  const body = paragraphs.map((paragraph) => paragraphHtml(paragraph, colours)).join('\n')
  const font = "font-family:'Schibsted Grotesk',system-ui,sans-serif;font-size:16px;line-height:1.5"
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(letter.subject)}</title></head>
<body style="margin:0;background:${colours.paper};color:${colours.ink};${font}">
<div style="max-width:36em;margin:0 auto;padding:24px 16px">
<p style="margin:0 0 24px;font-weight:700;color:${colours.brand}">${escapeHtml(site)}</p>
${body}
</div></body></html>
`
}

export type LetterLook = Readonly<{ colours: LetterColours; locale: string; site: string }>

function paragraphHtml(paragraph: string, colours: LetterColours): string {
  if (/^ {2}\S/.test(paragraph)) {
    const style = 'font-family:ui-monospace,monospace;font-size:24px;letter-spacing:2px;margin:0 0 16px'
    return `<p style="${style}">${escapeHtml(paragraph.trim()).replaceAll('\n', '<br>')}</p>`
  }
  const lines = paragraph.split('\n').map((line) => lineHtml(line, colours))
  return `<p style="margin:0 0 16px">${lines.join('<br>\n')}</p>`
}

function lineHtml(line: string, colours: LetterColours): string {
  const parts = line.split(/(https?:\/\/[^\s<>"]+)/)
  const linked = parts.map((part, at) => {
    const text = escapeHtml(part)
    return at % 2 === 1 ? `<a href="${text}" style="color:${colours.brand}">${text}</a>` : text
  })
  return linked.join('')
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** The colours of the brand's light theme that a mail reader understands, else the usual ones. */
export function letterColours(
  tokens: Readonly<{ all: Readonly<Record<string, string>>; light: Readonly<Record<string, string>> }>,
): LetterColours {
  const of = (name: string, usual: string) => {
    const value = tokens.light[name] ?? tokens.all[name] ?? ''
    return /^#[0-9a-f]{3,8}$|^rgb\([\d ,.%]+\)$/i.test(value) ? value : usual
  }
  return {
    paper: of('paper', usualColours.paper),
    ink: of('ink', usualColours.ink),
    brand: of('brand', usualColours.brand),
  }
}

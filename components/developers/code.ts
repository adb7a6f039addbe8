import { html, type Markup } from '../../lib/text/markup.ts'

export function code(text: string): Markup {
  return html`<code class="code">${text}</code>`
}

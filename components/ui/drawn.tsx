import { keepMarkup } from '../../lib/text/drawn-markup.ts'
import type { Markup } from '../../lib/text/markup.ts'
import { DrawnPart, type DrawnTag } from './drawn-part.tsx'

/**
 * A part of the page that is markup already. It stands once in the answer, as HTML: React neither makes its elements
 * nor sends them a second time as data, and in the browser leaves them as they are.
 *
 * @param name Unlike any other part of the page; the element's id.
 */
export function Drawn({
  name,
  markup,
  ...element
}: Readonly<{
  name: string
  markup: Markup
  as?: DrawnTag
  className?: string
  label?: string
}>) {
  const text = markup.toString()
  return <DrawnPart {...element} name={name} text={keepMarkup(name, text) ? undefined : text} />
}

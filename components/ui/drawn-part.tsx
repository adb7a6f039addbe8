'use client'

import { useState } from 'react'
import { findMarkup } from '../../lib/text/drawn-markup.ts'

export type DrawnTag = 'div' | 'nav' | 'article'

/** The element of a {@link Drawn} part. Without `text` its content is the answer's own: kept there, or read from the page. */
export function DrawnPart({
  name,
  text,
  as: Tag = 'div',
  className,
  label,
}: Readonly<{
  name: string
  text?: string | undefined
  as?: DrawnTag
  className?: string
  label?: string
}>) {
  const [drawn] = useState(() => text ?? contentOf(name))
  return (
    <Tag
      id={name}
      className={className}
      aria-label={label}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: it was written by `html`, which escapes what is put into it.
      dangerouslySetInnerHTML={{ __html: text ?? drawn }}
    />
  )
}

function contentOf(name: string): string {
  if (typeof document !== 'undefined') return document.getElementById(name)?.innerHTML ?? ''
  return findMarkup(name) ?? ''
}

/** A paragraph, or the items of a list. */
export type TextBlock = string | readonly string[]

export type TextSection = Readonly<{
  /** Its anchor; the same in both languages, so that links lead to the same thing. */
  id: string
  title: string
  blocks: readonly TextBlock[]
}>

/** A page of plain words: help, terms, privacy. Not ICU: it holds no values. */
export type TextPage = Readonly<{ title: string; lead: string; sections: readonly TextSection[] }>

export const textNames = [
  'help',
  'ranking',
  'legal-notice',
  'terms',
  'sale-terms',
  'privacy',
  'accessibility',
  'cookies',
  'transparency',
] as const
export type TextName = (typeof textNames)[number]
export type Texts = Readonly<Record<TextName, TextPage>>

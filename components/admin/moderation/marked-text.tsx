import type { Locale } from '../../../lib/i18n/locales.ts'
import { type Translate, translate } from '../../../lib/i18n/translator.ts'
import type { MarkedText } from '../../../lib/reports/case-view.ts'

const kinds = [
  'phone',
  'spelled_phone',
  'email',
  'link',
  'handle',
  'messenger',
  'social_bypass',
  'address',
  'qr',
  'banned',
  'photo',
] as const

export function markWords(kind: string, t: Translate<'panelModeration'>): string {
  return t(`mark.${kinds.find((known) => known === kind) ?? 'other'}`)
}

/** A text with the passages screening stopped at set off, each saying what it is taken for. */
export function Marked({ value, locale }: Readonly<{ value: MarkedText; locale: Locale }>) {
  const t = translate(locale, 'panelModeration')
  const { text, marks } = value
  if (marks.length === 0) return text
  return (
    <>
      {marks.map(({ start, end, kind }, at) => (
        <span key={start}>
          {text.slice(marks[at - 1]?.end ?? 0, start)}
          <mark className="find">
            {text.slice(start, end)}
            <span className="find-kind"> {markWords(kind, t)}</span>
          </mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </>
  )
}

import type { Locale } from '../../../lib/i18n/locales.ts'
import { translate } from '../../../lib/i18n/translator.ts'

/** Says what was just done and takes it back; fades after ten seconds unless it is looked at. */
export function UndoBar({
  text,
  action,
  fields,
  label,
  locale,
}: Readonly<{
  text: string
  /** Absent where there is nothing to take back. */
  action: string | undefined
  fields: Readonly<Record<string, string>>
  label: string
  locale: Locale
}>) {
  return (
    <div className="undo-bar" role="status">
      <p>{text}</p>
      {action ? (
        <form method="post" action={action}>
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit" className="button button-quiet button-small" data-key="u" aria-label={label}>
            {translate(locale, 'panelModeration')('undo')}
          </button>
        </form>
      ) : null}
    </div>
  )
}

import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { DraftFind } from '../../lib/posting/screen-draft.ts'

type Props = Readonly<{ finds: readonly DraftFind[]; text: string; draftId: string; locale: Locale }>

/** What may not stand in a text, marked where it stands, with the ways out; drawn inside the form of the details. */
export function FindNotice({ finds, text, draftId, locale }: Props) {
  const t = translate(locale, 'posting')
  if (finds.length === 0) return null
  const isBanned = finds.every(({ kind }) => kind === 'banned')
  return (
    <div className="notice notice-bad post-find">
      {isBanned ? null : (
        <>
          <p>
            <strong>{t('find.title')}</strong>
          </p>
          <p>{t('find.intro')}</p>
        </>
      )}
      <blockquote className="post-quote">
        <Marked text={text} finds={finds} />
      </blockquote>
      <ul>
        {finds.map((find) => (
          <li key={find.start}>
            <WayOut find={find} draftId={draftId} locale={locale} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function WayOut({ find, draftId, locale }: Pick<Props, 'draftId' | 'locale'> & Readonly<{ find: DraftFind }>) {
  const t = translate(locale, 'posting')
  if (find.kind === 'banned') return <p>{t('find.banned')}</p>
  const words = short(find.text)
  return (
    <>
      <p className="meta">{t(`find.kind.${find.kind}`)}</p>
      <button
        type="submit"
        className="button"
        formAction={`/api/v1/drafts/${draftId}/find`}
        name="find"
        value={`${find.input}:${find.start}:${find.end}`}
      >
        {t(find.isReadable ? 'find.move' : 'find.remove', { text: words })}
      </button>
      <label className="check">
        <input type="checkbox" name="notContact" value={find.text} />
        <span>{t('find.notContact', { text: words })}</span>
      </label>
    </>
  )
}

const around = 70

/** The text around the finds, each marked; what is far from all of them is left out. */
function Marked({ text, finds }: Pick<Props, 'text' | 'finds'>) {
  const first = Math.max(0, Math.min(...finds.map(({ start }) => start)) - around)
  const last = Math.min(text.length, Math.max(...finds.map(({ end }) => end)) + around)
  const pieces = [...finds]
    .sort((left, right) => left.start - right.start)
    .map(({ start, end }, at, all) => ({ before: text.slice(all[at - 1]?.end ?? first, start), start, end }))
  return (
    <>
      {first > 0 ? '…' : ''}
      {pieces.map(({ before, start, end }) => (
        <span key={start}>
          {before}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(Math.max(...finds.map(({ end }) => end)), last)}
      {last < text.length ? '…' : ''}
    </>
  )
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

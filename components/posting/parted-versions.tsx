import type { Locale } from '../../lib/i18n/locales.ts'
import { draftPath } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { Draft, DraftTyped } from '../../lib/posting/drafts.ts'

type Props = Readonly<{ draft: Draft; other: DraftTyped; locale: Locale }>

/** Two tabs wrote two versions: both are shown whole, and one is chosen. */
export function PartedVersions({ draft, other, locale }: Props) {
  const t = translate(locale, 'posting')
  return (
    <section className="stack" aria-labelledby="parted">
      <h1 id="parted">{t('parted.title')}</h1>
      <p>{t('parted.intro')}</p>
      <div className="post-versions">
        <Version typed={draft.details} keep="kept" draftId={draft.id} locale={locale} />
        <Version typed={other} keep="other" draftId={draft.id} locale={locale} />
      </div>
    </section>
  )
}

type VersionProps = Readonly<{ typed: DraftTyped; keep: 'kept' | 'other'; draftId: string; locale: Locale }>

function Version({ typed, keep, draftId, locale }: VersionProps) {
  const t = translate(locale, 'posting')
  return (
    <form method="post" action={`/api/v1/drafts/${draftId}/version`} className="panel stack">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="from" value={draftPath(locale, draftId, 'details')} />
      <h2>{t(`parted.${keep}`)}</h2>
      <p>
        <strong>{typed.title}</strong>
      </p>
      <p className="post-typed">{typed.body}</p>
      <p className="meta">
        {[typed.price, typed.place, ...Object.values(typed.fields).flat()].filter((text) => text !== '').join(' · ')}
      </p>
      <button type="submit" name="keep" value={keep} className="button">
        {t('parted.keep')}
      </button>
    </form>
  )
}

import type { Locale } from '../../lib/i18n/locales.ts'
import { draftPath } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { Draft } from '../../lib/posting/drafts.ts'
import { formatMoment } from '../../lib/time/format-time.ts'

/** When the draft was last saved, how to come back to it, and the way to be rid of it. */
export function DraftFooter({ draft, locale, now }: Readonly<{ draft: Draft; locale: Locale; now: number }>) {
  const t = translate(locale, 'posting')
  return (
    <footer className="post-foot">
      <p className="meta">{t('start.savedAt', { moment: formatMoment(draft.updatedAt, { locale, now }) })}</p>
      <p className="meta">{t('resumeLink')}</p>
      <form method="post" action={`/api/v1/drafts/${draft.id}/discard`}>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="from" value={draftPath(locale, draft.id, 'details')} />
        <button type="submit" className="button-bare">
          {t('discard')}
        </button>
      </form>
    </footer>
  )
}

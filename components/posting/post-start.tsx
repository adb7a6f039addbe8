import type { Locale } from '../../lib/i18n/locales.ts'
import { draftPath, pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { Draft } from '../../lib/posting/drafts.ts'
import { formatMoment } from '../../lib/time/format-time.ts'
import { Notice } from '../ui/notice.tsx'
import '../../app/styles/posting.css'

type Props = Readonly<{
  drafts: readonly Draft[]
  category: string | undefined
  isDiscarded: boolean
  locale: Locale
  now: number
}>

/** Where posting begins: what will be asked, one button, and what was begun before. */
export function PostStart({ drafts, category, isDiscarded, locale, now }: Props) {
  const t = translate(locale, 'posting')
  return (
    <div className="page page-narrow posting">
      <h1>{t('title')}</h1>
      <p className="post-lead">{t('start.intro')}</p>
      {isDiscarded ? (
        <Notice tone="ok" role="status">
          <p>{t('discarded')}</p>
        </Notice>
      ) : null}
      <section className="stack" aria-labelledby="what">
        <h2 id="what">{t('start.what')}</h2>
        <ol className="post-asked">
          {(['category', 'details', 'photos', 'contact'] as const).map((step) => (
            <li key={step}>
              <strong>{t(`steps.${step}`)}</strong>
              <span>{t(`start.list.${step}`)}</span>
            </li>
          ))}
        </ol>
      </section>
      <form method="post" action="/api/v1/drafts" className="post-begin">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="from" value={pathTo(locale, 'post')} />
        {category ? <input type="hidden" name="category" value={category} /> : null}
        <button type="submit" className="button post-large">
          {t('start.button')}
        </button>
      </form>
      <p>{t('start.promise')}</p>
      <p className="meta">{t('start.kept')}</p>
      {drafts.length > 0 ? (
        <section className="stack" aria-labelledby="drafts">
          <h2 id="drafts">{t('start.draftsTitle')}</h2>
          <ul className="post-drafts">
            {drafts.map((draft) => (
              <li key={draft.id}>
                <span>
                  <strong>{draft.details.title || t('start.draftUntitled')}</strong>
                  <span className="meta">
                    {t('start.savedAt', { moment: formatMoment(draft.updatedAt, { locale, now }) })}
                  </span>
                </span>
                <a
                  className="button button-quiet"
                  href={draftPath(locale, draft.id, draft.categoryId === null ? 'category' : 'details')}
                >
                  {t('start.resume')}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}

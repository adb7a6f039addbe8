import type { Locale } from '../../../lib/i18n/locales.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import type { CaseReason } from '../../../lib/moderation/moderation.ts'
import type { CaseLine } from '../../../lib/moderation/moderation-queries.ts'
import { timeText } from '../figures.tsx'

export type ShownCase = CaseLine & Readonly<{ category: string; href: string }>

type Props = Readonly<{
  lines: readonly ShownCase[]
  count: number
  current: string | undefined
  reason: CaseReason | undefined
  viewer: string
  now: number
  locale: Locale
}>

/** The ads that wait, the most urgent first; ticked ones are approved together. */
export function CaseList({ lines, count, current, reason, viewer, now, locale }: Props) {
  const t = translate(locale, 'panelModeration')
  if (lines.length === 0) return <p className="meta">{reason ? t('emptyReason') : t('empty')}</p>
  return (
    <form className="case-list" method="post" action="/api/v1/admin/cases/approve" aria-label={t('list')}>
      <input type="hidden" name="reason" value={reason ?? ''} />
      <input type="hidden" name="from" value="/admin/moderation" />
      <ol>
        {lines.map((line) => (
          <li key={line.id} className={line.id === current ? 'case-line case-current' : 'case-line'}>
            <input
              type="checkbox"
              name={`case_${line.id}`}
              value="1"
              aria-label={t('tick', { title: line.title })}
              disabled={isHeldByOther(line, viewer, now)}
            />
            <div>
              <a href={line.href} aria-current={line.id === current ? 'true' : undefined}>
                {line.title}
              </a>
              <CaseNotes line={line} viewer={viewer} now={now} locale={locale} />
            </div>
          </li>
        ))}
      </ol>
      <div className="bulk-bar">
        {count > lines.length || count > 1 ? (
          <label className="check">
            <input type="checkbox" name="all" value="1" />
            {t('approveAll', { count })}
          </label>
        ) : null}
        <button type="submit" className="button button-quiet button-small">
          {t('approveTicked')}
        </button>
      </div>
    </form>
  )
}

export function isHeldByOther(
  held: Readonly<{ claimedBy: string | null; claimedUntil: number | null }>,
  viewer: string,
  now: number,
): boolean {
  return held.claimedBy !== null && held.claimedBy !== viewer && (held.claimedUntil ?? 0) > now
}

function CaseNotes({
  line,
  viewer,
  now,
  locale,
}: Pick<Props, 'viewer' | 'now' | 'locale'> & Readonly<{ line: ShownCase }>) {
  const t = translate(locale, 'panelModeration')
  const at = timeText(line.dueAt, locale)
  const notes = [
    line.findCount > 0 ? t('finds', { count: line.findCount }) : '',
    line.noticeCount > 0 ? t('notices', { count: line.noticeCount }) : '',
  ].filter(Boolean)
  return (
    <>
      <span className="before">
        {t(`reason.${line.reason}`)} · <span className="code">{line.ref}</span> · {line.category}
      </span>
      {notes.length > 0 ? <span className="before case-found">{notes.join(' · ')}</span> : null}
      <span className={line.dueAt < now ? 'before case-late' : 'before'}>
        {line.dueAt < now ? t('late', { at }) : t('due', { at })}
      </span>
      {isHeldByOther(line, viewer, now) ? (
        <span className="before">
          {t('heldBy', { name: line.claimedName ?? '', at: timeText(line.claimedUntil ?? 0, locale) })}
        </span>
      ) : null}
    </>
  )
}

import type { AuditRow } from '../../lib/audit/audit-queries.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { AuditDetail, actionWords, actorWords } from './audit-words.tsx'
import { Time } from './figures.tsx'

/** What was done, newest first: when, what, to what, by whom. */
export function AuditList({
  rows,
  locale,
  none,
}: Readonly<{ rows: readonly AuditRow[]; locale: Locale; none: string }>) {
  if (rows.length === 0) return <p className="meta">{none}</p>
  return (
    <ScrollBox>
      <table className="sheet">
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="when">
                <Time at={row.at} locale={locale} />
              </td>
              <td>{actionWords(row.action, locale)}</td>
              <td className="code">{row.subject}</td>
              <td>{actorWords(row, locale)}</td>
              <td>
                <AuditDetail detail={row.detail} locale={locale} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

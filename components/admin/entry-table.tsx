import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { StoryEntry } from '../../lib/reports/purchase-story-queries.ts'
import { Amount, Time } from './figures.tsx'

/** Ledger entries of one purchase; the first line of each transaction says what it was. */
export function EntryTable({ entries, locale }: Readonly<{ entries: readonly StoryEntry[]; locale: Locale }>) {
  const t = translate(locale, 'admin')
  if (entries.length === 0) return <p className="meta">{t('story.entriesNone')}</p>
  return (
    <div className="scroll-x">
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{t('books.transaction')}</th>
            <th scope="col">{t('books.cause')}</th>
            <th scope="col">{t('books.account')}</th>
            <th scope="col" className="num">
              {t('books.debit')}
            </th>
            <th scope="col" className="num">
              {t('books.credit')}
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, at) => {
            const isFirst = entries[at - 1]?.transactionId !== entry.transactionId
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: entries never move, and two sides may be equal.
              <tr key={at}>
                <td>{isFirst ? <TransactionCell entry={entry} locale={locale} /> : null}</td>
                <td>{isFirst ? t(`ledger.${entry.kind}`) : null}</td>
                <td>
                  <a className="code" href={`/admin/books/${encodeURIComponent(entry.account)}`}>
                    {entry.account}
                  </a>
                </td>
                <td className="num">
                  {entry.amountMinor > 0 ? (
                    <Amount minor={entry.amountMinor} currency={entry.currency} locale={locale} />
                  ) : null}
                </td>
                <td className="num">
                  {entry.amountMinor < 0 ? (
                    <Amount minor={-entry.amountMinor} currency={entry.currency} locale={locale} />
                  ) : null}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function TransactionCell({ entry, locale }: Readonly<{ entry: StoryEntry; locale: Locale }>) {
  const t = translate(locale, 'admin')
  return (
    <>
      n° {entry.transactionId} · <Time at={entry.at} locale={locale} />
      <span className="before">{entry.isSealed ? t('books.sealed') : t('books.notSealed')}</span>
    </>
  )
}

import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { Reconciliation } from '../../lib/statements/load-reconciliation.ts'
import type { KeptLine } from '../../lib/statements/statement-types.ts'
import type { MatchedLine } from '../../lib/statements/statements.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { Amount } from './figures.tsx'

type Props = Readonly<{ found: Reconciliation; canExplain: boolean; locale: Locale }>

/** The three piles of a statement: what agrees, what the provider lacks, what we lack. */
export function PileTables({ found, canExplain, locale }: Props) {
  const t = translate(locale, 'reconciliation')
  const { piles, head, totals } = found
  const amount = (minor: number) => <Amount minor={minor} currency={head.currency} locale={locale} />
  return (
    <>
      <ScrollBox>
        <table className="sheet">
          <thead>
            <tr>
              <th scope="col" />
              <th scope="col" className="num">
                {t('gross')}
              </th>
              <th scope="col" className="num">
                {t('commission')}
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('theirs')}</th>
              <td className="num">{amount(totals.grossMinor)}</td>
              <td className="num">{amount(totals.commissionMinor)}</td>
            </tr>
            <tr>
              <th scope="row">{t('ours')}</th>
              <td className="num">{amount(totals.ourGrossMinor)}</td>
              <td className="num">{amount(totals.ourCommissionMinor)}</td>
            </tr>
          </tbody>
        </table>
      </ScrollBox>
      <Pile id="matched" title={`${t('pile.matched')} · ${piles.matched.length}`}>
        {piles.matched.map((match) => (
          <MatchRow key={match.line.id} match={match} found={found} canExplain={canExplain} locale={locale} />
        ))}
      </Pile>
      <Pile id="missing-there" title={`${t('pile.missingThere')} · ${piles.missingThere.length}`}>
        {piles.missingThere.map((charge) => (
          <tr key={charge.id}>
            <th scope="row">
              <a className="code" href={`/admin/purchases/${charge.purchaseId}`}>
                {charge.reference ?? charge.correlator}
              </a>
            </th>
            <td className="num">{amount(charge.paidMinor)}</td>
            <td className="num">{amount(charge.commissionMinor)}</td>
            <td />
          </tr>
        ))}
      </Pile>
      <Pile id="missing-here" title={`${t('pile.missingHere')} · ${piles.missingHere.length}`}>
        {piles.missingHere.map((line) => (
          <tr key={line.id}>
            <th scope="row" className="code">
              {line.reference}
            </th>
            <td className="num">{amount(line.grossMinor)}</td>
            <td className="num">{amount(line.commissionMinor)}</td>
            <td>
              <Explanation line={line} statementId={head.id} canExplain={canExplain} locale={locale} />
            </td>
          </tr>
        ))}
      </Pile>
    </>
  )
}

function Pile({ id, title, children }: Readonly<{ id: string; title: string; children: React.ReactNode }>) {
  return (
    <section className="panel-section" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
      </header>
      <ScrollBox>
        <table className="sheet">
          <tbody>{children}</tbody>
        </table>
      </ScrollBox>
    </section>
  )
}

type MatchProps = Readonly<{ match: MatchedLine; found: Reconciliation; canExplain: boolean; locale: Locale }>

function MatchRow({ match, found, canExplain, locale }: MatchProps) {
  const t = translate(locale, 'reconciliation')
  const { line, charge, variance } = match
  const { currency, id } = found.head
  return (
    <tr>
      <th scope="row">
        {charge ? (
          <a className="code" href={`/admin/purchases/${charge.purchaseId}`}>
            {line.reference}
          </a>
        ) : (
          <span className="code">{line.reference}</span>
        )}
      </th>
      <td className="num">
        <Amount minor={line.grossMinor} currency={currency} locale={locale} />
      </td>
      <td className="num">
        <Amount minor={line.commissionMinor} currency={currency} locale={locale} />
      </td>
      <td>
        {variance ? (
          <>
            <span
              className={variance.reason === 'other' && line.explanation === null ? 'mark mark-bad' : 'mark mark-over'}
            >
              {t(`reason.${line.variance ?? variance.reason}`)}
            </span>{' '}
            <Amount minor={variance.commissionMinor || variance.grossMinor} currency={currency} locale={locale} />
            {variance.reason === 'other' ? (
              <Explanation line={line} statementId={id} canExplain={canExplain} locale={locale} />
            ) : null}
          </>
        ) : (
          <span className="mark mark-ok">{t('same')}</span>
        )}
      </td>
    </tr>
  )
}

type ExplanationProps = Readonly<{ line: KeptLine; statementId: string; canExplain: boolean; locale: Locale }>

function Explanation({ line, statementId, canExplain, locale }: ExplanationProps) {
  const t = translate(locale, 'reconciliation')
  if (line.explanation !== null) return <span className="before">{line.explanation}</span>
  if (!canExplain) return null
  return (
    <form method="post" action={`/api/v1/admin/statements/${statementId}/explain`} className="filters">
      <input type="hidden" name="from" value={`/admin/reconciliation/${statementId}`} />
      <input type="hidden" name="line" value={line.id} />
      <label>
        {t('why')}
        <select name="variance" defaultValue="other">
          {(['commission_tier', 'vat', 'late', 'clawback', 'rounding', 'other'] as const).map((reason) => (
            <option key={reason} value={reason}>
              {t(`reason.${reason}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="wide">
        {t('explanation')}
        <input name="explanation" required minLength={3} maxLength={300} />
      </label>
      <button type="submit" className="button button-quiet button-small">
        {t('explain')}
      </button>
    </form>
  )
}

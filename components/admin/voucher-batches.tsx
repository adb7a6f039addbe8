import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { VoucherBatch } from '../../lib/vouchers/vouchers-queries.ts'
import { Amount, Time } from './figures.tsx'

const columns = ['batch', 'state', 'face', 'count', 'redeemed', 'left', 'value', 'issued', 'expires'] as const
const figures = new Set<string>(['face', 'count', 'redeemed', 'left', 'value'])

type Props = Readonly<{ batches: readonly VoucherBatch[]; locale: Locale; now: number }>

export function VoucherBatches({ batches, locale, now }: Props) {
  const t = translate(locale, 'admin')
  if (batches.length === 0) return <p className="meta">{t('vouchers.none')}</p>
  return (
    <div className="scroll-x">
      <table className="sheet">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={figures.has(column) ? 'num' : undefined}>
                {t(`vouchers.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {batches.map((batch) => (
            <BatchRow key={batch.id} batch={batch} locale={locale} now={now} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function batchState(batch: VoucherBatch, now: number): 'active' | 'revoked' | 'expired' {
  if (batch.state === 'revoked') return 'revoked'
  return batch.expiresAt <= now ? 'expired' : 'active'
}

/** What is left on the unused vouchers of a batch. */
export function unusedMinor({ state, count, redeemed, faceMinor }: VoucherBatch): number {
  return state === 'revoked' ? 0 : (count - redeemed) * faceMinor
}

function BatchRow({ batch, locale, now }: Readonly<{ batch: VoucherBatch; locale: Locale; now: number }>) {
  const t = translate(locale, 'admin')
  const { id, label, faceMinor, currency, count, redeemed, reseller } = batch
  const state = batchState(batch, now)
  return (
    <tr>
      <th scope="row">
        <a href={`/admin/vouchers/${id}`}>{label}</a>
        {reseller ? <span className="before">{reseller}</span> : null}
      </th>
      <td>
        <span className={state === 'active' ? 'mark mark-ok' : 'mark mark-over'}>{t(`vouchers.${state}`)}</span>
      </td>
      <td className="num">
        <Amount minor={faceMinor} currency={currency} locale={locale} />
      </td>
      <td className="num">{count}</td>
      <td className="num">{redeemed}</td>
      <td className="num">{state === 'revoked' ? 0 : count - redeemed}</td>
      <td className="num">
        <Amount minor={unusedMinor(batch)} currency={currency} locale={locale} />
      </td>
      <td>
        <Time at={batch.issuedAt} locale={locale} />
      </td>
      <td>
        <Time at={batch.expiresAt} locale={locale} />
      </td>
    </tr>
  )
}

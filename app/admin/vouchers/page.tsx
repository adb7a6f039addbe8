import { Amount, Time } from '../../../components/admin/figures.tsx'
import { Panel } from '../../../components/admin/panel.tsx'
import { requireStaff } from '../../../lib/http/require-staff.ts'
import type { Locale } from '../../../lib/i18n/locales.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import { currentTime } from '../../../lib/time/time.ts'
import { listVoucherBatches, type VoucherBatch } from '../../../lib/vouchers/vouchers-queries.ts'

export const dynamic = 'force-dynamic'

const columns = ['batch', 'state', 'face', 'count', 'redeemed', 'left', 'value', 'issued', 'expires'] as const
const figures = new Set<string>(['face', 'count', 'redeemed', 'left', 'value'])

export default async function VouchersPage() {
  const member = await requireStaff({ ability: 'see_money', path: '/admin/vouchers' })
  const { locale } = member
  const t = translate(locale, 'admin')
  const batches = listVoucherBatches()
  const now = currentTime()
  return (
    <Panel member={member} section="vouchers" path="/admin/vouchers" title={t('vouchers.title')}>
      <div className="panel-head">
        <h1>{t('vouchers.title')}</h1>
        <p className="meta">{t('vouchers.intro')}</p>
      </div>
      {batches.length === 0 ? (
        <p className="meta">{t('vouchers.none')}</p>
      ) : (
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
      )}
    </Panel>
  )
}

function BatchRow({ batch, locale, now }: Readonly<{ batch: VoucherBatch; locale: Locale; now: number }>) {
  const t = translate(locale, 'admin')
  const { faceMinor, currency, count, redeemed } = batch
  const state = batch.state === 'revoked' ? 'revoked' : batch.expiresAt <= now ? 'expired' : 'active'
  const left = count - redeemed
  return (
    <tr>
      <th scope="row">
        <a href={`/admin/books/${encodeURIComponent(`vouchers:${batch.id}`)}`}>{batch.label}</a>
      </th>
      <td>
        <span className={state === 'active' ? 'mark mark-ok' : 'mark mark-over'}>{t(`vouchers.${state}`)}</span>
      </td>
      <td className="num">
        <Amount minor={faceMinor} currency={currency} locale={locale} />
      </td>
      <td className="num">{count}</td>
      <td className="num">{redeemed}</td>
      <td className="num">{left}</td>
      <td className="num">
        <Amount minor={left * faceMinor} currency={currency} locale={locale} />
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

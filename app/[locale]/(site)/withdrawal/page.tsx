import type { Metadata } from 'next'
import { CheckoutPage } from '../../../../components/checkout/checkout-page.tsx'
import { titleWithError } from '../../../../components/checkout/form-words.ts'
import { claimFormWords, claimProblems } from '../../../../components/claims/claim-form-words.ts'
import { WithdrawalForm } from '../../../../components/claims/withdrawal-form.tsx'
import { listAccess } from '../../../../lib/checkout/purchase-page-queries.ts'
import { withdrawalDeadline } from '../../../../lib/claims/withdrawals.ts'
import { type PrivatePageProps, pageVisitor, type Visitor } from '../../../../lib/http/page-visitor.ts'
import type { Locale } from '../../../../lib/i18n/locales.ts'
import { pathTo } from '../../../../lib/i18n/paths.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { findReceipt } from '../../../../lib/purchases/purchases-queries.ts'
import { findSetting } from '../../../../lib/settings/settings-queries.ts'
import '../../../styles/claims.css'

export const dynamic = 'force-dynamic'

export async function generateMetadata(props: PrivatePageProps): Promise<Metadata> {
  const { locale, flash } = await pageVisitor(props)
  const title = translate(locale, 'withdrawal')('title')
  return { title: titleWithError(title, flash, locale), robots: { index: false, follow: true } }
}

export default async function WithdrawalPage(props: PrivatePageProps) {
  const visitor = await pageVisitor(props)
  const { locale, flash, query } = visitor
  const t = translate(locale, 'withdrawal')
  const rows = rowsOf(visitor)
  const asked = flash ? (flash.values['purchase'] ?? '') : (query('purchase') ?? rows[0]?.purchase.id ?? '')
  return (
    <CheckoutPage title={t('title')} intro={t('intro')}>
      <section className="stack" aria-labelledby="step-title">
        <h2 id="step-title">{t('step1')}</h2>
        <WithdrawalForm
          rows={rows}
          chosen={rows.some(({ purchase }) => purchase.id === asked) ? asked : ''}
          from={pathTo(locale, 'withdrawal')}
          values={flash?.values ?? {}}
          problems={claimProblems(flash, locale)}
          words={claimFormWords(locale)}
          locale={locale}
        />
      </section>
      <div className="prose">
        <h2>{t('rules')}</h2>
        <p>{t('contactRule')}</p>
        <p>{t('topUpRule')}</p>
        <p>
          <a href={pathTo(locale, 'complaint')}>{t('claimLink')}</a>
        </p>
        <Address locale={locale} />
      </div>
    </CheckoutPage>
  )
}

/** What this browser bought and may still withdraw from. */
function rowsOf({ payer, locale, now }: Visitor) {
  return listAccess(payer.payerIds, locale).flatMap((row) => {
    const { state, settledAt, id } = row.purchase
    const receiptNumber = findReceipt(id)?.number
    if (state !== 'settled' || settledAt === null || receiptNumber === undefined) return []
    return now < withdrawalDeadline(settledAt) ? [{ ...row, receiptNumber }] : []
  })
}

function Address({ locale }: Readonly<{ locale: Locale }>) {
  const t = translate(locale, 'withdrawal')
  const { name, address, email } = findSetting('publisher')
  if (email === '' && address === '') return null
  return (
    <>
      <h2>{t('byMailTitle')}</h2>
      <p>{t('byMail')}</p>
      <address>
        {[name, address, email].filter(Boolean).map((line) => (
          <span key={line}>
            {line}
            <br />
          </span>
        ))}
      </address>
    </>
  )
}

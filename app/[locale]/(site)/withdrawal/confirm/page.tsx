import type { Metadata } from 'next'
import { CheckoutPage } from '../../../../../components/checkout/checkout-page.tsx'
import { EnhancedForm } from '../../../../../components/checkout/enhanced-form.tsx'
import { claimFormWords, claimProblems } from '../../../../../components/claims/claim-form-words.ts'
import { findShownStatement } from '../../../../../lib/claims/withdrawal-statement.ts'
import { type PrivatePageProps, pageVisitor } from '../../../../../lib/http/page-visitor.ts'
import { pathTo } from '../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../lib/i18n/translator.ts'
import '../../../../styles/claims.css'

export const dynamic = 'force-dynamic'

export async function generateMetadata(props: PrivatePageProps): Promise<Metadata> {
  const { locale } = await pageVisitor(props)
  return {
    title: translate(locale, 'withdrawal')('step2'),
    robots: { index: false, follow: false },
    referrer: 'no-referrer',
  }
}

export default async function ConfirmWithdrawalPage(props: PrivatePageProps) {
  const { locale, now, flash, query } = await pageVisitor(props)
  const t = translate(locale, 'withdrawal')
  const draft = query('d') ?? ''
  const shown = findShownStatement(draft, { locale, now })
  if (!shown)
    return (
      <CheckoutPage title={t('goneTitle')}>
        <p>{t('goneText')}</p>
        <p>
          <a className="button" href={pathTo(locale, 'withdrawal')}>
            {t('again')}
          </a>
        </p>
      </CheckoutPage>
    )
  return (
    <CheckoutPage title={t('title')} intro={t('confirmIntro')}>
      <section className="stack" aria-labelledby="step-title">
        <h2 id="step-title">{t('step2')}</h2>
        <h3>{t('yourStatement')}</h3>
        <p className="statement">{shown.statement}</p>
        <p className="meta">{t('sentTo', { email: shown.email })}</p>
        <EnhancedForm
          id="confirm"
          action="/api/v1/withdrawals"
          words={claimFormWords(locale)}
          problems={claimProblems(flash, locale)}
          className="stack"
        >
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="from" value={pathTo(locale, 'withdrawal')} />
          <input type="hidden" name="draft" value={draft} />
          <button type="submit" className="button button-wide">
            {t('confirmButton')}
          </button>
        </EnhancedForm>
        <p>
          <a href={pathTo(locale, 'withdrawal')}>{t('change')}</a>
        </p>
      </section>
    </CheckoutPage>
  )
}

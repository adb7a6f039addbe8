import type { Metadata } from 'next'
import { CheckoutPage } from '../../../../components/checkout/checkout-page.tsx'
import { CodeFromAddress } from '../../../../components/checkout/code-from-address.tsx'
import { EnhancedForm } from '../../../../components/checkout/enhanced-form.tsx'
import { FormField } from '../../../../components/checkout/form-field.tsx'
import { formWords, problemsOf, titleWithError } from '../../../../components/checkout/form-words.ts'
import { type PrivatePageProps, pageVisitor } from '../../../../lib/http/page-visitor.ts'
import { pathTo } from '../../../../lib/i18n/paths.ts'
import { translate } from '../../../../lib/i18n/translator.ts'
import { newPublicId } from '../../../../lib/ids/ids.ts'

export const dynamic = 'force-dynamic'

export async function generateMetadata(props: PrivatePageProps): Promise<Metadata> {
  const { locale, flash } = await pageVisitor(props)
  const title = translate(locale, 'wallet')('voucherTitle')
  return { title: titleWithError(title, flash, locale), robots: { index: false, follow: false } }
}

export default async function VoucherPage(props: PrivatePageProps) {
  const { locale, flash } = await pageVisitor(props)
  const t = translate(locale, 'wallet')
  const problems = flash ? problemsOf(flash, locale) : []
  return (
    <CheckoutPage title={t('voucherTitle')} intro={t('voucherIntro')}>
      <EnhancedForm
        id="redeem"
        action="/api/v1/vouchers/redeem"
        words={formWords(locale)}
        problems={problems}
        className="inline-form"
      >
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="from" value={pathTo(locale, 'voucher')} />
        <input type="hidden" name="once" value={newPublicId()} />
        <FormField
          form="redeem"
          name="voucher"
          label={t('voucherField')}
          hint={t('voucherHint')}
          problems={problems}
          className="code-input"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
          maxLength={40}
        />
        <button type="submit" className="button">
          {t('voucherButton')}
        </button>
      </EnhancedForm>
      <CodeFromAddress inputId="voucher-redeem" />
      <p className="meta">{t('voucherNote')}</p>
    </CheckoutPage>
  )
}

import type { Metadata } from 'next'
import { CheckoutPage } from '../../../../../components/checkout/checkout-page.tsx'
import { formWords, problemsOf, titleWithError } from '../../../../../components/checkout/form-words.ts'
import { MailForm } from '../../../../../components/checkout/mail-form.tsx'
import { RecoveryForm } from '../../../../../components/checkout/recovery-form.tsx'
import { Notice } from '../../../../../components/ui/notice.tsx'
import { type PrivatePageProps, pageVisitor } from '../../../../../lib/http/page-visitor.ts'
import { laterWord, pathTo } from '../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../lib/i18n/translator.ts'
import { newPublicId } from '../../../../../lib/ids/ids.ts'

export const dynamic = 'force-dynamic'

export async function generateMetadata(props: PrivatePageProps): Promise<Metadata> {
  const { locale, flash } = await pageVisitor(props)
  const title = translate(locale, 'access')('recoverTitle')
  return { title: titleWithError(title, flash, locale), robots: { index: false, follow: false } }
}

export default async function RecoverPage(props: PrivatePageProps) {
  const { locale, flash, query } = await pageVisitor(props)
  const t = translate(locale, 'access')
  const words = formWords(locale)
  const from = pathTo(locale, 'my-access', laterWord(locale, 'recover'))
  const refused = flash?.values['form']
  const problems = flash ? problemsOf(flash, locale) : []
  return (
    <CheckoutPage title={t('recoverTitle')} intro={t('recoverIntro')}>
      <div className="choices">
        <section aria-labelledby="by-code">
          <h2 id="by-code">{t('byCode')}</h2>
          <RecoveryForm
            once={newPublicId()}
            from={from}
            typed={flash?.values['recovery'] ?? ''}
            problems={refused === 'mail' ? [] : problems}
            words={words}
            locale={locale}
          />
        </section>
        <section aria-labelledby="by-mail">
          <h2 id="by-mail">{t('byMail')}</h2>
          <p>{t('byMailText')}</p>
          {query('sent') === undefined ? null : (
            <Notice tone="ok" role="status">
              <p>{t('mailed')}</p>
            </Notice>
          )}
          <MailForm
            id="mail"
            action="/api/v1/access/mail"
            labels={{ field: t('mailField'), button: t('mailButton') }}
            from={from}
            typed={flash?.values['email'] ?? ''}
            problems={refused === 'mail' ? problems : []}
            words={words}
            locale={locale}
          />
        </section>
      </div>
      <p className="meta">{t('noCode')}</p>
    </CheckoutPage>
  )
}

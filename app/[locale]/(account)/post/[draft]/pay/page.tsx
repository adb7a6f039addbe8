import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { problemsOf, titleWithError } from '../../../../../../components/checkout/form-words.ts'
import { DraftFrame } from '../../../../../../components/posting/draft-frame.tsx'
import { ServicePay } from '../../../../../../components/posting/service-pay.tsx'
import { findAdRecord } from '../../../../../../lib/ads/ad-record-queries.ts'
import { findAdServicePage, giveKeyOf } from '../../../../../../lib/checkout/ad-service-page-queries.ts'
import { findLastRail } from '../../../../../../lib/checkout/last-rail-queries.ts'
import { config } from '../../../../../../lib/config/env.ts'
import { type DraftPageProps, draftPage } from '../../../../../../lib/http/draft-page.ts'
import { draftPath, givePath } from '../../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../../lib/i18n/translator.ts'
import { formatMoney } from '../../../../../../lib/money/format-money.ts'
import '../../../../../styles/checkout.css'

export const dynamic = 'force-dynamic'

export async function generateMetadata(props: DraftPageProps): Promise<Metadata> {
  const { visitor } = await draftPage(props, 'pay')
  const title = translate(visitor.locale, 'posting')('pay.title')
  return { title: titleWithError(title, visitor.flash, visitor.locale), robots: { index: false } }
}

export default async function PayStepPage(props: DraftPageProps) {
  const { visitor, view } = await draftPage(props, 'pay')
  const { locale, now, payer, flash, query } = visitor
  const { draft } = view
  const ref = draft.adId === null ? undefined : findAdRecord(draft.adId)?.ref
  const page = ref && findAdServicePage({ ref, kind: 'post', payer, country: query('country'), locale, now })
  if (!ref || !page || page.state !== 'open') redirect(draftPath(locale, draft.id, 'done'))
  const t = translate(locale, 'posting')
  const link = config().origin + givePath(locale, ref, { kind: 'post', key: giveKeyOf(ref) })
  const refused = flash && {
    method: flash.values['method'] ?? '',
    problems: problemsOf(flash, locale),
    values: flash.values,
  }
  return (
    <DraftFrame draftId={draft.id} step="pay" tasks={view.tasks} locale={locale}>
      <h1>{t('pay.title')}</h1>
      <p>{t('pay.lead', { price: formatMoney(page.service.price, locale) })}</p>
      <div className="stack checkout">
        <ServicePay
          page={page}
          own={{ path: draftPath(locale, draft.id, 'pay'), query: {} }}
          lastRail={findLastRail(payer.payerIds)}
          refused={refused}
          locale={locale}
        />
      </div>
      <section className="stack" aria-labelledby="other">
        <h2 id="other">{t('pay.other')}</h2>
        <p>{t('pay.otherText')}</p>
        <p className="post-link">{link}</p>
      </section>
    </DraftFrame>
  )
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CheckoutPage } from '../../../../../components/checkout/checkout-page.tsx'
import { titleWithError } from '../../../../../components/checkout/form-words.ts'
import { AppealSection } from '../../../../../components/notices/appeal-section.tsx'
import { problemsOf } from '../../../../../components/notices/form-problems.ts'
import { Notice } from '../../../../../components/ui/notice.tsx'
import { type PrivatePageProps, pageVisitor } from '../../../../../lib/http/page-visitor.ts'
import { pathTo } from '../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../lib/i18n/translator.ts'
import { reasonsOf } from '../../../../../lib/moderation/decision-letters.ts'
import { appealMs, isRestriction } from '../../../../../lib/moderation/moderation.ts'
import { findCase, findDecision } from '../../../../../lib/moderation/moderation-queries.ts'
import { findAppealAgainst, findReportedAdById } from '../../../../../lib/moderation/notices-queries.ts'
import { formatDate } from '../../../../../lib/time/format-time.ts'

export const dynamic = 'force-dynamic'

type Props = PrivatePageProps<Readonly<{ id: string }>>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, flash } = await pageVisitor(props)
  const decision = findDecision((await props.params).id)
  const ref = (decision && findReportedAdById(decision.adId)?.ref) ?? ''
  const title = translate(locale, 'moderation')('page.title', { ref })
  return {
    title: titleWithError(title, flash, locale),
    robots: { index: false, follow: false },
    referrer: 'no-referrer',
  }
}

/** A decision about an ad for its advertiser, who alone was given the address: the reasons again, and how to contest. */
export default async function DecisionPage(props: Props) {
  const { locale, flash, now } = await pageVisitor(props)
  const decision = findDecision((await props.params).id)
  const ad = decision && findReportedAdById(decision.adId)
  if (!decision || !ad) notFound()
  const t = translate(locale, 'moderation')
  const isContestable = isRestriction(decision.kind) && !decision.isUndone
  const caseReason = decision.caseId === null ? undefined : findCase(decision.caseId)?.reason
  return (
    <CheckoutPage
      title={t('page.title', { ref: ad.ref })}
      intro={
        <>
          <p lang={ad.sourceLocale}>{ad.title}</p>
          <p>{t('page.lead')}</p>
        </>
      }
    >
      {decision.isUndone ? (
        <Notice tone="ok">
          <p>{t('page.undone')}</p>
        </Notice>
      ) : null}
      <section className="stack">
        <h2>{t('page.decided', { date: formatDate(decision.at, locale) })}</h2>
        <p>
          <strong>{t(`sentence.${decision.kind}`)}</strong>
        </p>
        {isRestriction(decision.kind) ? (
          <>
            <h3>{t('page.why')}</h3>
            {reasonsOf({ ...decision, caseReason }, locale).map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
          </>
        ) : null}
      </section>
      <AppealSection
        of="decision"
        id={decision.id}
        from={pathTo(locale, 'decision', decision.id)}
        appeal={findAppealAgainst(decision.id)}
        until={isContestable ? decision.at + appealMs : undefined}
        now={now}
        typed={flash?.values['text'] ?? ''}
        problems={problemsOf(flash, locale)}
        locale={locale}
      />
    </CheckoutPage>
  )
}

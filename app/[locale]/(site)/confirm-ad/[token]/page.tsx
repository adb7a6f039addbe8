import type { Metadata } from 'next'
import { spacedRef } from '../../../../../components/ads/ad-words.ts'
import { CheckoutPage } from '../../../../../components/checkout/checkout-page.tsx'
import { claimProblems } from '../../../../../components/claims/claim-form-words.ts'
import { Notice } from '../../../../../components/ui/notice.tsx'
import { ProblemSummary } from '../../../../../components/ui/problem-summary.tsx'
import { type AdAsked, findAdsAsked } from '../../../../../lib/claims/confirm-ad.ts'
import { type PrivatePageProps, pageVisitor, type Visitor } from '../../../../../lib/http/page-visitor.ts'
import { pathTo } from '../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../lib/i18n/translator.ts'
import '../../../../styles/claims.css'

export const dynamic = 'force-dynamic'

type Props = PrivatePageProps<Readonly<{ token: string }>>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await pageVisitor(props)
  return {
    title: translate(locale, 'claims')('seller.title'),
    robots: { index: false, follow: false },
    referrer: 'no-referrer',
  }
}

/** Where a link in an advertiser's mail leads: looking changes nothing, the button does. */
export default async function ConfirmAdPage(props: Props) {
  const visitor = await pageVisitor(props)
  const { locale, now } = visitor
  const { token } = await props.params
  if (token === 'done') return <Done visitor={visitor} />
  const ads = findAdsAsked(token, { locale, now })
  const t = translate(locale, 'claims')
  if (!ads || ads.length === 0)
    return (
      <CheckoutPage title={t('seller.goneTitle')}>
        <p>{t('seller.goneText')}</p>
        <p>
          <a href={pathTo(locale, 'dashboard')}>{t('seller.dashboard')}</a>
        </p>
      </CheckoutPage>
    )
  return (
    <CheckoutPage
      title={t('seller.title')}
      intro={ads.some(({ isClaimed }) => isClaimed) ? t('seller.claimed') : undefined}
    >
      <ul className="access-list">
        {ads.map((ad) => (
          <li key={ad.id}>
            <div>
              <p className="code">{translate(locale, 'checkout')('adNumber', { ref: spacedRef(ad.ref) })}</p>
              <p className="access-title">
                <a href={pathTo(locale, 'ad', ad.ref)}>{ad.title}</a>
              </p>
            </div>
          </li>
        ))}
      </ul>
      <Answers ads={ads} token={token} visitor={visitor} />
    </CheckoutPage>
  )
}

function Answers({ ads, token, visitor }: Readonly<{ ads: readonly AdAsked[]; token: string; visitor: Visitor }>) {
  const { locale, flash } = visitor
  const t = translate(locale, 'claims')
  return (
    <form method="post" action="/api/v1/confirmations" className="two-buttons">
      <ProblemSummary
        id="confirm"
        title={translate(locale, 'common')('thereIsAProblem')}
        problems={claimProblems(flash, locale)}
      />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="from" value={pathTo(locale, 'confirm-ad', token)} />
      <div>
        <button type="submit" name="answer" value="still_good" className="button">
          {t('seller.yes', { count: ads.length })}
        </button>
        <p className="meta">{t('seller.yesHint')}</p>
      </div>
      {ads.length === 1 ? (
        <div>
          <button type="submit" name="answer" value="no_longer" className="button button-quiet">
            {t('seller.no')}
          </button>
          <p className="meta">{t('seller.noHint')}</p>
        </div>
      ) : null}
    </form>
  )
}

function Done({ visitor }: Readonly<{ visitor: Visitor }>) {
  const { locale, query } = visitor
  const t = translate(locale, 'claims')
  const answer = query('answer') === 'no_longer' ? 'no_longer' : 'still_good'
  const count = Math.min(Math.max(Number.parseInt(query('count') ?? '1', 10) || 1, 1), 50)
  return (
    <CheckoutPage title={t(`seller.thanks_${answer}`)}>
      <Notice tone="ok" role="status">
        <p>{t(`seller.${answer}`, { count })}</p>
      </Notice>
      <p>
        <a href={pathTo(locale, 'dashboard')}>{t('seller.dashboard')}</a>
      </p>
    </CheckoutPage>
  )
}

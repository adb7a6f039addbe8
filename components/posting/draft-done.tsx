import type { AdForSale } from '../../lib/ads/sale-queries.ts'
import type { AdService } from '../../lib/checkout/ad-service-page-queries.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { draftPath, laterWord, ownAdsPath, pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatDate } from '../../lib/time/format-time.ts'
import { AdControls } from '../ads/ad-controls.tsx'
import { shareButtons } from '../ads/share-buttons.ts'
import { Drawn } from '../ui/drawn.tsx'
import { Notice } from '../ui/notice.tsx'
import { BoostList } from './boost-list.tsx'

type Props = Readonly<{
  draftId: string
  ad: AdForSale
  boosts: readonly AdService[]
  reviewHours: number
  shortLink: string
  /** The account that keeps the ad, for the member whose it is. */
  email: string | undefined
  locale: Locale
}>

/** What became of the ad and what can be done with it now; the first place where anything is offered for money. */
export function DraftDone({ draftId, ad, boosts, reviewHours, shortLink, email, locale }: Props) {
  const t = translate(locale, 'posting')
  return (
    <>
      <State draftId={draftId} ad={ad} reviewHours={reviewHours} locale={locale} />
      <p className="code">
        {t('done.number', { ref: ad.ref })} · {ad.title}
      </p>
      <div className="post-actions">
        <a className="button" href={ownAdsPath(locale, ad.ref)}>
          {t('done.manage')}
        </a>
        {ad.status === 'published' ? (
          <a className="button button-quiet" href={pathTo(locale, 'ad', ad.ref)}>
            {t('done.see')}
          </a>
        ) : null}
        <a className="button button-quiet" href={pathTo(locale, 'post')}>
          {t('done.another')}
        </a>
      </div>
      {email ? <p className="meta">{t('done.account', { email })}</p> : null}
      <section className="stack" aria-labelledby="share">
        <h2 id="share">{t('done.share')}</h2>
        <p>{t('done.shareText')}</p>
        <p className="post-link">{shortLink}</p>
        <Drawn name="share-buttons" markup={shareButtons({ title: ad.title, url: shortLink, locale })} />
        <AdControls />
        <p>
          <a href={`${ownAdsPath(locale, ad.ref)}/${laterWord(locale, 'poster')}`}>{t('done.poster')}</a>
        </p>
      </section>
      {boosts.length > 0 ? (
        <section className="stack" aria-labelledby="boost">
          <h2 id="boost">{t('done.boost')}</h2>
          <p className="meta">{t('done.boostText')}</p>
          <BoostList adRef={ad.ref} boosts={boosts} locale={locale} />
        </section>
      ) : null}
    </>
  )
}

function State({ draftId, ad, reviewHours, locale }: Pick<Props, 'draftId' | 'ad' | 'reviewHours' | 'locale'>) {
  const t = translate(locale, 'posting')
  if (ad.status === 'draft') {
    return (
      <>
        <h1>{t('done.dueTitle')}</h1>
        <Notice tone="warn" role="status">
          <p>{t('done.dueText')}</p>
          <p>
            <a className="button" href={draftPath(locale, draftId, 'pay')}>
              {t('done.duePay')}
            </a>
          </p>
        </Notice>
      </>
    )
  }
  if (ad.status === 'pending' || ad.status === 'published') {
    const isOnline = ad.status === 'published'
    return (
      <>
        <h1>{t(isOnline ? 'done.publishedTitle' : 'done.pendingTitle')}</h1>
        <Notice tone="ok" role="status">
          <p>
            {isOnline
              ? t('done.publishedText', { date: formatDate(ad.expiresAt, locale) })
              : t('done.pendingText', { hours: reviewHours })}
          </p>
        </Notice>
      </>
    )
  }
  return <h1>{t(ad.status === 'refused' ? 'done.refusedTitle' : 'done.otherTitle')}</h1>
}

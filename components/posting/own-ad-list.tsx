import type { Locale } from '../../lib/i18n/locales.ts'
import { draftPath, ownAdsPath, pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatPrice } from '../../lib/money/format-money.ts'
import { money } from '../../lib/money/money.ts'
import type { Draft } from '../../lib/posting/drafts.ts'
import type { OwnAd } from '../../lib/posting/own-ads-queries.ts'
import { formatDate, formatMoment } from '../../lib/time/format-time.ts'
import { withRoom } from '../ads/ad-words.ts'
import { Notice } from '../ui/notice.tsx'
import '../../app/styles/posting.css'

type Props = Readonly<{
  ads: readonly OwnAd[]
  drafts: readonly Draft[]
  isChanged: boolean
  locale: Locale
  now: number
}>

/** Everything a member advertises, each with its state in words and what it brought in thirty days. */
export function OwnAdList({ ads, drafts, isChanged, locale, now }: Props) {
  const t = translate(locale, 'ownAds')
  return (
    <div className="page page-narrow posting">
      <h1>{t('title')}</h1>
      {isChanged ? (
        <Notice tone="ok" role="status">
          <p>{t('changed')}</p>
        </Notice>
      ) : null}
      <p>
        <a className="button" href={pathTo(locale, 'post')}>
          {t('post')}
        </a>
      </p>
      {ads.length === 0 ? <p>{t('none')}</p> : null}
      <ul className="own-ads">
        {ads.map((ad) => (
          <OwnAdRow key={ad.ref} ad={ad} locale={locale} />
        ))}
      </ul>
      {drafts.length > 0 ? <Drafts drafts={drafts} locale={locale} now={now} /> : null}
    </div>
  )
}

function OwnAdRow({ ad, locale }: Readonly<{ ad: OwnAd; locale: Locale }>) {
  const t = translate(locale, 'ownAds')
  const price = ad.priceMinor === null ? null : withRoom(formatPrice(money(ad.priceMinor, ad.currency), locale))
  const isTimed = ad.status === 'published' || ad.status === 'paused'
  return (
    <li>
      <div>
        <p className="code">
          {t('number', { ref: ad.ref })}
          {price === null ? '' : ` · ${price}`}
        </p>
        <h2>
          <a href={ownAdsPath(locale, ad.ref)}>{ad.title}</a>
        </h2>
        <p className="meta">
          {t('views', { count: ad.views })} · {t('unlocks', { count: ad.unlocks })}
        </p>
      </div>
      <p className={`own-state own-state-${ad.status}`}>
        {t(`status.${ad.status}`)}
        {isTimed ? <span className="meta">{t('until', { date: formatDate(ad.expiresAt, locale) })}</span> : null}
      </p>
    </li>
  )
}

function Drafts({ drafts, locale, now }: Pick<Props, 'drafts' | 'locale' | 'now'>) {
  const t = translate(locale, 'ownAds')
  const words = translate(locale, 'posting')
  return (
    <section className="stack" aria-labelledby="drafts">
      <h2 id="drafts">{t('drafts')}</h2>
      <ul className="post-drafts">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <span>
              <strong>{draft.details.title || words('start.draftUntitled')}</strong>
              <span className="meta">
                {words('start.savedAt', { moment: formatMoment(draft.updatedAt, { locale, now }) })}
              </span>
            </span>
            <a className="button button-quiet" href={draftPath(locale, draft.id, 'details')}>
              {words('start.resume')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

import type { AdService } from '../../lib/checkout/ad-service-page-queries.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { laterWord, ownAdsPath, pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { OwnChange } from '../../lib/posting/own-ads.ts'
import type { AdDay, OwnAd } from '../../lib/posting/own-ads-queries.ts'
import { formatDate } from '../../lib/time/format-time.ts'
import { Notice } from '../ui/notice.tsx'
import { AdDaysChart } from './ad-days-chart.tsx'
import { BoostList } from './boost-list.tsx'
import '../../app/styles/posting.css'

type Props = Readonly<{
  ad: OwnAd
  days: readonly AdDay[]
  /** `renew`: how many days a renewal adds, when it is open. */
  can: Readonly<{ changes: readonly OwnChange[]; renew: number | undefined }>
  hasWaitingEdit: boolean
  payPath: string | undefined
  boosts: readonly AdService[]
  told: 'edited' | 'waits' | 'changed' | 'renewed' | undefined
  problem: string | undefined
  locale: Locale
}>

/** One's own ad: its state, what it brought, what can be done, what can be bought. */
export function OwnAdView(props: Props) {
  const { ad, days, boosts, told, problem, hasWaitingEdit, locale } = props
  const t = translate(locale, 'ownAds')
  const date = formatDate(ad.expiresAt, locale)
  return (
    <div className="page page-narrow posting">
      <p className="no-print">
        <a href={ownAdsPath(locale)}>{t('back')}</a>
      </p>
      <header>
        <p className="code">{t('number', { ref: ad.ref })}</p>
        <h1>{ad.title}</h1>
      </header>
      {problem ? (
        <Notice tone="bad" role="alert">
          <p>{t(`problem.${knownProblem(problem)}`)}</p>
        </Notice>
      ) : null}
      {told && told !== 'waits' ? (
        <Notice tone="ok" role="status">
          <p>{t(told, { date })}</p>
        </Notice>
      ) : null}
      {hasWaitingEdit ? (
        <Notice tone="warn">
          <p>{t('waits')}</p>
        </Notice>
      ) : null}
      <section className="panel">
        <p className={`own-state own-state-${ad.status}`}>{t(`status.${ad.status}`)}</p>
        <p>{t(`statusText.${ad.status}`, { date })}</p>
        <Boosted ad={ad} locale={locale} />
      </section>
      <Actions {...props} />
      <AdDaysChart days={days} locale={locale} />
      {boosts.length > 0 ? (
        <section className="stack" aria-labelledby="boosts">
          <h2 id="boosts">{t('boost.title')}</h2>
          <BoostList adRef={ad.ref} boosts={boosts} locale={locale} />
          <p className="meta">
            {t('boost.label')} {t('boost.link')}
          </p>
        </section>
      ) : null}
      {props.can.changes.includes('delete') ? <Delete ad={ad} locale={locale} /> : null}
    </div>
  )
}

function knownProblem(problem: string) {
  return (['conflict', 'sure', 'too_early'] as const).find((known) => known === problem) ?? 'other'
}

function Boosted({ ad, locale }: Pick<Props, 'ad' | 'locale'>) {
  const t = translate(locale, 'ownAds')
  return (
    <>
      {ad.boost && ad.boostUntil ? (
        <p>{t('boosted', { boost: translate(locale, 'ad')(ad.boost), date: formatDate(ad.boostUntil, locale) })}</p>
      ) : null}
      {ad.sponsoredUntil ? <p>{t('sponsoredUntil', { date: formatDate(ad.sponsoredUntil, locale) })}</p> : null}
    </>
  )
}

function Actions({ ad, can, payPath, locale }: Props) {
  const t = translate(locale, 'ownAds')
  const from = ownAdsPath(locale, ad.ref)
  const isPublic = ad.status === 'published' || ad.status === 'sold' || ad.status === 'expired'
  return (
    <section className="stack" aria-labelledby="actions">
      <h2 id="actions">{t('actions.title')}</h2>
      <div className="post-actions">
        {payPath ? (
          <a className="button" href={payPath}>
            {t('actions.pay')}
          </a>
        ) : null}
        {can.renew === undefined ? null : (
          <Act path={`/api/v1/own-ads/${ad.ref}/renew`} from={from} locale={locale} isFirst>
            {t('actions.renew', { days: can.renew })}
          </Act>
        )}
        <Act path={`/api/v1/own-ads/${ad.ref}/edit`} from={from} locale={locale} isFirst={can.renew === undefined}>
          {t('actions.edit')}
        </Act>
        {can.changes
          .filter((change) => change !== 'delete')
          .map((change) => (
            <Act key={change} path={`/api/v1/own-ads/${ad.ref}/change`} change={change} from={from} locale={locale}>
              {t(`actions.${change}`)}
            </Act>
          ))}
        {isPublic ? (
          <a className="button button-quiet" href={pathTo(locale, 'ad', ad.ref)}>
            {t('actions.see')}
          </a>
        ) : null}
        <a className="button button-quiet" href={`${from}/${laterWord(locale, 'poster')}`}>
          {t('actions.poster')}
        </a>
      </div>
      {can.renew === undefined ? null : <p className="meta">{t('actions.renewHint')}</p>}
    </section>
  )
}

type ActProps = Readonly<{
  path: string
  change?: OwnChange
  from: string
  locale: Locale
  isFirst?: boolean
  children: string
}>

function Act({ path, change, from, locale, isFirst = false, children }: ActProps) {
  return (
    <form method="post" action={path}>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="from" value={from} />
      {change ? <input type="hidden" name="change" value={change} /> : null}
      <button type="submit" className={isFirst ? 'button' : 'button button-quiet'}>
        {children}
      </button>
    </form>
  )
}

function Delete({ ad, locale }: Pick<Props, 'ad' | 'locale'>) {
  const t = translate(locale, 'ownAds')
  return (
    <details className="own-delete">
      <summary>{t('actions.delete')}</summary>
      <form method="post" action={`/api/v1/own-ads/${ad.ref}/change`} className="stack">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="from" value={ownAdsPath(locale, ad.ref)} />
        <input type="hidden" name="change" value="delete" />
        <p>{t('actions.deleteText')}</p>
        <label className="check">
          <input type="checkbox" name="sure" id="sure" />
          <span>{t('actions.deleteSure')}</span>
        </label>
        <p>
          <button type="submit" className="button button-quiet">
            {t('actions.deleteTitle')}
          </button>
        </p>
      </form>
    </details>
  )
}

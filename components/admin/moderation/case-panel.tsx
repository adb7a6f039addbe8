import type { Flash } from '../../../lib/http/flash.ts'
import type { Locale } from '../../../lib/i18n/locales.ts'
import { adPath } from '../../../lib/i18n/paths.ts'
import { translate } from '../../../lib/i18n/translator.ts'
import type { CaseReason, DecisionKind } from '../../../lib/moderation/moderation.ts'
import type { CaseRow } from '../../../lib/moderation/moderation-queries.ts'
import type { CaseView } from '../../../lib/reports/case-view.ts'
import { slugOf } from '../../../lib/text/text.ts'
import { moneyText, timeText } from '../figures.tsx'
import { isHeldByOther } from './case-list.tsx'
import { CaseSide } from './case-side.tsx'
import { CaseWords } from './case-words.tsx'
import { DecisionForms, type Ground } from './decision-form.tsx'
import { KeepForm } from './keep-form.tsx'
import { ModerationKeys } from './moderation-keys.tsx'
import { problemWords } from './problem-words.ts'

type Props = Readonly<{
  found: CaseRow
  view: CaseView
  possible: readonly DecisionKind[]
  grounds: readonly Ground[]
  hrefs: Readonly<{ next: string | undefined; previous: string | undefined; self: string }>
  reason: CaseReason | undefined
  viewer: string
  flash: Flash | undefined
  now: number
  locale: Locale
}>

/** One ad that waits: who has it, what may be decided, what it says, what surrounds it. */
export function CasePanel(props: Props) {
  const { found, view, viewer, now, locale, hrefs, flash, reason } = props
  const t = translate(locale, 'panelModeration')
  const isHeld = isHeldByOther(found, viewer, now)
  const isKept = flash?.values['sentAt'] !== undefined
  return (
    <article className="case-panel" aria-labelledby="case-title">
      <header className="case-head">
        <div>
          <p className="code">
            {view.ad.ref} · {t(`reason.${found.reason}`)}
          </p>
          <h2 id="case-title">{view.title}</h2>
        </div>
        <CaseNav hrefs={hrefs} isHeld={isHeld} caseId={found.id} locale={locale} />
      </header>
      <CaseFacts view={view} locale={locale} />
      <ClaimLine {...props} />
      {isHeld ? null : (
        <DecisionForms
          caseId={found.id}
          seenAt={view.ad.updatedAt}
          status={view.ad.status}
          hasChanges={view.waiting !== undefined}
          reason={reason}
          from={hrefs.self}
          possible={props.possible}
          grounds={props.grounds}
          writeIn={view.writeIn}
          typed={flash?.values['kind'] === 'approve' || isKept ? undefined : flash?.values}
          problems={flash ? problemWords(flash, locale) : []}
          locale={locale}
        />
      )}
      {isHeld || !view.waiting ? null : (
        <KeepForm
          caseId={found.id}
          sentAt={view.waiting.sentAt}
          reason={reason}
          from={hrefs.self}
          writeIn={view.writeIn}
          typed={isKept ? flash?.values['explanation'] : undefined}
          locale={locale}
        />
      )}
      {view.waiting ? <WaitingWords view={view} waiting={view.waiting} locale={locale} /> : null}
      <div className="case-read">
        <CaseWords words={view.words} locale={locale} />
        <CaseSide view={view} locale={locale} />
      </div>
    </article>
  )
}

/** What an advertiser would change, read before what stands. */
function WaitingWords({
  view,
  waiting,
  locale,
}: Pick<Props, 'view' | 'locale'> & Readonly<{ waiting: NonNullable<CaseView['waiting']> }>) {
  const t = translate(locale, 'panelModeration')
  const price = waiting.price === null ? null : moneyText(waiting.price, view.ad.currency, locale)
  return (
    <section aria-labelledby="waiting-title">
      <h3 id="waiting-title">{t('keep.waiting', { at: timeText(waiting.sentAt, locale) })}</h3>
      <p className="meta">{[price, waiting.place].filter((text) => text !== null).join(' · ')}</p>
      <CaseWords words={waiting.words} locale={locale} />
      <h3>{t('keep.standing')}</h3>
    </section>
  )
}

function CaseNav({
  hrefs,
  isHeld,
  caseId,
  locale,
}: Pick<Props, 'hrefs' | 'locale'> & Readonly<{ isHeld: boolean; caseId: string }>) {
  const t = translate(locale, 'panelModeration')
  const names = [
    ['J', 'j'],
    ['K', 'k'],
    ['A', 'a'],
    ['R', 'r'],
    ['E', 'e'],
    ['S', 's'],
    ['1–9', 'numbers'],
    ['↵', 'enter'],
    ['U', 'u'],
    ['?', 'help'],
  ] as const
  return (
    <nav className="row-actions" aria-label={t('list')}>
      {hrefs.previous ? (
        <a className="button button-quiet button-small" href={hrefs.previous} data-key="k" rel="prev">
          {t('previous')}
        </a>
      ) : null}
      {hrefs.next ? (
        <a className="button button-quiet button-small" href={hrefs.next} data-key="j" rel="next">
          {t('next')}
        </a>
      ) : null}
      <ModerationKeys
        claim={isHeld ? undefined : `/api/v1/admin/cases/${caseId}/claim`}
        words={{ open: t('keys.open'), title: t('keys.title'), on: t('keys.on'), close: t('keys.close') }}
        keys={names.map(([key, name]) => [key, t(`keys.${name}`)])}
      />
    </nav>
  )
}

function CaseFacts({ view, locale }: Pick<Props, 'view' | 'locale'>) {
  const t = translate(locale, 'panelModeration')
  const { ad } = view
  const price = ad.priceMinor === null ? null : moneyText(ad.priceMinor, ad.currency, locale)
  const isFree = ad.revealMode === 'free' || ad.revealPriceMinor === 0
  const facts = [
    [t('ad.category'), ad.trail.map(({ label }) => label[locale]).join(' / ')],
    [t('ad.price'), price],
    [t('ad.contact'), isFree ? t('ad.free') : moneyText(ad.revealPriceMinor, ad.currency, locale)],
    [t('ad.place'), `${ad.place.name} (${ad.place.postcode})`],
    [t('ad.status'), translate(locale, 'panel')(`adStatus.${ad.status}`)],
  ] as const
  return (
    <>
      <dl className="case-facts">
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      <p className="meta">
        <a href={`/admin/ads/${ad.ref}`}>{t('ad.open')}</a>
        {ad.status === 'published' ? (
          <>
            {' · '}
            <a href={adPath(locale, { ref: ad.ref, slug: slugOf(view.title) })}>{t('ad.public')}</a>
          </>
        ) : null}
      </p>
    </>
  )
}

function ClaimLine({ found, viewer, now, reason, hrefs, locale }: Props) {
  const t = translate(locale, 'panelModeration')
  const at = timeText(found.claimedUntil ?? 0, locale)
  if (isHeldByOther(found, viewer, now))
    return <p className="notice notice-warn">{t('heldBy', { name: found.claimedName ?? '', at })}</p>
  const isMine = found.claimedBy === viewer && (found.claimedUntil ?? 0) > now
  return (
    <form
      method="post"
      action={`/api/v1/admin/cases/${found.id}/${isMine ? 'release' : 'claim'}`}
      className="case-claim"
    >
      <input type="hidden" name="reason" value={reason ?? ''} />
      <input type="hidden" name="from" value={hrefs.self} />
      <button type="submit" className="button button-quiet button-small">
        {t(isMine ? 'release' : 'claim')}
      </button>{' '}
      <span className="legal">{isMine ? t('heldByYou', { at }) : t('claimHint')}</span>
    </form>
  )
}

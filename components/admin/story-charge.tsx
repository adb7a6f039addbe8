import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { StoryCallback, StoryCharge } from '../../lib/reports/purchase-story-queries.ts'
import { type Fact, FactList } from './fact-list.tsx'
import { moneyText, Time, timeText } from './figures.tsx'
import { StateMark } from './state-mark.tsx'

type Props = Readonly<{ charge: StoryCharge; callbacks: readonly StoryCallback[]; isSettling: boolean; locale: Locale }>

/** One attempt to pay: what was quoted, what the payer agreed to, what the provider said. */
export function StoryChargeSection({ charge, callbacks, isSettling, locale }: Props) {
  const t = translate(locale, 'admin')
  return (
    <article className="panel-section" id={charge.id} aria-label={charge.correlator}>
      <header>
        <h3>
          {t(`rail.${charge.rail}`)} · {charge.accountLabel}
        </h3>
        <StateMark state={charge.state} note={charge.note} locale={locale} />
        {isSettling ? <span className="legal">{t('story.settling')}</span> : null}
      </header>
      <FactList facts={factsOf(charge, locale)} />
      <h4 className="mt-3 font-bold">{t('story.consent')}</h4>
      <Consent charge={charge} locale={locale} />
      <h4 className="mt-3 font-bold">{t('story.callbacks')}</h4>
      <Callbacks callbacks={callbacks} locale={locale} />
    </article>
  )
}

function factsOf(charge: StoryCharge, locale: Locale): readonly Fact[] {
  const t = translate(locale, 'admin')
  const amount = (minor: number) => moneyText(minor, charge.currency, locale)
  const code = (text: string | null) => text !== null && <span className="code">{text}</span>
  return [
    [
      t('story.quote'),
      t('story.quoteValue', {
        price: amount(charge.quotePriceMinor),
        at: timeText(charge.quotedAt, locale),
        until: timeText(charge.quoteExpiresAt, locale),
      }),
    ],
    [t('story.billed'), amount(charge.billedMinor)],
    [t('story.paid'), charge.paidMinor > 0 && amount(charge.paidMinor)],
    [t('story.reversed'), charge.reversedMinor > 0 && amount(charge.reversedMinor)],
    [t('story.commission'), charge.commissionMinor !== null && amount(charge.commissionMinor)],
    [t('story.payout'), payoutText(charge, locale)],
    [t('story.failure'), charge.failureCode !== null && t(`failure.${charge.failureCode}`)],
    [t('story.code'), code(charge.payerCode)],
    [t('story.correlator'), code(charge.correlator)],
    [t('story.reference'), code(charge.providerReference)],
    [t('story.created'), <Time key="created" at={charge.createdAt} locale={locale} />],
    [t('story.nextCheck'), nextCheck(charge, locale)],
  ]
}

function payoutText(charge: StoryCharge, locale: Locale): string | false {
  const { payoutMinor, payoutDueAt, currency, isPayoutEstimate } = charge
  if (payoutMinor === null) return false
  const amount = moneyText(payoutMinor, currency, locale)
  if (payoutDueAt === null) return amount
  const at = timeText(payoutDueAt, locale)
  return translate(locale, 'admin')(isPayoutEstimate ? 'story.payoutEstimate' : 'story.payoutExact', { amount, at })
}

function nextCheck({ nextCheckAt, checks }: StoryCharge, locale: Locale): string | false {
  if (nextCheckAt === null) return false
  const made = translate(locale, 'admin')('story.checks', { count: checks })
  return `${timeText(nextCheckAt, locale)} (${made})`
}

function Consent({ charge, locale }: Readonly<{ charge: StoryCharge; locale: Locale }>) {
  const t = translate(locale, 'admin')
  if (charge.consentAt === null) return <p className="meta">{t('story.consentNone')}</p>
  return (
    <blockquote className="raw">
      {charge.shownTexts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {charge.waiverText ? <p>{t('story.consentWaiver', { text: charge.waiverText })}</p> : null}
      {charge.keepText ? <p>{t('story.consentWaiver', { text: charge.keepText })}</p> : null}
      <p>{t('story.consentButton', { text: charge.buttonText ?? '' })}</p>
      <p>
        <Time at={charge.consentAt} locale={locale} />
      </p>
    </blockquote>
  )
}

function Callbacks({ callbacks, locale }: Readonly<{ callbacks: readonly StoryCallback[]; locale: Locale }>) {
  const t = translate(locale, 'admin')
  if (callbacks.length === 0) return <p className="meta">{t('story.callbacksNone')}</p>
  return (
    <>
      <p className="legal">{t('story.callbacksHint')}</p>
      {callbacks.map((callback) => (
        <details key={callback.id}>
          <summary>
            <Time at={callback.receivedAt} locale={locale} /> · {callback.method} ·{' '}
            <span className="code">{callback.outcome}</span>
          </summary>
          <pre className="raw">
            {`${callback.eventId}\n\n${callback.method} ${callback.url}\n${callback.headers}\n\n${callback.body}`}
          </pre>
        </details>
      ))}
    </>
  )
}

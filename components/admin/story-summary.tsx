import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { StoryPurchase } from '../../lib/reports/purchase-story-queries.ts'
import { type Fact, FactList } from './fact-list.tsx'
import { moneyText, percentText, Time, timeText } from './figures.tsx'
import { StateMark } from './state-mark.tsx'

/** What was bought, for how much, and how it stands. */
export function StorySummary({ purchase, locale }: Readonly<{ purchase: StoryPurchase; locale: Locale }>) {
  const t = translate(locale, 'admin')
  const amount = (minor: number) => moneyText(minor, purchase.currency, locale)
  const facts: readonly Fact[] = [
    [t('story.state'), <StateMark key="state" state={purchase.state} note={purchase.note} locale={locale} />],
    [t('story.subject'), subjectOf(purchase, locale)],
    [t('story.price'), amount(purchase.priceMinor)],
    [t('story.paid'), amount(purchase.paidMinor)],
    [t('story.refunded'), purchase.refundedMinor > 0 && amount(purchase.refundedMinor)],
    [t('story.reversed'), purchase.reversedMinor > 0 && amount(purchase.reversedMinor)],
    [t('story.vat'), percentText(purchase.vatBp, locale)],
    [t('story.country'), `${purchase.country} ${purchase.locale}`],
    [
      t('story.payer'),
      <span key="payer" className="code">
        {purchase.payerId}
      </span>,
    ],
    [t('story.created'), <Time key="created" at={purchase.createdAt} locale={locale} />],
    [t('story.expires'), <Time key="expires" at={purchase.expiresAt} locale={locale} />],
    [t('story.settled'), purchase.settledAt !== null && <Time key="settled" at={purchase.settledAt} locale={locale} />],
    [
      t('story.receipt'),
      purchase.receiptNumber !== null &&
        t('story.receiptValue', {
          number: String(purchase.receiptNumber),
          at: timeText(purchase.receiptAt ?? 0, locale),
        }),
    ],
    [
      t('story.firstShown'),
      purchase.firstShownAt !== null && <Time key="shown" at={purchase.firstShownAt} locale={locale} />,
    ],
    [t('story.unlock'), purchase.kind === 'reveal' && unlockText(purchase, locale)],
  ]
  return <FactList facts={facts} />
}

function subjectOf(purchase: StoryPurchase, locale: Locale) {
  const t = translate(locale, 'admin')
  if (purchase.adRef === null) return t(`kind.${purchase.kind}`)
  return (
    <>
      {t(`kind.${purchase.kind}`)} · <a href={`/a/${purchase.adRef}`}>{t('story.ad', { ref: purchase.adRef })}</a>
      {purchase.adTitle ? ` · ${purchase.adTitle}` : ''}
    </>
  )
}

function unlockText({ unlockedAt, revokedAt, reveals }: StoryPurchase, locale: Locale): string {
  const t = translate(locale, 'admin')
  if (unlockedAt === null) return t('story.notUnlocked')
  const open = t('story.unlocked', { at: timeText(unlockedAt, locale), reveals })
  return revokedAt === null ? open : `${open}, ${t('story.revoked', { at: timeText(revokedAt, locale) })}`
}

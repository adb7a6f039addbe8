import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { CheckoutPage } from '../../../../../components/checkout/checkout-page.tsx'
import { clockWords } from '../../../../../components/checkout/checkout-words.ts'
import { formWords, problemsOf, titleWithError } from '../../../../../components/checkout/form-words.ts'
import { PurchaseWatch } from '../../../../../components/checkout/purchase-watch.tsx'
import { newsOf, Statements } from '../../../../../components/checkout/statements.tsx'
import { WaitingPanel } from '../../../../../components/checkout/waiting-panel.tsx'
import { WaitingWays } from '../../../../../components/checkout/waiting-ways.tsx'
import { isPublic } from '../../../../../lib/ads/ads.ts'
import { giveKeyOf } from '../../../../../lib/checkout/ad-service-page-queries.ts'
import { isAdService } from '../../../../../lib/checkout/ad-services.ts'
import {
  findPurchasePage,
  type PurchasePage,
  purchaseVersion,
} from '../../../../../lib/checkout/purchase-page-queries.ts'
import { isDemo } from '../../../../../lib/config/env.ts'
import { type PrivatePageProps, pageVisitor, type Visitor } from '../../../../../lib/http/page-visitor.ts'
import type { Locale } from '../../../../../lib/i18n/locales.ts'
import { contactPath, givePath, ownAdsPath, pathTo } from '../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../lib/i18n/translator.ts'

export const dynamic = 'force-dynamic'

type Props = PrivatePageProps<Readonly<{ purchase: string }>>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, flash, payer } = await pageVisitor(props)
  const { purchase } = await props.params
  const page = findPurchasePage(purchase, payer.payerIds, locale)
  const title = page ? titleOf(page, locale) : translate(locale, 'checkout')('pay.titleAsk')
  return { title: titleWithError(title, flash, locale), robots: { index: false, follow: false } }
}

export default async function PayPage(props: Props) {
  const visitor = await pageVisitor(props)
  const { locale, payer } = visitor
  const { purchase: id } = await props.params
  const page = findPurchasePage(id, payer.payerIds, locale) ?? notFound()
  const { purchase, ad } = page
  const said = newsOf(page.statements, page.isOver)
  // Nothing but good news: the contact itself says it best.
  if (ad && page.isUnlocked && said.length === 1 && said[0]?.code === 'open') {
    redirect(`${contactPath(locale, ad.ref)}?paid=1`)
  }
  const t = translate(locale, 'checkout')
  return (
    <CheckoutPage
      title={titleOf(page, locale)}
      intro={ad ? `${t(`pay.${aboutOf(purchase.kind)}`, { ref: ad.ref })} · ${ad.title}` : t('pay.forTopUp')}
      back={ad && isPublic(ad.status) ? { href: pathTo(locale, 'ad', ad.ref), label: t('backToAd') } : undefined}
    >
      <Statements statements={said} currency={purchase.currency} locale={locale} />
      {page.isOver || page.isUnlocked ? (
        <Over page={page} memberId={payer.memberId} locale={locale} />
      ) : (
        <StillOpen page={page} visitor={visitor} />
      )}
    </CheckoutPage>
  )
}

function aboutOf(kind: PurchasePage['purchase']['kind']) {
  if (kind === 'reveal' || kind === 'top_up') return 'forContact'
  return kind === 'post' ? 'forPost' : 'forBoost'
}

function titleOf(page: PurchasePage, locale: Locale): string {
  const t = translate(locale, 'checkout')
  if (page.isOver) return t('pay.titleOver')
  return page.charge ? t(`pay.by.${page.charge.rail}`) : t('pay.titleAsk')
}

type OverProps = Readonly<{ page: PurchasePage; memberId: string | undefined; locale: Locale }>

function Over({ page, memberId, locale }: OverProps) {
  const t = translate(locale, 'checkout')
  const { ad, purchase, isUnlocked } = page
  const isKept = purchase.kind === 'top_up' || page.statements.some(({ code }) => code.startsWith('kept_'))
  return (
    <p className="waiting-ways">
      {ad && isUnlocked ? (
        <a className="button" href={contactPath(locale, ad.ref)}>
          {t('pay.seeContact')}
        </a>
      ) : null}
      {ad && purchase.kind !== 'reveal' && memberId !== undefined && ad.ownerId === memberId ? (
        <a className="button" href={ownAdsPath(locale, ad.ref)}>
          {t('pay.seeOwnAd')}
        </a>
      ) : null}
      {isKept ? (
        <a className="button button-quiet" href={pathTo(locale, 'wallet')}>
          {t('pay.seeWallet')}
        </a>
      ) : null}
      {page.receiptNumber === undefined ? null : (
        <a href={pathTo(locale, 'receipt', purchase.id)}>{t('pay.seeReceipt')}</a>
      )}
    </p>
  )
}

function StillOpen({ page, visitor }: Readonly<{ page: PurchasePage; visitor: Visitor }>) {
  const { purchase, charge } = page
  const { locale, now, flash } = visitor
  const t = translate(locale, 'checkout')
  const words = formWords(locale)
  const from = pathTo(locale, 'pay', purchase.id)
  const isOpen = charge !== undefined && !['paid', 'failed', 'expired', 'cancelled'].includes(charge.state)
  const isAsked = isOpen && purchase.state !== 'cancelled' && charge.state !== 'pending'
  const isWaiting = purchase.state === 'pending' && isOpen
  const problems = flash ? problemsOf(flash, locale) : []
  return (
    <>
      {isAsked ? (
        <WaitingPanel
          purchase={{ ...purchase, isExpired: purchase.state === 'expired' }}
          charge={charge}
          problems={problems}
          words={words}
          from={from}
          isDemo={isDemo()}
          locale={locale}
        />
      ) : null}
      {isWaiting ? (
        <div className="stack">
          <p className="waiting-state" role="status">
            {t(waitingKey(charge.rail))}
          </p>
          <p className="meta">
            {t('pay.checkedAt', { time: clockWords(now, locale, 'medium') })} {t('pay.lateCounts')}
          </p>
          <noscript>
            {charge.takesCode ? <p>{t('pay.reloadYourself')}</p> : <meta httpEquiv="refresh" content="5" />}
          </noscript>
        </div>
      ) : null}
      <WaitingWays page={page} other={otherWays(page, locale)} from={from} words={words} locale={locale} />
      <p className="legal">
        {t('pay.keepPage')} {t('pay.reference', { code: purchase.id.slice(-6) })}
      </p>
      <PurchaseWatch id={purchase.id} version={purchaseVersion(page)} />
    </>
  )
}

/** Where another way to pay for the same is chosen. */
function otherWays({ purchase, ad }: PurchasePage, locale: Locale): string | undefined {
  if (!ad || !isAdService(purchase.kind)) return undefined
  return givePath(locale, ad.ref, { kind: purchase.kind, key: giveKeyOf(ad.ref) })
}

function waitingKey(rail: string) {
  if (rail === 'premium_sms') return 'pay.waitSms'
  return rail === 'premium_call' ? 'pay.waitCall' : 'pay.waitPay'
}

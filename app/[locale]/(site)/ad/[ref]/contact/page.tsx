import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AdAbout } from '../../../../../../components/checkout/ad-about.tsx'
import { CheckoutPage } from '../../../../../../components/checkout/checkout-page.tsx'
import { ContactForSale } from '../../../../../../components/checkout/contact-for-sale.tsx'
import { ContactNotSold } from '../../../../../../components/checkout/contact-not-sold.tsx'
import { claimProblems } from '../../../../../../components/claims/claim-form-words.ts'
import { ClaimSection } from '../../../../../../components/claims/claim-section.tsx'
import { findClaimability } from '../../../../../../lib/claims/claim-page-queries.ts'
import { formatDate } from '../../../../../../lib/time/format-time.ts'
import '../../../../../styles/claims.css'
import { CountShowing } from '../../../../../../components/checkout/count-showing.tsx'
import { ErasedContact } from '../../../../../../components/checkout/erased-contact.tsx'
import { formWords, problemsOf, titleWithError } from '../../../../../../components/checkout/form-words.ts'
import { FreeContact } from '../../../../../../components/checkout/free-contact.tsx'
import { OpenContact } from '../../../../../../components/checkout/open-contact.tsx'
import { OpenExtras } from '../../../../../../components/checkout/open-extras.tsx'
import { UnopenedContact } from '../../../../../../components/checkout/unopened-contact.tsx'
import { Notice } from '../../../../../../components/ui/notice.tsx'
import { findAdByRef } from '../../../../../../lib/ads/ad-page-queries.ts'
import { type ContactPage, findContactPage } from '../../../../../../lib/checkout/contact-page-queries.ts'
import { findLastRail } from '../../../../../../lib/checkout/last-rail-queries.ts'
import { type PrivatePageProps, pageVisitor, type Visitor } from '../../../../../../lib/http/page-visitor.ts'
import { contactPath, pathTo } from '../../../../../../lib/i18n/paths.ts'
import { translate } from '../../../../../../lib/i18n/translator.ts'
import { newPublicId } from '../../../../../../lib/ids/ids.ts'
import { isErased } from '../../../../../../lib/reveals/reveals.ts'
import { findSetting } from '../../../../../../lib/settings/settings-queries.ts'

export const dynamic = 'force-dynamic'

type Props = PrivatePageProps<Readonly<{ ref: string }>>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, flash } = await pageVisitor(props)
  const { ref } = await props.params
  const title = `${translate(locale, 'checkout')('title')} ${ref}`
  return { title: titleWithError(title, flash, locale), robots: { index: false, follow: false } }
}

export default async function ContactPageRoute(props: Props) {
  const visitor = await pageVisitor(props)
  const { ref } = await props.params
  const { locale, now, payer, device } = visitor
  const page = findContactPage({ ref, payer, country: visitor.query('country'), device, locale, now }) ?? notFound()
  const t = translate(locale, 'checkout')
  const cover = findAdByRef(ref, { locale, now })?.cover ?? undefined
  return (
    <CheckoutPage
      isWide
      title={page.kind === 'unlocked' || page.kind === 'unopened' ? t('open.title') : t('title')}
      back={{ href: pathTo(locale, 'ad', page.ad.ref), label: t('backToAd') }}
    >
      <div className="checkout-grid">
        <div className="stack">
          <State page={page} visitor={visitor} />
        </div>
        <AdAbout
          ad={page.ad}
          cover={cover}
          cost={page.kind === 'for_sale' ? page.cost.price : undefined}
          locale={locale}
          now={now}
        />
      </div>
    </CheckoutPage>
  )
}

function State({ page, visitor }: Readonly<{ page: ContactPage; visitor: Visitor }>) {
  const { locale, flash, query, payer } = visitor
  const problems = flash ? problemsOf(flash, locale) : []
  const words = formWords(locale)
  const from = contactPath(locale, page.ad.ref)
  if (page.kind === 'unlocked') return <Unlocked page={page} visitor={visitor} />
  if (page.kind === 'unopened') return <Unopened page={page} visitor={visitor} />
  if (page.kind === 'free')
    return (
      <FreeContact
        adRef={page.ad.ref}
        once={newPublicId()}
        from={from}
        problems={problems}
        words={words}
        locale={locale}
      />
    )
  if (page.kind !== 'for_sale') return <ContactNotSold kind={page.kind} ad={page.ad} locale={locale} />
  const method = flash?.values['method'] ?? ''
  return (
    <ContactForSale
      page={page}
      path={from}
      from={query('country') === undefined ? from : `${from}?country=${page.country}`}
      lastRail={findLastRail(payer.payerIds)}
      refused={flash && { method, problems, values: flash.values }}
      words={words}
      locale={locale}
    />
  )
}

function Unlocked({ page, visitor }: Readonly<{ page: Extract<ContactPage, { kind: 'unlocked' }>; visitor: Visitor }>) {
  const { locale, now, query } = visitor
  const t = translate(locale, 'checkout')
  const isNew = query('paid') !== undefined
  const isForgotten = isErased(page.contact)
  const isGone = !isForgotten && (page.ad.status !== 'published' || page.ad.expiresAt <= now)
  const publisher = findSetting('publisher')
  return (
    <>
      {isNew ? (
        <Notice tone="ok" role="status">
          <p>{t('open.paid')}</p>
        </Notice>
      ) : null}
      {isGone ? (
        <Notice>
          <p>{t('open.gone')}</p>
        </Notice>
      ) : null}
      <CountShowing adRef={page.ad.ref} />
      {isForgotten ? (
        <ErasedContact adRef={page.ad.ref} isPaid={page.purchaseId !== null} locale={locale} />
      ) : (
        <OpenContact ad={page.ad} contact={page.contact} grantedAt={page.grantedAt} isNew={isNew} locale={locale} />
      )}
      <OpenExtras
        purchaseId={page.purchaseId}
        recoveryCode={page.recoveryCode}
        complaints={publisher.email || publisher.phone}
        locale={locale}
      />
      <Claim purchaseId={page.purchaseId} visitor={visitor} from={contactPath(locale, page.ad.ref)} />
    </>
  )
}

function Unopened({ page, visitor }: Readonly<{ page: Extract<ContactPage, { kind: 'unopened' }>; visitor: Visitor }>) {
  const { locale, flash, query } = visitor
  const t = translate(locale, 'claims')
  const { ad } = page
  const from = contactPath(locale, ad.ref)
  const isOurs = flash?.values['form'] !== 'claim'
  return (
    <>
      {ad.soldAt === null ? null : (
        <Notice tone="warn">
          <p>{t('show.soldMeanwhile', { date: formatDate(ad.soldAt, locale) })}</p>
        </Notice>
      )}
      <UnopenedContact
        adRef={ad.ref}
        from={from}
        isAwaited={query('paid') !== undefined && flash === undefined && ad.soldAt === null}
        problems={flash && isOurs ? problemsOf(flash, locale) : []}
        words={formWords(locale)}
        locale={locale}
      />
      {/* Nothing can be said of a contact nobody has seen, but that the thing is gone. */}
      {ad.soldAt === null ? null : <Claim purchaseId={page.purchaseId} visitor={visitor} from={from} />}
    </>
  )
}

function Claim({ purchaseId, visitor, from }: Readonly<{ purchaseId: string | null; visitor: Visitor; from: string }>) {
  if (purchaseId === null) return null
  const { locale, now, flash } = visitor
  return (
    <ClaimSection
      purchaseId={purchaseId}
      claimability={findClaimability(purchaseId, now)}
      from={from}
      problems={flash?.values['form'] === 'claim' ? claimProblems(flash, locale) : []}
      locale={locale}
    />
  )
}

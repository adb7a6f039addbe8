import type { AdPage } from '../../lib/ads/ads.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { draftPath } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatMoney } from '../../lib/money/format-money.ts'
import type { DraftView } from '../../lib/posting/draft-view-queries.ts'
import { html, type Markup } from '../../lib/text/markup.ts'
import { adListMarkup } from '../ads/ad-list.ts'
import { placeWords, priceWords } from '../ads/ad-words.ts'
import { contactPanel } from '../ads/contact-panel.ts'
import { factsMarkup } from '../ads/facts.ts'
import { galleryMarkup } from '../ads/gallery.ts'
import { Drawn } from '../ui/drawn.tsx'

type Props = Readonly<{
  view: DraftView
  ad: AdPage | undefined
  card: AdPage | undefined
  review: Readonly<{ isFirst: boolean; hours: number }>
  locale: Locale
  now: number
}>

/** The ad as a card and as a page, what visitors pay, what the advertiser pays, and the button that sends it in. */
export function DraftPreview({ view, ad, card, review, locale, now }: Props) {
  const t = translate(locale, 'posting')
  return (
    <>
      <h1>{t('preview.title')}</h1>
      {ad && card ? (
        <>
          <p>{t('preview.lead')}</p>
          <Terms view={view} review={review} locale={locale} />
          <Send view={view} locale={locale} />
          <section className="stack" aria-labelledby="as-card">
            <h2 id="as-card">{t('preview.card')}</h2>
            <div className="post-preview" inert>
              <Drawn
                name="preview-card"
                markup={adListMarkup({ ads: [card], locale, now, level: 3, label: t('preview.card') })}
              />
            </div>
          </section>
          <section className="stack" aria-labelledby="as-page">
            <h2 id="as-page">{t('preview.page')}</h2>
            <div className="post-preview" inert>
              <Drawn name="preview" markup={pageOf({ ad, locale, now })} />
            </div>
          </section>
        </>
      ) : (
        <Send view={view} locale={locale} />
      )}
    </>
  )
}

function Terms({ view, review, locale }: Pick<Props, 'view' | 'review' | 'locale'>) {
  const t = translate(locale, 'posting')
  const { terms, contact, finds } = view
  if (!terms) return null
  const gets = [contact?.showsPhone ? t('preview.phone') : '', contact?.showsEmail ? t('preview.email') : ''].filter(
    Boolean,
  )
  const isDoubtful = finds.some(({ weight }) => weight === 'disputed' || weight === 'review')
  return (
    <ul className="panel post-terms">
      <li>
        <strong>{revealWords(terms.reveal, locale)}</strong>
      </li>
      {gets.length > 0 ? <li>{t('preview.gets', { what: gets.join(t('preview.and')) })}</li> : null}
      <li>{feeWords(terms.fee, locale)}</li>
      <li>{t('preview.stands', { days: terms.adDays })}</li>
      <li>{review.isFirst ? t('preview.review', { hours: review.hours }) : t('preview.reviewAfter')}</li>
      {isDoubtful ? <li>{t('preview.doubts')}</li> : null}
    </ul>
  )
}

type Terms = NonNullable<DraftView['terms']>

function revealWords(reveal: Terms['reveal'], locale: Locale): string {
  const t = translate(locale, 'posting')
  switch (reveal.kind) {
    case 'free':
      return t('preview.visitorsFree')
    case 'sponsored':
      return t('preview.visitorsSponsored', { days: reveal.days })
    case 'paid':
      return t('preview.visitorsPay', { price: formatMoney(reveal.price, locale) })
    case 'paid_then_free':
      return t('preview.visitorsPayThenFree', { price: formatMoney(reveal.price, locale), days: reveal.paidDays })
  }
}

function feeWords(fee: Terms['fee'], locale: Locale): string {
  const t = translate(locale, 'posting')
  if (fee.kind === 'due') return t('preview.feeDue', { price: formatMoney(fee.price, locale) })
  const keys = { category: 'feeFree', quota: 'feeQuota', period: 'feePeriod', paid: 'feePaid' } as const
  return t(`preview.${keys[fee.reason]}`)
}

function Send({ view, locale }: Pick<Props, 'view' | 'locale'>) {
  const t = translate(locale, 'posting')
  const { draft, tasks, isReady, terms } = view
  if (!isReady) {
    const missing = (['category', 'details', 'contact'] as const).filter((step) => tasks[step] !== 'done')
    return (
      <div className="notice notice-warn">
        <p>
          <strong>{t('preview.notReady')}</strong>
        </p>
        <ul>
          {missing.map((step) => (
            <li key={step}>
              <a href={`${draftPath(locale, draft.id, step)}?check=1`}>{t(`steps.${step}`)}</a>
            </li>
          ))}
        </ul>
      </div>
    )
  }
  const isFee = terms?.fee.kind === 'due'
  return (
    <form method="post" action={`/api/v1/drafts/${draft.id}/submit`} className="stack">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="from" value={draftPath(locale, draft.id, 'preview')} />
      {view.photos.length === 0 ? (
        <p>
          {t('preview.noPhoto')} <a href={draftPath(locale, draft.id, 'photos')}>{t('steps.photos')}</a>
        </p>
      ) : null}
      <div className="post-actions">
        <button type="submit" className="button post-large">
          {t(draft.details.isEdit ? 'preview.submitEdit' : isFee ? 'preview.submitFee' : 'preview.submit')}
        </button>
      </div>
    </form>
  )
}

function pageOf({ ad, locale, now }: Readonly<{ ad: AdPage; locale: Locale; now: number }>): Markup {
  const t = translate(locale, 'posting')
  const facts = ad.facts.length > 0 ? section(t('preview.facts'), factsMarkup(ad.facts)) : null
  const text = html`<div class="ad-text">${ad.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}</div>`
  const side = html`<aside class="ad-side"><p class="${ad.price ? 'ad-money amount' : 'ad-money'}">${priceWords(
    ad,
    locale,
  )}</p>${contactPanel({ ad, locale, now, isForSale: true })}</aside>`
  return html`<article><header class="ad-head"><p class="code">${ad.category.label}</p><h3>${
    ad.title
  }</h3><p class="meta">${placeWords(ad.place)}</p></header><div class="ad-grid">${galleryMarkup({
    photos: ad.photos,
    locale,
  })}${side}<div class="ad-body">${facts}${section(t('preview.description'), text)}</div></div></article>`
}

function section(title: string, content: Markup): Markup {
  return html`<section class="ad-section"><h4>${title}</h4>${content}</section>`
}

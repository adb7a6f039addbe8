import type { AdPage } from '../../lib/ads/ads.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { contactPath, pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { html, type Markup } from '../../lib/text/markup.ts'
import { formatAgo, formatDate } from '../../lib/time/format-time.ts'
import { type IconName, iconMarkup } from '../ui/icon.tsx'
import { costWords, numberWords } from './ad-words.ts'

type Props = Readonly<{ ad: AdPage; locale: Locale; now: number; isForSale: boolean }>

/** What is sold, what it costs and what is known about it; never any part of the contact itself. */
export function contactPanel(props: Props): Markup {
  const { ad, locale } = props
  const t = translate(locale, 'ad')
  const kind = (isThere: boolean, icon: IconName, words: string) =>
    isThere ? html`<li>${iconMarkup(icon)}${words}</li>` : null
  return html`<section class="contact-panel" aria-labelledby="contact-title" data-ref="${
    ad.ref
  }"><div class="contact-about"><h2 id="contact-title" class="code">${t('contactOf')} <span>${numberWords(
    ad.ref,
    locale,
  )}</span></h2><ul class="contact-kinds">${kind(ad.hasPhone, 'phone', t('phone'))}${kind(
    ad.hasEmail,
    'mail',
    t('email'),
  )}</ul><ul class="contact-proofs">${proofsOf(props)}</ul></div>${stateOf(props)}</section>`
}

function proofsOf({ ad, locale, now, isForSale }: Props): readonly Markup[] {
  const t = translate(locale, 'ad')
  const phone = ad.phoneVerifiedAt
    ? [html`<li>${t('phoneVerified', { date: formatDate(ad.phoneVerifiedAt, locale) })}</li>`]
    : ad.hasPhone
      ? [html`<li>${t('phoneNotVerified')}</li>`]
      : []
  const tone = ad.freshness === 'old' ? html` class="text-warn"` : null
  return [
    ...phone,
    html`<li${tone}>${t('confirmed', { ago: formatAgo(ad.confirmedAt, { locale, now }) })}</li>`,
    ...(isForSale ? [html`<li>${t('unlocksThisWeek', { count: ad.unlocksThisWeek })}</li>`] : []),
  ]
}

function stateOf({ ad, locale, isForSale }: Props): Markup {
  const t = translate(locale, 'ad')
  if (isForSale && ad.reveal.kind !== 'unconfirmed') return offerOf(ad, locale)
  if (isForSale) return refusalOf({ title: t('unconfirmedTitle'), text: t('unconfirmedText'), locale })
  const isSold = ad.status === 'sold'
  const title = t(isSold ? 'soldTitle' : 'expiredTitle')
  return refusalOf({ title, text: t(isSold ? 'soldText' : 'expiredText'), locale })
}

/** Why the contact is not for sale, and the way to it for those who bought it before. */
function refusalOf({ title, text, locale }: Readonly<{ title: string; text: string; locale: Locale }>): Markup {
  const access = html`<a href="${pathTo(locale, 'my-access')}">${translate(locale, 'ad')('myAccess')}</a>`
  return html`<div class="contact-offer contact-offer-free"><p><strong>${title}</strong></p><p class="meta">${
    text
  }</p><p class="meta">${access}</p></div>`
}

function offerOf(ad: AdPage, locale: Locale): Markup {
  const t = translate(locale, 'ad')
  const button = contactButton(ad, locale)
  if (ad.reveal.kind !== 'paid') {
    return html`<div class="contact-offer contact-offer-free">${button}<p class="meta">${t('freeNote')}</p></div>`
  }
  const later = ad.freeFrom && html`<p class="meta">${t('freeFrom', { date: formatDate(ad.freeFrom, locale) })}</p>`
  return html`<div class="contact-offer">${button}<p class="meta">${t('once')}</p>${
    later
  }<p class="meta"><a href="${pathTo(locale, 'prices')}">${t('allMethods')}</a></p></div>`
}

/** The way to the contact, with what it costs. A link: the page it leads to lists the methods and their exact prices. */
export function contactButton(ad: AdPage, locale: Locale): Markup {
  const t = translate(locale, 'ad')
  const look = ad.reveal.kind === 'paid' ? 'button-access button-wide' : 'button-quiet button-wide button-apart'
  return html`<a class="button ${look}" href="${contactPath(locale, ad.ref)}" rel="nofollow"><span data-unlocked-label="${t(
    'seeAgain',
  )}">${t(ad.hasPhone ? 'seeNumber' : 'seeEmail')}</span><b class="amount">${costWords(ad, locale)}</b></a>`
}

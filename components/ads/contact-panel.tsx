import type { AdPage } from '../../lib/ads/ads.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { contactPath, pathTo } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatAgo, formatDate } from '../../lib/time/format-time.ts'
import { Icon } from '../ui/icon.tsx'
import { costWords, numberWords } from './ad-words.ts'

type Props = Readonly<{ ad: AdPage; locale: Locale; now: number; isForSale: boolean }>

/** What is sold, what it costs and what is known about it; never any part of the contact itself. */
export function ContactPanel({ ad, locale, now, isForSale }: Props) {
  const t = translate(locale, 'ad')
  return (
    <section className="contact-panel" aria-labelledby="contact-title" data-ref={ad.ref}>
      <div className="contact-about">
        <h2 id="contact-title" className="code">
          {t('contactOf')} <span>{numberWords(ad.ref, locale)}</span>
        </h2>
        <ul className="contact-kinds">
          {ad.hasPhone ? (
            <li>
              <Icon name="phone" />
              {t('phone')}
            </li>
          ) : null}
          {ad.hasEmail ? (
            <li>
              <Icon name="mail" />
              {t('email')}
            </li>
          ) : null}
        </ul>
        <ul className="contact-proofs">
          {ad.phoneVerifiedAt ? <li>{t('phoneVerified', { date: formatDate(ad.phoneVerifiedAt, locale) })}</li> : null}
          {ad.hasPhone && !ad.phoneVerifiedAt ? <li>{t('phoneNotVerified')}</li> : null}
          <li className={ad.freshness === 'old' ? 'text-warn' : undefined}>
            {t('confirmed', { ago: formatAgo(ad.confirmedAt, { locale, now }) })}
          </li>
          {isForSale ? <li>{t('unlocksThisWeek', { count: ad.unlocksThisWeek })}</li> : null}
        </ul>
      </div>
      <State ad={ad} locale={locale} isForSale={isForSale} />
    </section>
  )
}

function State({ ad, locale, isForSale }: Readonly<{ ad: AdPage; locale: Locale; isForSale: boolean }>) {
  if (!isForSale) return <Over ad={ad} locale={locale} />
  return ad.reveal.kind === 'unconfirmed' ? <Unconfirmed locale={locale} /> : <Offer ad={ad} locale={locale} />
}

function Unconfirmed({ locale }: Readonly<{ locale: Locale }>) {
  const t = translate(locale, 'ad')
  return (
    <div className="contact-offer contact-offer-free">
      <p>
        <strong>{t('unconfirmedTitle')}</strong>
      </p>
      <p className="meta">{t('unconfirmedText')}</p>
      <p className="meta">
        <a href={pathTo(locale, 'my-access')}>{t('myAccess')}</a>
      </p>
    </div>
  )
}

function Offer({ ad, locale }: Readonly<{ ad: AdPage; locale: Locale }>) {
  const t = translate(locale, 'ad')
  const isPaid = ad.reveal.kind === 'paid'
  return (
    <div className={isPaid ? 'contact-offer' : 'contact-offer contact-offer-free'}>
      <ContactButton ad={ad} locale={locale} />
      <p className="meta">{isPaid ? t('once') : t('freeNote')}</p>
      {isPaid && ad.freeFrom ? (
        <p className="meta">{t('freeFrom', { date: formatDate(ad.freeFrom, locale) })}</p>
      ) : null}
      {isPaid ? (
        <p className="meta">
          <a href={pathTo(locale, 'prices')}>{t('allMethods')}</a>
        </p>
      ) : null}
    </div>
  )
}

function Over({ ad, locale }: Readonly<{ ad: AdPage; locale: Locale }>) {
  const t = translate(locale, 'ad')
  return (
    <div className="contact-offer contact-offer-free">
      <p>
        <strong>{t(ad.status === 'sold' ? 'soldTitle' : 'expiredTitle')}</strong>
      </p>
      <p className="meta">{t(ad.status === 'sold' ? 'soldText' : 'expiredText')}</p>
      <p className="meta">
        <a href={pathTo(locale, 'my-access')}>{t('myAccess')}</a>
      </p>
    </div>
  )
}

/** The way to the contact, with what it costs. A link: the page it leads to lists the methods and their exact prices. */
export function ContactButton({ ad, locale }: Readonly<{ ad: AdPage; locale: Locale }>) {
  const t = translate(locale, 'ad')
  const isPaid = ad.reveal.kind === 'paid'
  return (
    <a
      className={isPaid ? 'button button-access button-wide' : 'button button-quiet button-wide button-apart'}
      href={contactPath(locale, ad.ref)}
      rel="nofollow"
    >
      <span data-unlocked-label={t('seeAgain')}>{t(ad.hasPhone ? 'seeNumber' : 'seeEmail')}</span>
      <b className="amount">{costWords(ad, locale)}</b>
    </a>
  )
}

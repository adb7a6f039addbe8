import type { AdForSale } from '../../lib/ads/sale-queries.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { Contact } from '../../lib/reveals/reveals.ts'
import { readTelephone, takesTexts } from '../../lib/telephony/telephone.ts'
import { formatDate } from '../../lib/time/format-time.ts'
import { spacedRef } from '../ads/ad-words.ts'
import { Icon } from '../ui/icon.tsx'
import { CopyButton } from './copy-button.tsx'
import { QrCode } from './qr-code.tsx'

type Props = Readonly<{ ad: AdForSale; contact: Contact; grantedAt: number; isNew: boolean; locale: Locale }>

/** The contact, for somebody who holds the right to it. */
export function OpenContact({ ad, contact, grantedAt, isNew, locale }: Props) {
  const t = translate(locale, 'checkout')
  return (
    <section className="open-contact" data-new={isNew ? '' : undefined} aria-labelledby="open-title">
      <div className="open-about">
        <h2 id="open-title" className="code">
          {t('open.title')} <span>{t('adNumber', { ref: spacedRef(ad.ref) })}</span>
        </h2>
        {contact.name ? <p className="open-name">{contact.name}</p> : null}
        {contact.phone ? <OpenPhone ad={ad} phone={contact.phone} locale={locale} /> : null}
        {contact.hours ? (
          <p className="open-hours">
            <Icon name="clock" />
            {contact.hours}
          </p>
        ) : null}
        {contact.email ? <OpenEmail email={contact.email} locale={locale} /> : null}
      </div>
      <p className="open-foot">
        <Icon name="check" />
        {t('open.since', { date: formatDate(grantedAt, locale) })}
      </p>
    </section>
  )
}

function OpenPhone({ ad, phone, locale }: Readonly<{ ad: AdForSale; phone: string; locale: Locale }>) {
  const t = translate(locale, 'checkout')
  const telephone = readTelephone(phone, ad.country)
  const dialled = telephone?.e164 ?? phone.replace(/[^\d+]/g, '')
  return (
    <>
      <p className="open-number">
        <a href={`tel:${dialled}`}>{telephone?.shown ?? phone}</a>
      </p>
      <div className="open-actions no-print">
        <a className="button" href={`tel:${dialled}`}>
          <Icon name="phone" />
          {t('open.call')}
        </a>
        {takesTexts(dialled) ? (
          <a className="button button-quiet" href={`sms:${dialled}`}>
            {t('open.text')}
          </a>
        ) : null}
        <CopyButton text={dialled} label={t('open.copyNumber')} copied={translate(locale, 'common')('copied')} />
        <a className="button-bare" href={`/api/v1/contacts/${ad.ref}/card.vcf`}>
          {t('open.card')}
        </a>
      </div>
      <details className="open-scan no-print">
        <summary>{t('open.scan')}</summary>
        <p className="meta">{t('open.scanHint')}</p>
        <QrCode text={`tel:${dialled}`} label={t('open.qrPhone')} />
      </details>
    </>
  )
}

function OpenEmail({ email, locale }: Readonly<{ email: string; locale: Locale }>) {
  const t = translate(locale, 'checkout')
  return (
    <p className="open-email">
      <Icon name="mail" />
      <a href={`mailto:${email}`}>{email}</a>
      <CopyButton text={email} label={t('open.copyEmail')} copied={translate(locale, 'common')('copied')} />
    </p>
  )
}

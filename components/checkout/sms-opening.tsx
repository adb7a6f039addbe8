import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { Money } from '../../lib/money/money.ts'
import type { ChargeOpening } from '../../lib/providers/provider.ts'
import { CopyButton } from './copy-button.tsx'
import { PremiumNumber } from './premium-number.tsx'
import { QrCode } from './qr-code.tsx'

type Props = Readonly<{
  opening: Extract<ChargeOpening, { kind: 'send_sms' }>
  price: Money
  isDemo: boolean
  locale: Locale
}>

/** What to send and where, large; on a telephone the message is one touch away, beside a computer it is a code to scan. */
export function SmsOpening({ opening, price, isDemo, locale }: Props) {
  const t = translate(locale, 'checkout')
  const { shortCode, text } = opening
  return (
    <div className="sms">
      <p className="say">
        {t('pay.sendWord')} <strong className="say-code">{text}</strong>
        <CopyButton text={text} label={t('pay.copyText')} copied={translate(locale, 'common')('copied')} />
      </p>
      <p>
        <PremiumNumber kind="text" number={shortCode} price={price} locale={locale} />
      </p>
      <a className="button by-touch" href={`sms:${shortCode}?&body=${encodeURIComponent(text)}`}>
        {t('pay.openSms')}
      </a>
      <div className="by-mouse sms-scan">
        <p className="meta">{t('pay.qrSmsHint')}</p>
        <QrCode text={`SMSTO:${shortCode}:${text}`} label={t('pay.qrSms')} />
      </div>
      {isDemo ? (
        <a
          className="demo-link"
          href={`/simulator?app=messages&to=${encodeURIComponent(shortCode)}&text=${encodeURIComponent(text)}`}
          target="_blank"
          rel="noreferrer"
        >
          {t('pay.demoMessages')}
        </a>
      ) : null}
    </div>
  )
}

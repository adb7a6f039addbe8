import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { QrCode } from '../checkout/qr-code.tsx'

type Props = Readonly<{ locale: Locale; bolt11: string; sats: number }>

/** A Lightning request as an invoice's page shows it: to be scanned, to be copied, and in its own money. */
export function LightningRequest({ locale, bolt11, sats }: Props) {
  const t = translate(locale, 'simulator')
  return (
    <div className="lightning-request">
      <QrCode text={`lightning:${bolt11}`} label={t('lightningScan')} />
      <p className="meta">{t('lightningAmount', { sats: new Intl.NumberFormat(locale).format(sats) })}</p>
      <p className="code">{bolt11}</p>
    </div>
  )
}

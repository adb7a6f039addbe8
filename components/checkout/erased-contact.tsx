import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { spacedRef } from '../ads/ad-words.ts'

/** In the place of a contact whose advertiser asked to be forgotten. */
export function ErasedContact({ adRef, isPaid, locale }: Readonly<{ adRef: string; isPaid: boolean; locale: Locale }>) {
  const t = translate(locale, 'checkout')
  return (
    <section className="open-contact" aria-labelledby="open-title">
      <div className="open-about">
        <h2 id="open-title" className="code">
          {t('open.title')} <span>{t('adNumber', { ref: spacedRef(adRef) })}</span>
        </h2>
        <p>{t('open.erased')}</p>
        {isPaid ? <p>{t('open.erasedRefund')}</p> : null}
      </div>
    </section>
  )
}

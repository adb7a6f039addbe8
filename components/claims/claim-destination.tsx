import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'

/** Where the money goes, should it go back. */
export function ClaimDestination({ locale }: Readonly<{ locale: Locale }>) {
  const t = translate(locale, 'claims')
  return (
    <fieldset className="choice">
      <legend>{t('form.destination')}</legend>
      <label className="choice-line">
        <input type="radio" name="destination" value="wallet" defaultChecked />
        <span>{t('form.wallet')}</span>
      </label>
      <label className="choice-line">
        <input type="radio" name="destination" value="provider" />
        <span>
          {t('form.provider')} <span className="meta">{t('form.provider_note')}</span>
        </span>
      </label>
    </fieldset>
  )
}

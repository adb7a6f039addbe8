import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { countryName } from './checkout-words.ts'

type Props = Readonly<{
  action: string
  country: string
  countries: readonly string[]
  /** Further values of the address to keep. */
  keep?: Readonly<Record<string, string>>
  locale: Locale
}>

/** Where the payer's telephone or card is from: a plain GET form. */
export function CountryForm({ action, country, countries, keep = {}, locale }: Props) {
  const t = translate(locale, 'checkout')
  return (
    <form className="country" method="get" action={action}>
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="field">
        <label htmlFor="country">{t('countryField')}</label>
        <select id="country" name="country" className="input" defaultValue={country}>
          {countries.map((code) => (
            <option key={code} value={code}>
              {countryName(code, locale)}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="button button-quiet">
        {t('countryApply')}
      </button>
      <p className="meta">{t('countryNote')}</p>
    </form>
  )
}

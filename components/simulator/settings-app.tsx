import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { Handset, Trouble } from '../../lib/simulator/handset.ts'
import { Field } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { troubleWords } from './trouble-words.ts'

type Props = Readonly<{
  locale: Locale
  handset: Handset
  number: string
  troubles: readonly Trouble[]
  magicNumbers: readonly Readonly<{ number: string; trouble: Trouble | 'none' }>[]
  isSaved: boolean
  isWrongNumber: boolean
}>

/** What goes wrong for this telephone, and which telephone it is. */
export function SettingsApp(props: Props) {
  const { locale, handset, troubles, isSaved } = props
  const t = translate(locale, 'simulator')
  return (
    <>
      {isSaved ? (
        <Notice tone="ok" role="status">
          <p>{t('settingsSaved')}</p>
        </Notice>
      ) : null}
      <form method="post" action="/simulator/api/handset" className="phone-form">
        <fieldset className="field">
          <legend>{t('settingsTroubles')}</legend>
          {troubles.map((trouble) => (
            <label key={trouble} className="check">
              <input
                type="checkbox"
                name={`trouble_${trouble}`}
                value="on"
                defaultChecked={handset.troubles.includes(trouble)}
              />
              {t(troubleWords[trouble])}
            </label>
          ))}
        </fieldset>
        <Field name="creditMinor" label={t('settingsCredit')} inputMode="numeric" defaultValue={handset.creditMinor} />
        <Field name="delayMinutes" label={t('settingsDelay')} inputMode="numeric" defaultValue={handset.delayMinutes} />
        <button type="submit" className="button">
          {t('settingsSave')}
        </button>
      </form>
      <NumberForms {...props} />
      <form method="post" action="/simulator/api/handset">
        <button type="submit" name="action" value="reset" className="button-bare">
          {t('settingsReset')}
        </button>
      </form>
    </>
  )
}

function NumberForms({ locale, number, magicNumbers, isWrongNumber }: Props) {
  const t = translate(locale, 'simulator')
  return (
    <>
      <form method="post" action="/simulator/api/handset" className="phone-form">
        <Field
          name="number"
          label={t('settingsNumber')}
          hint={t('settingsNumberHint')}
          error={isWrongNumber ? t('wrongNumber') : undefined}
          inputMode="tel"
          defaultValue={number}
          autoComplete="off"
        />
        <button type="submit" name="action" value="use" className="button button-quiet">
          {t('settingsUse')}
        </button>
      </form>
      <h2>{t('settingsMagic')}</h2>
      <ul className="phone-list">
        {magicNumbers.map((magic) => (
          <li key={magic.number}>
            <form method="post" action="/simulator/api/handset">
              <input type="hidden" name="number" value={magic.number} />
              <button type="submit" name="action" value="use">
                <strong className="num">{magic.number}</strong>
                <span>{t(troubleWords[magic.trouble])}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </>
  )
}

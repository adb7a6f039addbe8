import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatMoney } from '../../lib/money/format-money.ts'
import { eur } from '../../lib/money/money.ts'
import type { CallView } from '../../lib/simulator/call-view.ts'
import { Field } from '../ui/field.tsx'
import { Keypad } from './keypad.tsx'

type Props = Readonly<{
  locale: Locale
  number: string
  premiumNumbers: readonly Readonly<{ number: string; minor: number }>[]
  recent: readonly CallView[]
}>

/** The dialler. */
export function CallApp({ locale, number, premiumNumbers, recent }: Props) {
  const t = translate(locale, 'simulator')
  return (
    <>
      <form method="post" action="/simulator/api/calls" className="phone-form">
        <Field
          name="number"
          label={t('dialLabel')}
          inputMode="tel"
          required
          defaultValue={number}
          autoComplete="off"
          className="phone-number"
        />
        <Keypad label={t('keypad')} erase={t('eraseDigit')} target="number" />
        <button type="submit" className="button button-wide">
          {t('call')}
        </button>
      </form>
      <ul className="phone-list">
        {premiumNumbers.map((premium) => (
          <li key={premium.number}>
            <a href={`/simulator?app=phone&number=${encodeURIComponent(premium.number)}`}>
              <strong className="num sva">{spaced(premium.number)}</strong>
              <span>{t('premiumPrice', { price: formatMoney(eur(premium.minor), locale) })}</span>
            </a>
          </li>
        ))}
      </ul>
      <h2>{t('recentCalls')}</h2>
      {recent.length === 0 ? <p className="meta">{t('noCalls')}</p> : <Recent recent={recent} />}
    </>
  )
}

function Recent({ recent }: Readonly<{ recent: readonly CallView[] }>) {
  return (
    <ul className="phone-list">
      {recent.map((call) => (
        <li key={call.id}>
          <a href={`/simulator?app=phone&call=${call.id}`}>
            <strong className="num">{spaced(call.number)}</strong>
            <span>{call.cost}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** As a premium number is printed: `0899 00 01 50`. */
export function spaced(number: string): string {
  return number.replace(/^(\d{4})(\d{2})(\d{2})(\d{2})$/, '$1 $2 $3 $4')
}

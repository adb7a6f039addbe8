import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatMoney } from '../../lib/money/format-money.ts'
import { eur } from '../../lib/money/money.ts'
import type { PrepaidCard, TestCard } from '../../lib/simulator/test-cards.ts'
import { outcomeWords } from './trouble-words.ts'

type Props = Readonly<{ locale: Locale; cards: readonly TestCard[]; prepaid: readonly PrepaidCard[] }>

/** The cards in the demonstration's wallet. */
export function CardsApp({ locale, cards, prepaid }: Props) {
  const t = translate(locale, 'simulator')
  return (
    <>
      <p className="meta">{t('cardsIntro')}</p>
      <h2>{t('prepaidTitle')}</h2>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('prepaidCode')}</th>
            <th scope="col" className="num">
              {t('prepaidLeft')}
            </th>
          </tr>
        </thead>
        <tbody>
          {prepaid.map((card) => (
            <tr key={card.code}>
              <td className="code">{card.code}</td>
              <td className="num">{formatMoney(eur(card.balanceMinor), locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{t('cardsTitle')}</h2>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('cardNumber')}</th>
            <th scope="col">{t('cardOutcome')}</th>
          </tr>
        </thead>
        <tbody>
          {cards.map((card) => (
            <tr key={card.number}>
              <td className="code">{card.number}</td>
              <td>{t(outcomeWords[card.outcome])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

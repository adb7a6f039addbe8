import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatMoney } from '../../lib/money/format-money.ts'
import { eur } from '../../lib/money/money.ts'
import type { CardSeller, PrepaidCard, TestCard } from '../../lib/simulator/test-cards.ts'
import { outcomeWords } from './trouble-words.ts'

type Props = Readonly<{
  locale: Locale
  cards: readonly TestCard[]
  sellers: readonly CardSeller[]
  prepaid: readonly PrepaidCard[]
}>

/** The cards in the demonstration's wallet. */
export function CardsApp({ locale, cards, sellers, prepaid }: Props) {
  const t = translate(locale, 'simulator')
  return (
    <>
      <p className="meta">{t('cardsIntro')}</p>
      {sellers.map((seller) => (
        <section key={seller} className="phone-form">
          <h2>{t(titles[seller])}</h2>
          <PrepaidTable locale={locale} cards={prepaid.filter((card) => card.seller === seller)} />
        </section>
      ))}
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
              <td>{t(cardWords[card.outcome])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const cardWords = {
  ...outcomeWords,
  asks_again: 'outcomeAsksAgain',
  refused_later: 'outcomeRefusedLater',
} as const satisfies Record<TestCard['outcome'], string>

const titles = {
  sim_prepaid: 'prepaidTitle',
  paysafecard: 'paysafecardTitle',
  neosurf: 'neosurfTitle',
} as const satisfies Record<CardSeller, string>

/** Codes, what is left on each, and what happens where that is not the usual. */
function PrepaidTable({ locale, cards }: Readonly<{ locale: Locale; cards: readonly PrepaidCard[] }>) {
  const t = translate(locale, 'simulator')
  return (
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
        {cards.map((card) => (
          <tr key={card.code}>
            <td>
              <span className="code">{card.code}</span>
              {card.trouble ? <span className="meta card-trouble">{t(outcomeWords[card.trouble])}</span> : null}
            </td>
            <td className="num">{formatMoney(eur(card.balanceMinor), locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

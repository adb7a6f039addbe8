import { translate } from '../../lib/i18n/translator.ts'
import { AccountForm } from './account-form.tsx'
import type { SecurityPart } from './security-sections.tsx'

export type CardLine = Readonly<{ id: string; label: string; added: string; until: string | undefined }>

/** The cards the member had kept to pay in one gesture, and the way to have each forgotten. */
export function CardsSection({ cards, ...part }: SecurityPart & Readonly<{ cards: readonly CardLine[] }>) {
  const t = translate(part.locale, 'account')
  return (
    <section aria-labelledby="cards">
      <h2 id="cards">{t('security.cards')}</h2>
      <p>{t('security.cardsText')}</p>
      {cards.length === 0 ? <p className="meta">{t('security.cardsNone')}</p> : null}
      <ul className="account-rows">
        {cards.map(({ id, label, added, until }) => (
          <li key={id}>
            <span>
              <b>{label}</b>{' '}
              <span className="meta">
                {t('security.cardAdded', { date: added })}
                {until === undefined ? '' : `, ${t('security.cardUntil', { date: until })}`}
              </span>
            </span>
            <AccountForm id="card-forget" action="/api/v1/account/cards/forget" {...part} hidden={{ card: id }}>
              <button type="submit" className="button-bare" aria-label={t('security.cardForgetLabel', { card: label })}>
                {t('security.cardForget')}
              </button>
            </AccountForm>
          </li>
        ))}
      </ul>
    </section>
  )
}

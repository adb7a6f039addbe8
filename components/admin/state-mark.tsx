import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { ChargeState, PurchaseState, SettlementNote } from '../../lib/money/rails.ts'

type State = ChargeState | PurchaseState
const shapes: Readonly<Record<State, 'ok' | 'open' | 'over' | 'bad'>> = {
  settled: 'ok',
  paid: 'ok',
  pending: 'open',
  created: 'open',
  awaiting_payer: 'open',
  authorized: 'open',
  expired: 'over',
  cancelled: 'over',
  failed: 'bad',
}

/** A state in words, with a shape and a colour beside them. */
export function StateMark({
  state,
  note,
  locale,
}: Readonly<{ state: State; note: SettlementNote | null; locale: Locale }>) {
  const t = translate(locale, 'admin')
  return (
    <span className={`mark mark-${shapes[state]}`}>
      {t(`state.${state}`)}
      {note ? <span className="mark-note">{t(`note.${note}`)}</span> : null}
    </span>
  )
}

import type { RuleState } from '../../lib/catalogue/price-matrix.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { formatMoney } from '../../lib/money/format-money.ts'
import type { PriceRule } from '../../lib/pricing/price-rules.ts'
import { formatDate } from '../../lib/time/format-time.ts'
import { PanelForm } from './form-kit.tsx'

export type ShownRule = Readonly<{ rule: PriceRule; state: RuleState; category: string | undefined; by: string }>

const marks = {
  coming: 'mark mark-open',
  in_force: 'mark mark-ok',
  applying: 'mark mark-open',
  ended: 'mark mark-over',
  cancelled: 'mark mark-over',
} as const satisfies Record<RuleState, string>

/** Every price that was set, newest first, with the button that puts back what held before. */
export function PriceRules({
  rules,
  locale,
  canChange,
}: Readonly<{ rules: readonly ShownRule[]; locale: Locale; canChange: boolean }>) {
  const t = translate(locale, 'pricing')
  if (rules.length === 0) return <p className="meta">{t('rulesNone')}</p>
  return (
    <div className="scroll-x">
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col">{t('rule')}</th>
            <th scope="col">{t('scope')}</th>
            <th scope="col">{t('period')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col">{t('by')}</th>
            {canChange ? <th scope="col">{t('change')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rules.map((shown) => (
            <RuleRow key={shown.rule.id} shown={shown} locale={locale} canChange={canChange} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function RuleRow({ shown, locale, canChange }: Readonly<{ shown: ShownRule; locale: Locale; canChange: boolean }>) {
  const t = translate(locale, 'pricing')
  const { rule, state, category, by } = shown
  const price = formatMoney({ minor: rule.priceMinor, currency: rule.currency }, locale)
  const what = `${t(`kind.${rule.kind}`)} ${price}`
  const isOpen = state === 'coming' || state === 'in_force' || state === 'applying'
  return (
    <tr>
      <th scope="row">{what}</th>
      <td>{scopeText(rule, category, locale)}</td>
      <td>{periodText(rule, locale)}</td>
      <td>
        <span className={marks[state]}>{t(`states.${state}`)}</span>
      </td>
      <td>{by}</td>
      {canChange ? (
        <td>
          {isOpen && rule.createdBy !== 'system' ? (
            <PanelForm
              action={`/api/v1/admin/prices/${rule.id}/undo`}
              from="/admin/pricing"
              form="undo"
              className="row-actions"
            >
              <button type="submit" className="button button-quiet button-small" aria-label={t('undoOf', { what })}>
                {state === 'coming' ? t('cancelRule') : t('undo')}
              </button>
            </PanelForm>
          ) : null}
        </td>
      ) : null}
    </tr>
  )
}

function scopeText(rule: PriceRule, category: string | undefined, locale: Locale): string {
  const t = translate(locale, 'pricing')
  const country = rule.country === null ? [] : [new Intl.DisplayNames([locale], { type: 'region' }).of(rule.country)]
  const rail = rule.rail === null ? [] : [translate(locale, 'texts')(rule.rail)]
  return [category ?? t('all'), ...country, ...rail].join(' · ')
}

function periodText({ validFrom, validUntil }: PriceRule, locale: Locale): string {
  const t = translate(locale, 'pricing')
  if (validFrom === 0)
    return validUntil === null ? t('always') : t('fromTo', { from: '…', to: formatDate(validUntil, locale) })
  const from = formatDate(validFrom, locale)
  return validUntil === null ? t('fromOn', { from }) : t('fromTo', { from, to: formatDate(validUntil, locale) })
}

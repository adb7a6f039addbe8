import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { SwitchPreview } from '../../lib/reports/compare-queries.ts'
import { PanelForm } from './form-kit.tsx'

type Props = Readonly<{
  preview: SwitchPreview
  /** Methods are ordered by what they leave: positions then only decide between equals. */
  isByNet: boolean
  back: string
  locale: Locale
}>

/** Who is concerned by putting an account first, and the button that does it. */
export function SwitchForm({ preview, isByNet, back, locale }: Props) {
  const t = translate(locale, 'compare')
  const { id, label, rail, state, diverted, others } = preview
  const open = others.reduce((sum, other) => sum + other.open, 0)
  return (
    <section className="panel-section" aria-labelledby="switch">
      <header>
        <h2 id="switch">{t('previewTitle', { label })}</h2>
      </header>
      <PanelForm action={`/api/v1/admin/providers/${encodeURIComponent(id)}/first`} from={back} form="first">
        <ul className="warnings span">
          <li>
            {others.length === 0
              ? t('previewAlone', { rail: translate(locale, 'admin')(`rail.${rail}`) })
              : t('previewBefore', { others: others.map((other) => other.label).join(', ') })}
          </li>
          <li>{t('previewDiverted', { count: diverted })}</li>
          <li>{t('previewOpen', { count: open })}</li>
          {state === 'paused' ? <li>{t('previewActivates')}</li> : null}
          {isByNet ? <li>{t('previewByNet')}</li> : null}
        </ul>
        <p className="form-actions">
          <button type="submit" className="button">
            {t('confirm')}
          </button>
          <a href={back}>{t('leave')}</a>
        </p>
      </PanelForm>
    </section>
  )
}

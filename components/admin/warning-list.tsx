import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { Warning } from '../../lib/reports/warnings.ts'
import { Notice } from '../ui/notice.tsx'

const leads: Readonly<Partial<Record<Warning['kind'], string>>> = {
  suspense: '/admin/books/suspense%3Aunmatched',
  sweeper_late: '/admin/purchases?state=pending',
  unsealed: '/admin/books',
  no_provider: '/admin/providers',
  provider_failing: '/admin/providers',
  refused_callbacks: '/admin/providers',
}

export function WarningList({ warnings, locale }: Readonly<{ warnings: readonly Warning[]; locale: Locale }>) {
  if (warnings.length === 0) return null
  return (
    <Notice tone="warn">
      <h2>{translate(locale, 'admin')('warning.title')}</h2>
      <ul className="warnings">
        {warnings.map((warning) => {
          const text = textOf(warning, locale)
          const href = leads[warning.kind]
          return <li key={text}>{href ? <a href={href}>{text}</a> : text}</li>
        })}
      </ul>
    </Notice>
  )
}

function textOf(warning: Warning, locale: Locale): string {
  const t = translate(locale, 'admin')
  switch (warning.kind) {
    case 'provider_failing':
      return t('warning.provider_failing', { label: warning.label, count: warning.failed })
    case 'sweeper_late':
      return t('warning.sweeper_late', { minutes: warning.minutes })
    case 'mail_given_up':
      return t('warning.mail_given_up', { count: warning.count })
    case 'refused_callbacks':
      return t('warning.refused_callbacks', { count: warning.count })
    default:
      return t(`warning.${warning.kind}`)
  }
}

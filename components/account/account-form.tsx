import type { ReactNode } from 'react'
import type { Flash } from '../../lib/http/flash.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { Notice } from '../ui/notice.tsx'
import { ProblemSummary } from '../ui/problem-summary.tsx'
import { accountProblems } from './account-problems.ts'

type Props = Readonly<{
  /** Names the form on its page, and ends the ids of its fields. */
  id: string
  action: string
  locale: Locale
  /** The page's own path: a refused form comes back to it. */
  from: string
  next?: string | undefined
  flash: Flash | undefined
  /** More fields nobody sees. */
  hidden?: Readonly<Record<string, string>>
  className?: string
  children: ReactNode
}>

/** A plain form about an account, with what was wrong at its top when it came back. */
export function AccountForm({ id, action, locale, from, next, flash, hidden = {}, className, children }: Props) {
  const fields = { locale, from, form: id, ...(next && next !== '/' ? { next } : {}), ...hidden }
  return (
    <form method="post" action={action} className={className ?? 'inline-form'}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ProblemSummary
        id={id}
        title={translate(locale, 'common')('thereIsAProblem')}
        problems={accountProblems(flash, { form: id, locale })}
      />
      {flash?.code === 'confirmed' && flash.values['form'] === id ? (
        <Notice tone="ok" role="status">
          <p>{translate(locale, 'account')('confirm.confirmed')}</p>
        </Notice>
      ) : null}
      {children}
    </form>
  )
}

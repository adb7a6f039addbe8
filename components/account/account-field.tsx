import type { InputHTMLAttributes } from 'react'
import type { Flash } from '../../lib/http/flash.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { FormField } from '../checkout/form-field.tsx'
import { accountProblems } from './account-problems.ts'

type Props = Readonly<{
  form: string
  name: string
  label: string
  hint?: string
  flash: Flash | undefined
  locale: Locale
}> &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id' | 'form'>

/** A field of an {@link AccountForm}: what was typed comes back, secrets never do. */
export function AccountField({ form, flash, locale, defaultValue, ...field }: Props) {
  const typed = flash?.values['form'] === form ? flash.values[field.name] : undefined
  const problems = accountProblems(flash, { form, locale })
  return <FormField form={form} problems={problems} defaultValue={typed ?? defaultValue} required {...field} />
}

type Kind = Readonly<{ form: string; flash: Flash | undefined; locale: Locale }>

export function EmailField({ label, ...kind }: Kind & Readonly<{ label?: string }>) {
  const t = translate(kind.locale, 'account')
  return (
    <AccountField
      {...kind}
      name="email"
      label={label ?? t('email')}
      type="email"
      autoComplete="username"
      maxLength={254}
    />
  )
}

/** Pasting is welcome; `new` shows what a password must be. */
export function PasswordField({ isNew = false, ...kind }: Kind & Readonly<{ isNew?: boolean }>) {
  const t = translate(kind.locale, 'account')
  return (
    <AccountField
      {...kind}
      name="password"
      label={isNew ? t('newPassword') : t('password')}
      type="password"
      autoComplete={isNew ? 'new-password' : 'current-password'}
      {...(isNew ? { hint: t('passwordHint'), minLength: 12 } : {})}
    />
  )
}

/** A code from a mail or an app; telephones offer it when it arrives. */
export function CodeField({
  label,
  name = 'code',
  hint,
  ...kind
}: Kind & Readonly<{ label?: string; name?: string; hint?: string }>) {
  return (
    <AccountField
      {...kind}
      name={name}
      label={label ?? translate(kind.locale, 'account')('code')}
      {...(hint === undefined ? { inputMode: 'numeric' as const } : { hint })}
      className="code-input"
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={40}
    />
  )
}

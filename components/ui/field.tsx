import type { InputHTMLAttributes } from 'react'

type Props = Readonly<
  { name: string; label: string; hint?: string | undefined; error?: string | undefined } & Omit<
    InputHTMLAttributes<HTMLInputElement>,
    'name' | 'id'
  >
>

/** A labelled input with its hint and its problem tied to it. The id is the name: one form a page. */
export function Field({ name, label, hint, error, className, ...input }: Props) {
  const described = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {hint ? (
        <p className="field-hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="field-error" id={`${name}-error`}>
          {error}
        </p>
      ) : null}
      <input
        {...input}
        id={name}
        name={name}
        className={className ? `input ${className}` : 'input'}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
      />
    </div>
  )
}

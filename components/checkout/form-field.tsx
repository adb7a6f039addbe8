import type { InputHTMLAttributes } from 'react'
import type { FormProblem } from './form-words.ts'

type Props = Readonly<{
  /** Ends the id, so that several forms of a page may ask for the same thing. */
  form: string
  name: string
  label: string
  hint?: string | undefined
  problems?: readonly FormProblem[] | undefined
}> &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id' | 'form'>

/** A labelled input with its hint and its problem tied to it, on a page with several forms. */
export function FormField({ form, name, label, hint, problems = [], className, ...input }: Props) {
  const id = `${name}-${form}`
  const error = problems.find((problem) => problem.field === name)?.message
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      <input
        {...input}
        id={id}
        name={name}
        className={className ? `input ${className}` : 'input'}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
      />
    </div>
  )
}

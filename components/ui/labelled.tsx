import type { ReactNode } from 'react'

export type Described = Readonly<{ 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }>

type Props = Readonly<{
  id: string
  label: ReactNode
  hint?: string | null | undefined
  error?: string | undefined
  children: (described: Described) => ReactNode
}>

/** A labelled control with its hint and its problem tied to it. */
export function Labelled({ id, label, hint, error, children }: Props) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <HintAndError id={id} hint={hint} error={error} />
      {children(describedBy({ id, hint, error }))}
    </div>
  )
}

/** The same for several controls that answer one question. */
export function LabelledGroup({ id, label, hint, error, children }: Props) {
  const { 'aria-describedby': described } = describedBy({ id, hint, error })
  return (
    <fieldset className="field post-group" aria-describedby={described}>
      <legend>{label}</legend>
      <HintAndError id={id} hint={hint} error={error} />
      {children(describedBy({ id, hint, error }))}
    </fieldset>
  )
}

function HintAndError({ id, hint, error }: Pick<Props, 'id' | 'hint' | 'error'>) {
  return (
    <>
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
    </>
  )
}

function describedBy({ id, hint, error }: Pick<Props, 'id' | 'hint' | 'error'>): Described {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return { 'aria-describedby': ids === '' ? undefined : ids, 'aria-invalid': error ? true : undefined }
}

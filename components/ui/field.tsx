import type { InputHTMLAttributes } from 'react'
import { Labelled } from './labelled.tsx'

type Props = Readonly<
  {
    name: string
    /** The name, unless several forms of a page ask for the same thing. */
    id?: string
    label: string
    hint?: string | undefined
    error?: string | undefined
  } & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id'>
>

/** A labelled input with its hint and its problem tied to it. */
export function Field({ name, id = name, label, hint, error, className, ...input }: Props) {
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      {(described) => (
        <input {...input} {...described} id={id} name={name} className={className ? `input ${className}` : 'input'} />
      )}
    </Labelled>
  )
}

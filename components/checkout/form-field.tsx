import type { ComponentProps } from 'react'
import { Field } from '../ui/field.tsx'
import type { FormProblem } from './form-words.ts'

type Props = Readonly<{
  /** Ends the id, so that several forms of a page may ask for the same thing. */
  form: string
  problems?: readonly FormProblem[] | undefined
}> &
  Omit<ComponentProps<typeof Field>, 'id' | 'form' | 'error'>

/** A {@link Field} on a page with several forms, with what is wrong with it among all problems of its form. */
export function FormField({ form, problems = [], ...field }: Props) {
  const error = problems.find((problem) => problem.field === field.name)?.message
  return <Field {...field} id={`${field.name}-${form}`} error={error} />
}

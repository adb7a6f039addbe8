import type { ReactNode } from 'react'
import type { Flash } from '../../lib/http/flash.ts'
import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import { Notice } from '../ui/notice.tsx'
import { ProblemSummary } from '../ui/problem-summary.tsx'

const codes = [
  'required',
  'out_of_range',
  'unknown',
  'differs',
  'too_early',
  'too_small',
  'too_big',
  'invalid_format',
  'invalid_type',
  'invalid_value',
  'invalid',
  'taken',
  'in_use',
  'own_child',
  'law',
  'contrast',
  'placeholders',
  'syntax',
  'unsafe',
  'weak',
  'too_short',
  'common',
  'conflict',
  'not_found',
  'forbidden',
  'rate_limited',
  'reauthenticate',
  'type_again',
  'other',
] as const

/** What a form of the panel was sent with and why it came back; empty for a form that is shown for the first time. */
export type FormState = Readonly<{
  locale: Locale
  /** What was typed, before what is kept. */
  values: Readonly<Record<string, string>>
  problems: ReadonlyMap<string, string>
  /** Why it was refused as a whole. */
  refusal: string | undefined
  /** Its sender has just proved who she is, and sends it again. */
  isConfirmed: boolean
}>

/** @param form Which of the page's forms it is: its hidden field `form`. A form that was not sent has nothing to say. */
export function formState(
  flash: Flash | undefined,
  { locale, form }: Readonly<{ locale: Locale; form: string }>,
): FormState {
  if (!flash || (flash.values['form'] ?? '') !== form) {
    return { locale, values: {}, problems: new Map(), refusal: undefined, isConfirmed: false }
  }
  const t = translate(locale, 'forms')
  const isConfirmed = flash.code === 'confirmed'
  const words = (code: string) => t(`problem.${codes.find((known) => known === code) ?? 'other'}`)
  return {
    locale,
    values: flash.values,
    problems: new Map(flash.fields.map(({ field, code }) => [field, words(code)])),
    refusal: flash.fields.length === 0 && !isConfirmed ? words(flash.code) : undefined,
    isConfirmed,
  }
}

/** What is wrong with the form, at its top. */
export function FormProblems({
  state,
  labels,
}: Readonly<{ state: FormState; labels: Readonly<Record<string, string>> }>) {
  const title = translate(state.locale, 'common')('thereIsAProblem')
  if (state.refusal) {
    return (
      <Notice tone="bad" role="alert">
        <p>{state.refusal}</p>
      </Notice>
    )
  }
  if (state.isConfirmed && state.problems.size === 0) {
    return (
      <Notice tone="ok" role="status">
        <p>{translate(state.locale, 'account')('confirm.confirmed')}</p>
      </Notice>
    )
  }
  const problems = [...state.problems].map(([field, message]) => ({
    field,
    message: labels[field] ? `${labels[field]} : ${message}` : message,
  }))
  return <ProblemSummary title={title} problems={problems} />
}

type Common = Readonly<{
  state: FormState
  name: string
  label: string
  hint?: string | undefined
  /** What is kept, shown unless something else was typed. */
  value?: string | number | null | undefined
  className?: string | undefined
}>

function Labelled({
  state,
  name,
  label,
  hint,
  className,
  children,
}: Omit<Common, 'value'> & Readonly<{ children: ReactNode }>) {
  const problem = state.problems.get(name)
  return (
    <div className={className ? `field ${className}` : 'field'}>
      <label htmlFor={name}>{label}</label>
      {hint ? (
        <p className="field-hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p className="field-error" id={`${name}-error`}>
          {problem}
        </p>
      ) : null}
      {children}
    </div>
  )
}

function tied({ state, name, hint }: Common) {
  const hasProblem = state.problems.has(name)
  const described = [hint ? `${name}-hint` : '', hasProblem ? `${name}-error` : ''].filter(Boolean).join(' ')
  return {
    id: name,
    name,
    'aria-describedby': described || undefined,
    'aria-invalid': hasProblem ? true : undefined,
  } as const
}

const shownValue = ({ state, name, value }: Common) => state.values[name] ?? String(value ?? '')

type InputProps = Common &
  Readonly<{
    type?: 'text' | 'number' | 'date' | 'datetime-local' | 'email' | 'password' | 'url' | 'color' | 'range'
    required?: boolean
    maxLength?: number
    min?: number
    max?: number
    step?: number
    placeholder?: string
    inputMode?: 'decimal' | 'numeric'
    autoComplete?: string
    list?: string
    lang?: string
    spellCheck?: boolean
  }>

export function TextInput({ state, name, label, hint, value, className, ...input }: InputProps) {
  const common = { state, name, label, hint, value }
  return (
    <Labelled {...common} className={className}>
      <input {...input} {...tied(common)} className="input" defaultValue={shownValue(common)} />
    </Labelled>
  )
}

type AreaProps = Common &
  Readonly<{ rows?: number; maxLength?: number; lang?: string; isCode?: boolean; required?: boolean }>

export function TextArea({ state, name, label, hint, value, className, isCode, ...area }: AreaProps) {
  const common = { state, name, label, hint, value }
  return (
    <Labelled {...common} className={className}>
      <textarea
        {...area}
        {...tied(common)}
        className={isCode ? 'input input-area code' : 'input input-area'}
        spellCheck={isCode ? false : undefined}
        defaultValue={shownValue(common)}
      />
    </Labelled>
  )
}

type ChoiceProps = Common & Readonly<{ options: readonly (readonly [value: string, label: string])[] }>

export function Choice({ state, name, label, hint, value, className, options }: ChoiceProps) {
  const common = { state, name, label, hint, value }
  return (
    <Labelled {...common} className={className}>
      <select {...tied(common)} className="input" defaultValue={shownValue(common)}>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

/** A box to tick. Unticked boxes are not sent, so a form that came back without it was unticked. */
export function Tick({ state, name, label, hint, isTicked }: Omit<Common, 'value'> & Readonly<{ isTicked: boolean }>) {
  const wasSent = Object.keys(state.values).length > 0
  return (
    <div className="field">
      <label className="check" htmlFor={name}>
        <input
          type="checkbox"
          id={name}
          name={name}
          value="on"
          defaultChecked={wasSent ? state.values[name] === 'on' : isTicked}
          aria-describedby={hint ? `${name}-hint` : undefined}
        />
        {label}
      </label>
      {hint ? (
        <p className="field-hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}

/** A form of the panel: posts, and comes back to `from` with what was typed when it is refused. */
export function PanelForm({
  action,
  from,
  form,
  className = 'panel-form',
  children,
}: Readonly<{ action: string; from: string; form: string; className?: string; children: ReactNode }>) {
  return (
    <form method="post" action={action} className={className} noValidate>
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="form" value={form} />
      {children}
    </form>
  )
}

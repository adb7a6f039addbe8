import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { SetupStep } from '../../lib/setup/setup.ts'
import type { StepState } from '../../lib/setup/setup-state.ts'
import { Choice, FormProblems, type FormState, PanelForm, TextInput } from './form-kit.tsx'

const marks = { done: 'mark mark-ok', skipped: 'mark mark-over', open: 'mark mark-open' } as const
const trees = ['vehicles', 'instruments', 'empty'] as const

type ListProps = Readonly<{ states: Readonly<Record<SetupStep, StepState>>; current: SetupStep; locale: Locale }>

/** Every step with how far it came; each can be opened at any time. */
export function SetupStepList({ states, current, locale }: ListProps) {
  const t = translate(locale, 'setup')
  return (
    <ol className="setup-steps">
      {(Object.keys(states) as SetupStep[]).map((step) => (
        <li key={step}>
          <a href={`/admin/setup?step=${step}`} aria-current={step === current ? 'step' : undefined}>
            {t(`steps.${step}`)}
          </a>{' '}
          <span className={marks[states[step]]}>{t(`states.${states[step]}`)}</span>
        </li>
      ))}
    </ol>
  )
}

/** Goes on without doing the step. */
export function SetupLater({
  step,
  isDone,
  locale,
}: Readonly<{ step: SetupStep | 'all'; isDone: boolean; locale: Locale }>) {
  const t = translate(locale, 'setup')
  return (
    <PanelForm action="/api/v1/admin/setup/step" from="/admin/setup" form="step" className="form-actions">
      <input type="hidden" name="step" value={step} />
      <button type="submit" className="button button-quiet">
        {t(step === 'all' ? 'finish' : isDone ? 'nextStep' : 'later')}
      </button>
    </PanelForm>
  )
}

/** Chooses the first categories and what a contact costs in them. */
export function SetupTree({
  state,
  hasTree,
  locale,
}: Readonly<{ state: FormState; hasTree: boolean; locale: Locale }>) {
  const t = translate(locale, 'setup')
  if (hasTree) {
    return (
      <p>
        {t('treeThere')} <a href="/admin/categories">{t('categoriesLink')}</a>
      </p>
    )
  }
  return (
    <PanelForm action="/api/v1/admin/setup/categories" from="/admin/setup?step=categories" form="tree">
      <FormProblems state={state} labels={{ price: t('firstPrice') }} />
      <Choice
        state={state}
        name="tree"
        label={t('tree')}
        hint={t('treeHint')}
        options={trees.map((tree) => [tree, t(`trees.${tree}`)])}
      />
      <TextInput state={state} name="price" label={t('firstPrice')} value="1,50" inputMode="decimal" required />
      <p className="form-actions">
        <button type="submit" className="button">
          {t('plant')}
        </button>
      </p>
    </PanelForm>
  )
}

/** One price for a contact everywhere. */
export function SetupPrice({
  state,
  hasTree,
  locale,
}: Readonly<{ state: FormState; hasTree: boolean; locale: Locale }>) {
  const t = translate(locale, 'setup')
  if (!hasTree) return <p>{t('priceNone')}</p>
  return (
    <>
      <p>
        {t('priceText')} <a href="/admin/pricing">{t('pricesLink')}</a>
      </p>
      <PanelForm action="/api/v1/admin/setup/price" from="/admin/setup?step=prices" form="price">
        <FormProblems state={state} labels={{ price: t('firstPrice') }} />
        <TextInput state={state} name="price" label={t('firstPrice')} value="1,50" inputMode="decimal" required />
        <p className="form-actions">
          <button type="submit" className="button">
            {t('setPrice')}
          </button>
        </p>
      </PanelForm>
    </>
  )
}

/** Sends a message to whoever sets the site up. */
export function SetupMail({
  email,
  hasServer,
  locale,
}: Readonly<{ email: string; hasServer: boolean; locale: Locale }>) {
  const t = translate(locale, 'setup')
  if (!hasServer) return <p className="notice notice-warn">{t('mailNone')}</p>
  return (
    <PanelForm action="/api/v1/admin/setup/mail" from="/admin/setup?step=mail" form="mail" className="form-actions">
      <p>{t('mailText', { email })}</p>
      <button type="submit" className="button">
        {t('mailSend')}
      </button>
    </PanelForm>
  )
}

import type { ReactNode } from 'react'
import type { Locale } from '../../lib/i18n/locales.ts'
import { draftPath } from '../../lib/i18n/paths.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { DraftTasks } from '../../lib/posting/draft-view-queries.ts'
import type { DraftStep } from '../../lib/posting/drafts.ts'
import '../../app/styles/posting.css'

type Props = Readonly<{
  draftId: string
  /** The reference of the ad that is changed; absent for a new one. */
  editedRef?: string | undefined
  step: DraftStep
  tasks: DraftTasks
  locale: Locale
  isWide?: boolean
  children: ReactNode
}>

/** The frame of every step: where one stands, what is missing, the way to every other step. */
export function DraftFrame({ draftId, editedRef, step, tasks, locale, isWide = false, children }: Props) {
  const t = translate(locale, 'posting')
  return (
    <div className={isWide ? 'page posting' : 'page page-narrow posting'}>
      <p className="code">{editedRef === undefined ? t('title') : t('editTitle', { ref: editedRef })}</p>
      <StepList draftId={draftId} step={step} tasks={tasks} locale={locale} isEdit={editedRef !== undefined} />
      {children}
    </div>
  )
}

const shown = ['category', 'details', 'photos', 'contact', 'preview'] as const

function StepList({
  draftId,
  step,
  tasks,
  locale,
  isEdit,
}: Pick<Props, 'draftId' | 'step' | 'tasks' | 'locale'> & Readonly<{ isEdit: boolean }>) {
  const t = translate(locale, 'posting')
  const isOver = step === 'pay' || step === 'done'
  return (
    <nav aria-label={t('steps.label')} className="post-steps">
      <ol>
        {shown.map((name) => {
          const state = name === 'preview' ? undefined : tasks[name]
          const inner = (
            <>
              <span className="post-step-name">{t(`steps.${name}`)}</span>
              {state ? <span className={`post-step-state post-step-${state}`}>{t(`state.${state}`)}</span> : null}
            </>
          )
          const isLocked = isOver || (isEdit && name === 'category')
          return (
            <li key={name} aria-current={name === step ? 'step' : undefined}>
              {isLocked ? <span className="post-step">{inner}</span> : null}
              {isLocked ? null : (
                <a className="post-step" href={draftPath(locale, draftId, name)}>
                  {inner}
                </a>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

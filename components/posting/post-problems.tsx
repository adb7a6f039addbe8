import type { Locale } from '../../lib/i18n/locales.ts'
import { translate } from '../../lib/i18n/translator.ts'
import type { PostProblem } from './problem-words.ts'

/** What is wrong on a step, at its top, focused when the page opens; each line leads to its field. */
export function PostProblems({ problems, locale }: Readonly<{ problems: readonly PostProblem[]; locale: Locale }>) {
  if (problems.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: the page was drawn again because of what stands here.
    <div className="notice notice-bad post-problems" role="alert" tabIndex={-1} autoFocus>
      <h2>{translate(locale, 'posting')('problem.summary')}</h2>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={field + message}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

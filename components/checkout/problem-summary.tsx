import type { FormProblem } from './form-words.ts'

/** What was wrong with a form, at the top of it, focused when the page opens; each line leads to its field. */
export function ProblemSummary({
  id,
  title,
  problems,
}: Readonly<{ id: string; title: string; problems: readonly FormProblem[] }>) {
  if (problems.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: the page was drawn again because of what stands here.
    <div className="notice notice-bad problem-summary" role="alert" tabIndex={-1} autoFocus>
      <h2>{title}</h2>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={field + message}>{field === '' ? message : <a href={`#${field}-${id}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  )
}

type Props = Readonly<{
  /** What the ids of the form's fields end in, `email-<id>`; without it a field's name is its id. */
  id?: string
  title: string
  /** `field` is empty when it is the whole form. */
  problems: readonly Readonly<{ field: string; message: string }>[]
}>

/** What is wrong with a form, at its top, focused when the page opens; each line leads to its field. */
export function ProblemSummary({ id, title, problems }: Props) {
  if (problems.length === 0) return null
  const ending = id === undefined ? '' : `-${id}`
  return (
    // biome-ignore lint/a11y/noAutofocus: the page was drawn again because of what stands here.
    <div className="notice notice-bad problem-summary" role="alert" tabIndex={-1} autoFocus>
      <h2>{title}</h2>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={field + message}>{field === '' ? message : <a href={`#${field}${ending}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  )
}

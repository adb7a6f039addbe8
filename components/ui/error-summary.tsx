/** What is wrong with a form, at its top, each line leading to its field. */
export function ErrorSummary({
  title,
  problems,
}: Readonly<{ title: string; problems: readonly Readonly<{ field: string; message: string }>[] }>) {
  if (problems.length === 0) return null
  return (
    <div className="notice notice-bad" role="alert">
      <h2>{title}</h2>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={field}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

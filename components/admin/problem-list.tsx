/** What went wrong with a form of the panel. */
export function ProblemList({ problems }: Readonly<{ problems: readonly string[] }>) {
  if (problems.length === 0) return null
  return (
    <ul className="notice notice-bad" role="alert">
      {problems.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  )
}

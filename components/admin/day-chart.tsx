export type ChartDay = Readonly<{ day: string; label: string; value: number; before: number }>

type Words = Readonly<{ title: string; now: string; before: string; day: string; details: string }>

const [width, height, foot, left] = [720, 200, 22, 44] as const

/**
 * Days as bars and the same number of days before as a dashed line, drawn on the server; the figures stand beneath as a
 * table. Its title says what it shows.
 */
export function DayChart({
  days,
  words,
  shown,
  hrefOf,
}: Readonly<{
  days: readonly ChartDay[]
  words: Words
  shown: (value: number) => string
  hrefOf: (day: string) => string
}>) {
  const most = Math.max(1, ...days.flatMap(({ value, before }) => [value, before]))
  const step = (width - left) / Math.max(1, days.length)
  const top = (value: number) => 10 + (height - foot - 10) * (1 - value / most)
  const line = days.map(({ before }, at) => `${(left + (at + 0.5) * step).toFixed(1)},${top(before).toFixed(1)}`)
  const every = Math.ceil(days.length / 8)
  return (
    <figure>
      <figcaption className="meta">{words.title}</figcaption>
      <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words.title}>
        <line className="axis" x1={left} x2={width} y1={height - foot} y2={height - foot} />
        <text x={left - 6} y={16} textAnchor="end">
          {shown(most)}
        </text>
        {days.map(({ day, value }, at) => (
          <rect
            key={day}
            className="bar"
            x={left + at * step + step * 0.18}
            width={step * 0.64}
            y={top(value)}
            height={height - foot - top(value)}
          />
        ))}
        <polyline className="line" points={line.join(' ')} />
        {days.map(({ day, label }, at) =>
          at % every === 0 ? (
            <text key={day} x={left + (at + 0.5) * step} y={height - 6} textAnchor="middle">
              {label}
            </text>
          ) : null,
        )}
      </svg>
      <details>
        <summary>{words.details}</summary>
        <div className="scroll-x">
          <table className="sheet sheet-dense">
            <thead>
              <tr>
                <th scope="col">{words.day}</th>
                <th scope="col" className="num">
                  {words.now}
                </th>
                <th scope="col" className="num">
                  {words.before}
                </th>
              </tr>
            </thead>
            <tbody>
              {days.map(({ day, value, before }) => (
                <tr key={day}>
                  <th scope="row">
                    <a href={hrefOf(day)}>{day}</a>
                  </th>
                  <td className="num">{shown(value)}</td>
                  <td className="num">{shown(before)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}

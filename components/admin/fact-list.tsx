import { Fragment, type ReactNode } from 'react'

/** A name and its value; a value that is false or null is left out with its name. */
export type Fact = readonly [string, ReactNode]

export function FactList({ facts }: Readonly<{ facts: readonly Fact[] }>) {
  return (
    <dl className="facts-list">
      {facts
        .filter(([, value]) => value !== false && value !== null && value !== undefined && value !== '')
        .map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  )
}

import type { AdFact } from '../../lib/ads/ads.ts'

/** The typed details of an ad, in the order of its category. */
export function Facts({ facts }: Readonly<{ facts: readonly AdFact[] }>) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.key}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}

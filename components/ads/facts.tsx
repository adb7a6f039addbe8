import type { AdFact } from '../../lib/ads/ads.ts'
import { withRoom } from './ad-words.ts'

/** The typed details of an ad, in the order of its category. */
export function Facts({ facts }: Readonly<{ facts: readonly AdFact[] }>) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.key}>
          <dt>{fact.label}</dt>
          <dd>{withRoom(fact.value)}</dd>
        </div>
      ))}
    </dl>
  )
}

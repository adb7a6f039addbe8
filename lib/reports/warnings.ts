import { hour, type Millis, minute } from '../time/time.ts'

/** Something staff should look at; each has a sentence and leads somewhere. */
export type Warning = Readonly<
  | { kind: 'suspense' }
  | { kind: 'unsealed' }
  | { kind: 'sweeper_late'; minutes: number }
  | { kind: 'no_provider' }
  | { kind: 'provider_failing'; label: string; failed: number }
  | { kind: 'mail_given_up'; count: number }
  | { kind: 'no_mail_server' }
  | { kind: 'no_publisher' }
  | { kind: 'refused_callbacks'; count: number }
>

export type WarningFacts = Readonly<{
  now: Millis
  isDemo: boolean
  hasMailServer: boolean
  mailsGivenUp: number
  publisherName: string
  suspenseLines: number
  oldestUnsealedAt: Millis | undefined
  refusedCallbacks: number
  /** How long a charge has waited to be asked about. */
  sweeperLagMs: Millis
  providers: readonly Readonly<{ label: string; state: 'active' | 'paused'; paid: number; failed: number }>[]
}>

const fewRefused = 20
const tolerableLagMs = 10 * minute
const fewFailures = 5

/** The worst first. */
export function warningsOf(facts: WarningFacts): readonly Warning[] {
  const { now, providers, oldestUnsealedAt } = facts
  const failing = providers.filter(({ paid, failed }) => failed >= fewFailures && failed > paid)
  const found: readonly (Warning | false)[] = [
    !providers.some(({ state }) => state === 'active') && { kind: 'no_provider' },
    facts.sweeperLagMs > tolerableLagMs && {
      kind: 'sweeper_late',
      minutes: Math.round(facts.sweeperLagMs / minute),
    },
    facts.suspenseLines > 0 && { kind: 'suspense' },
    oldestUnsealedAt !== undefined && now - oldestUnsealedAt > hour && { kind: 'unsealed' },
    ...failing.map(({ label, failed }) => ({ kind: 'provider_failing', label, failed }) as const),
    facts.refusedCallbacks > fewRefused && { kind: 'refused_callbacks', count: facts.refusedCallbacks },
    facts.mailsGivenUp > 0 && { kind: 'mail_given_up', count: facts.mailsGivenUp },
    !facts.isDemo && !facts.hasMailServer && { kind: 'no_mail_server' },
    facts.publisherName === '' && { kind: 'no_publisher' },
  ]
  return found.filter((warning) => warning !== false)
}

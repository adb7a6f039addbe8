import { currencies, isCurrency } from '../money/money.ts'
import { readTerms } from '../providers/terms.ts'
import { day, type Millis } from '../time/time.ts'
import type { Proposal } from './compare-queries.ts'
import { dayText, type Period, readDay, startOfDay } from './periods.ts'

export const comparedDays = [7, 30, 90] as const

/** What the address of the comparison asks for. */
export type CompareRequest = Readonly<{
  /** One of the usual lengths, unless both days were typed. */
  days: (typeof comparedDays)[number] | undefined
  /** First and last day, both included. */
  from: string
  to: string
  period: Period
  /** Terms as typed, shown again. */
  typed: Readonly<{ commission: string; fixed: string; delay: string; countries: string; currency: string }>
  isTaxTheirs: boolean
  proposal: Proposal | undefined
  /** Fields of the proposal that cannot be read. */
  problems: readonly string[]
}>

/** Reads the address; whatever cannot be understood falls back to the last thirty days and no proposal. */
export function readCompareRequest(
  query: (name: string) => string | undefined,
  { now, proposedLabel }: Readonly<{ now: Millis; proposedLabel: string }>,
): CompareRequest {
  const text = (name: string) => (query(name) ?? '').trim().slice(0, 200)
  const typed = {
    commission: text('commission'),
    fixed: text('fixed'),
    delay: text('delay'),
    countries: text('countries').toUpperCase(),
    currency: isCurrency(text('currency')) ? text('currency') : currencies[0],
  }
  const isTaxTheirs = text('tax') === 'theirs'
  return { ...readPeriod(text, now), typed, isTaxTheirs, ...readProposal(typed, { isTaxTheirs, label: proposedLabel }) }
}

function readPeriod(
  text: (name: string) => string,
  now: Millis,
): Pick<CompareRequest, 'days' | 'from' | 'to' | 'period'> {
  const today = dayText(now)
  const typedFrom = readDay(text('from'))
  const typedTo = readDay(text('to'))
  const preset = comparedDays.find((count) => String(count) === text('days'))
  if (preset === undefined && typedFrom && typedTo && typedFrom <= typedTo)
    return between(typedFrom, typedTo, undefined)
  const days = preset ?? 30
  return between(dayText(now - (days - 1) * day), today, days)
}

function between(from: string, to: string, days: CompareRequest['days']) {
  // Noon of the last day and a day later is in the next one, also when the clocks change.
  const next = dayText(startOfDay(to) + 1.5 * day)
  return { days, from, to, period: { from: startOfDay(from), to: startOfDay(next) } }
}

function readProposal(
  typed: CompareRequest['typed'],
  { isTaxTheirs, label }: Readonly<{ isTaxTheirs: boolean; label: string }>,
): Pick<CompareRequest, 'proposal' | 'problems'> {
  if (typed.commission === '' && typed.fixed === '') return { proposal: undefined, problems: [] }
  const currency = isCurrency(typed.currency) ? typed.currency : currencies[0]
  const { value, problems } = readTerms({ ...typed, commission: typed.commission || '0' }, currency)
  const countries = typed.countries.split(/[\s,;]+/).filter((code) => code !== '')
  const faults = problems.map(({ field }) => field)
  if (!countries.every((code) => /^[A-Z]{2}$/.test(code))) faults.push('countries')
  if (faults.length > 0) return { proposal: undefined, problems: faults }
  const { payoutDelayDays, ...terms } = value
  return {
    proposal: {
      label,
      currency,
      terms,
      payoutDelayDays,
      providerOwesVat: isTaxTheirs,
      countries: countries.length === 0 ? 'any' : countries,
    },
    problems: [],
  }
}

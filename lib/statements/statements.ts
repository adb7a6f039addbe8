import type { KeptLine, OurCharge, Variance } from './statement-types.ts'

/** A line of a statement with the charge of ours it speaks of, if one was found. */
export type MatchedLine = Readonly<{
  line: KeptLine
  charge: OurCharge | undefined
  variance: FoundVariance | undefined
}>
/** How a line differs from our books, and why as far as figures can tell. */
export type FoundVariance = Readonly<{ grossMinor: number; commissionMinor: number; reason: Variance }>

export type Piles = Readonly<{
  /** Lines that speak of a charge of ours, alike or explained. */
  matched: readonly MatchedLine[]
  /** Charges of ours of that month that the provider does not list. */
  missingThere: readonly OurCharge[]
  /** Lines that speak of nothing we know, or once more of a payment that another line has. */
  missingHere: readonly KeptLine[]
  /** Those of them that speak of nothing we know. */
  unnamed: readonly KeptLine[]
}>

/**
 * Sorts a statement against our charges of its month.
 *
 * @param charges Our paid charges of the month, and those the lines name from other months.
 * @param month `2026-11`; only charges of that month can be missing at the provider.
 */
export function sortPiles(
  lines: readonly KeptLine[],
  charges: readonly OurCharge[],
  { month, vatBp }: Readonly<{ month: string; vatBp: number }>,
): Piles {
  const byName = new Map<string, OurCharge>()
  for (const charge of charges) {
    byName.set(charge.correlator, charge)
    if (charge.reference !== null) byName.set(charge.reference, charge)
  }
  const named = lines.map((line) => ({ line, charge: byName.get(line.reference) }))
  const paidBy = new Map<string, string>()
  const takenBack = new Map<string, number>()
  for (const { line, charge } of named) {
    if (!charge) continue
    if (line.kind === 'payment') paidBy.set(charge.id, paidBy.get(charge.id) ?? line.id)
    else takenBack.set(charge.id, (takenBack.get(charge.id) ?? 0) - line.grossMinor)
  }
  const isAgain = (line: KeptLine, charge: OurCharge) => line.kind === 'payment' && paidBy.get(charge.id) !== line.id
  const sorted = named.map(({ line, charge }) => ({
    line,
    charge: charge && isAgain(line, charge) ? undefined : charge,
  }))
  const told = (charge: OurCharge) => ({ month, vatBp, statedBackMinor: takenBack.get(charge.id) ?? 0 })
  const seen = new Set(named.flatMap(({ charge }) => charge?.id ?? []))
  return {
    matched: sorted
      .filter(({ line, charge }) => charge !== undefined || line.kind === 'fee')
      .map(({ line, charge }) => ({ line, charge, variance: charge && varianceOf(line, charge, told(charge)) })),
    missingThere: charges.filter((charge) => charge.month === month && !seen.has(charge.id)),
    missingHere: sorted
      .filter(({ line, charge }) => charge === undefined && line.kind !== 'fee')
      .map(({ line }) => line),
    unnamed: named.filter(({ line, charge }) => charge === undefined && line.kind !== 'fee').map(({ line }) => line),
  }
}

/**
 * How a line differs from our books: nothing when it says what we have. The reason is the first that accounts for the
 * figures: money taken back that we know of, another month, the tax left out, another commission, or a cent of rounding.
 *
 * @param to.statedBackMinor What all lines of the statement together say was taken back of the charge.
 */
export function varianceOf(
  line: KeptLine,
  charge: OurCharge,
  to: Readonly<{ month: string; vatBp: number; statedBackMinor: number }>,
): FoundVariance | undefined {
  const { month, vatBp, statedBackMinor } = to
  const isPayment = line.kind === 'payment'
  const grossMinor = isPayment ? line.grossMinor - charge.paidMinor : charge.takenBackMinor - statedBackMinor
  const commissionMinor = line.commissionMinor - (isPayment ? charge.commissionMinor : 0)
  if (grossMinor === 0 && commissionMinor === 0 && charge.month === month) return undefined
  const reason = (): Variance => {
    // What is missing of it may stand in another month; what we never heard of was never booked.
    if (!isPayment) return grossMinor < 0 ? 'other' : 'clawback'
    if (grossMinor === 0 && commissionMinor === 0) return 'late'
    if (Math.abs(grossMinor) <= 1 && Math.abs(commissionMinor) <= 1) return 'rounding'
    const withoutVat = Math.round((charge.paidMinor * 10_000) / (10_000 + vatBp))
    if (line.grossMinor !== charge.paidMinor && Math.abs(line.grossMinor - withoutVat) <= 1) return 'vat'
    if (grossMinor === 0) return 'commission_tier'
    return 'other'
  }
  return { grossMinor, commissionMinor, reason: reason() }
}

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
  /** Lines that speak of nothing we know. */
  missingHere: readonly KeptLine[]
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
  const seen = new Set(named.flatMap(({ charge }) => charge?.id ?? []))
  return {
    matched: named
      .filter(({ line, charge }) => charge !== undefined || line.kind === 'fee')
      .map(({ line, charge }) => ({ line, charge, variance: charge && varianceOf(line, charge, { month, vatBp }) })),
    missingThere: charges.filter((charge) => charge.month === month && !seen.has(charge.id)),
    missingHere: named
      .filter(({ line, charge }) => charge === undefined && line.kind !== 'fee')
      .map(({ line }) => line),
  }
}

/**
 * How a line differs from our books: nothing when it says what we have. The reason is the first that accounts for the
 * figures: money taken back, another month, the tax left out, another commission, or a cent of rounding.
 */
export function varianceOf(
  line: KeptLine,
  charge: OurCharge,
  { month, vatBp }: Readonly<{ month: string; vatBp: number }>,
): FoundVariance | undefined {
  const ours =
    line.kind === 'payment'
      ? { gross: charge.paidMinor, commission: charge.commissionMinor }
      : { gross: -charge.takenBackMinor, commission: 0 }
  const grossMinor = line.grossMinor - ours.gross
  const commissionMinor = line.commissionMinor - ours.commission
  if (grossMinor === 0 && commissionMinor === 0 && charge.month === month) return undefined
  const reason = (): Variance => {
    if (line.kind !== 'payment') return 'clawback'
    if (grossMinor === 0 && commissionMinor === 0) return 'late'
    if (Math.abs(grossMinor) <= 1 && Math.abs(commissionMinor) <= 1) return 'rounding'
    const withoutVat = Math.round((charge.paidMinor * 10_000) / (10_000 + vatBp))
    if (line.grossMinor !== charge.paidMinor && Math.abs(line.grossMinor - withoutVat) <= 1) return 'vat'
    if (grossMinor === 0) return 'commission_tier'
    return 'other'
  }
  return { grossMinor, commissionMinor, reason: reason() }
}

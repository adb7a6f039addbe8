import type { Chance } from './random.ts'

export const days = 90
export const railWeights = {
  premium_sms: 30,
  premium_call: 14,
  carrier_billing: 18,
  prepaid_card: 8,
  card: 16,
  wallet: 14,
} as const
export type SeedRail = keyof typeof railWeights

/** Monday to Sunday: a hobby of evenings and week-ends. */
export const weekdayVisits = [9, 8, 9, 10, 12, 20, 18]
/** The mobile bill did not work for two days: a hole to be seen in the figures. */
export const outage = { rail: 'carrier_billing', from: 41, to: 43 } as const

/** What can happen to a payment that waits for a person and a telephone, in hundredths. */
export const fates = {
  paid: 74,
  abandoned: 11,
  declined: 6,
  late: 3,
  twice: 2,
  short: 1,
  refunded: 2,
  reversed: 1,
} as const

/** One name by chance, each as often as its weight says. */
export function weighted<Name extends string>(random: Chance, weights: Readonly<Record<Name, number>>): Name {
  const names = Object.keys(weights) as Name[]
  let left = random.next() * names.reduce((sum, name) => sum + weights[name], 0)
  for (const name of names) {
    left -= weights[name]
    if (left < 0) return name
  }
  return random.pick(names)
}

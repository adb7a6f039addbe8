import { day, hour } from '../time/time.ts'

export const withdrawalOutcomes = ['refunded', 'right_waived', 'too_late', 'already_refunded', 'review'] as const
export type WithdrawalOutcome = (typeof withdrawalOutcomes)[number]
/** Which sentence says what follows; finer than the outcome. */
export type WithdrawalAnswer =
  | 'refunded_provider'
  | 'refunded_wallet'
  | 'top_up_provider'
  | 'top_up_review'
  | 'top_up_spent'
  | 'waived'
  | 'too_late'
  | 'already_refunded'
  | 'review'

export type WithdrawalFacts = Readonly<{
  kind: 'reveal' | 'top_up' | 'other'
  settledAt: number
  now: number
  /** The payer asked for immediate access and gave up the right. */
  isWaived: boolean
  wasShown: boolean
  /** What may still go back: the price of a contact, or the unspent part of a top-up. */
  leftMinor: number
  /** Something of it went back already, to the payer or to the bank. */
  wentBack: boolean
  /** The provider that was paid can give it back. */
  canProviderRefund: boolean
}>

/**
 * What a withdrawal comes to, by law and by what our books say. The right to withdraw from a contact is given up by
 * asking for immediate access, but only once it was shown: until then nothing was delivered.
 */
export function decideWithdrawal(
  facts: WithdrawalFacts,
): Readonly<{ outcome: WithdrawalOutcome; answer: WithdrawalAnswer }> {
  const { kind, leftMinor, wentBack } = facts
  if (leftMinor === 0 && wentBack) return { outcome: 'already_refunded', answer: 'already_refunded' }
  if (facts.now >= withdrawalDeadline(facts.settledAt)) return { outcome: 'too_late', answer: 'too_late' }
  if (kind === 'other') return { outcome: 'review', answer: 'review' }
  if (kind === 'top_up') {
    if (leftMinor === 0) return { outcome: 'right_waived', answer: 'top_up_spent' }
    return facts.canProviderRefund
      ? { outcome: 'refunded', answer: 'top_up_provider' }
      : { outcome: 'review', answer: 'top_up_review' }
  }
  if (facts.wasShown && facts.isWaived) return { outcome: 'right_waived', answer: 'waived' }
  return { outcome: 'refunded', answer: facts.canProviderRefund ? 'refunded_provider' : 'refunded_wallet' }
}

const withdrawalDays = 14

/**
 * The moment from which it is too late: the end of the fourteenth day after that of the contract, in France; a Saturday,
 * a Sunday or a public holiday moves it to the end of the next working day (Regulation 1182/71, article 3).
 */
export function withdrawalDeadline(contractAt: number): number {
  let last = dayOf(contractAt) + withdrawalDays * day
  while (isRestDay(last)) last += day
  return midnightOf(last + day)
}

const parisDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', dateStyle: 'short' })
const parisHour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', hourCycle: 'h23' })

/** A calendar day in France, as its midnight in UTC. */
function dayOf(at: number): number {
  return Date.parse(`${parisDay.format(at)}T00:00:00Z`)
}

/** When a calendar day begins in France, one or two hours before it does in UTC. */
function midnightOf(calendarDay: number): number {
  const summer = calendarDay - 2 * hour
  return parisHour.format(summer) === '00' ? summer : summer + hour
}

const fixedHolidays = new Set(['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'])

function isRestDay(calendarDay: number): boolean {
  const date = new Date(calendarDay)
  const weekday = date.getUTCDay()
  if (weekday === 0 || weekday === 6 || fixedHolidays.has(date.toISOString().slice(5, 10))) return true
  const easter = easterOf(date.getUTCFullYear())
  return [1, 39, 50].some((after) => easter + after * day === calendarDay)
}

/** Easter Sunday by the anonymous Gregorian computus. */
function easterOf(year: number): number {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const ofCentury = year % 100
  const epact =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const sum = epact + weekday - 7 * correction + 114
  return Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1)
}

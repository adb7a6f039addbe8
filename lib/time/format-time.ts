import { day, type Millis } from './time.ts'

/** Times are shown as a clock in France does, wherever the server stands. */
const timeZone = 'Europe/Paris'
const formatters = new Map<string, Intl.DateTimeFormat>()
const relatives = new Map<string, Intl.RelativeTimeFormat>()

function tagOf(locale: string): string {
  return locale === 'en' ? 'en-GB' : 'fr-FR'
}

function formatter(locale: string, shape: keyof typeof shapes): Intl.DateTimeFormat {
  const key = `${locale} ${shape}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(tagOf(locale), { ...shapes[shape], timeZone })
  formatters.set(key, made)
  return made
}

const shapes = {
  clock: { hour: '2-digit', minute: '2-digit' },
  day: { day: 'numeric', month: 'short' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  sortable: { year: 'numeric', month: '2-digit', day: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** `12 novembre 2026`. */
export function formatDate(at: Millis, locale: string): string {
  return formatter(locale, 'date').format(at)
}

/** `novembre 2026`. */
export function formatMonth(at: Millis, locale: string): string {
  return formatter(locale, 'month').format(at)
}

/** `aujourd’hui, 08:12`, `hier, 19:40`, `20 nov.`, or the whole date once it is a year away. */
export function formatMoment(at: Millis, { locale, now }: Readonly<{ locale: string; now: Millis }>): string {
  const days = daysBetween(at, now)
  if (days <= 1) return `${relative(locale).format(-days, 'day')}, ${formatter(locale, 'clock').format(at)}`
  return formatter(locale, days < 300 ? 'day' : 'date').format(at)
}

/** `aujourd’hui`, `hier`, `il y a 5 jours`, `il y a 3 mois`. */
export function formatAgo(at: Millis, { locale, now }: Readonly<{ locale: string; now: Millis }>): string {
  const days = daysBetween(at, now)
  if (days < 30) return relative(locale).format(-days, 'day')
  if (days < 365) return relative(locale).format(-Math.floor(days / 30), 'month')
  return relative(locale).format(-Math.floor(days / 365), 'year')
}

function relative(locale: string): Intl.RelativeTimeFormat {
  const known = relatives.get(locale)
  if (known) return known
  const made = new Intl.RelativeTimeFormat(tagOf(locale), { numeric: 'auto' })
  relatives.set(locale, made)
  return made
}

/** Calendar days in France from one moment to a later one; never negative. */
function daysBetween(at: Millis, now: Millis): number {
  return Math.max(0, Math.round((midnightOf(now) - midnightOf(at)) / day))
}

const quarterHour = 900_000
const midnights = new Map<number, number>()

/** A number for the calendar day of a moment. A day begins on a quarter of an hour wherever one lives. */
function midnightOf(moment: Millis): number {
  const quarter = Math.floor(moment / quarterHour)
  const known = midnights.get(quarter)
  if (known !== undefined) return known
  if (midnights.size >= 10_000) midnights.clear()
  const midnight = Date.parse(formatter('en', 'sortable').format(moment).split('/').reverse().join('-'))
  midnights.set(quarter, midnight)
  return midnight
}

import type { Locale } from '../../lib/i18n/locales.ts'
import { formatMoney } from '../../lib/money/format-money.ts'
import { type Currency, money } from '../../lib/money/money.ts'
import { isoTime, type Millis } from '../../lib/time/time.ts'

const styles = {
  full: { dateStyle: 'medium', timeStyle: 'short' },
  short: { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' },
} as const
const formats = new Map<string, Intl.DateTimeFormat>()

export function timeText(at: Millis, locale: Locale, style: keyof typeof styles = 'short'): string {
  const key = `${locale} ${style}`
  const known = formats.get(key)
  if (known) return known.format(at)
  const language = locale === 'en' ? 'en-GB' : 'fr-FR'
  const made = new Intl.DateTimeFormat(language, { ...styles[style], timeZone: 'Europe/Paris' })
  formats.set(key, made)
  return made.format(at)
}

export function Time({ at, locale }: Readonly<{ at: Millis; locale: Locale }>) {
  return <time dateTime={isoTime(at)}>{timeText(at, locale)}</time>
}

export function moneyText(minor: number, currency: Currency, locale: Locale): string {
  return formatMoney(money(minor, currency), locale)
}

/** An amount for a column: figures of one width, except the point, which this face would set as wide as a figure. */
export function Amount({ minor, currency, locale }: Readonly<{ minor: number; currency: Currency; locale: Locale }>) {
  const text = moneyText(minor, currency, locale)
  const [, whole, point, rest] = /^(.*\d)([.,])(\d\d(?!\d).*)$/.exec(text) ?? []
  if (whole === undefined) return text
  return (
    <>
      {whole}
      <span className="point">{point}</span>
      {rest}
    </>
  )
}

/** How much more or less than before, in whole percent; undefined where there was nothing before. */
export function changeText(current: number, previous: number, locale: Locale): string | undefined {
  if (previous === 0) return undefined
  const share = (current - previous) / Math.abs(previous)
  const style = { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' } as const
  return new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'fr-FR', style).format(share)
}

export function percentText(basisPoints: number, locale: Locale): string {
  const style = { style: 'percent', maximumFractionDigits: 2 } as const
  return new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'fr-FR', style).format(basisPoints / 10_000)
}

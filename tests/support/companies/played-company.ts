import { decimalAmount, eur, parseDecimalAmount } from '../../../lib/money/money.ts'
import type { Heard, Told } from '../answering-server.ts'

/** When everything that a played company says is said. */
export const companyNow = Date.UTC(2026, 10, 20, 9, 0)

/** Money that a company took from a payer, or gave back to one, in its own books. */
export type Booked = Readonly<{ mark: string; minor: number }>

/** A company as a test plays it: it speaks its wire format, and keeps books of its own. */
export type PlayedCompany = Readonly<{
  answer: (request: Heard) => Told
  /** The payer does her part for our charge of this correlator, where the company knows it; without one, by telephone. */
  pay: (correlator: string) => void
  /** What she reads or hears there and types on our page. */
  code?: () => string
  debits: () => readonly Booked[]
  refunds: () => readonly Booked[]
  /** The bank takes the money of a charge back. */
  takeBack?: (correlator: string) => void
  /** The message about a charge, as the company sends it. */
  callback?: (correlator: string) => Readonly<{ headers?: Readonly<Record<string, string>>; body: string }>
}>

export type Played = Readonly<{
  /** A company that does not know a question it has heard before. */
  isForgetful?: boolean
  /** Where the site reaches it. */
  origin?: string
}>

let made = 0
/** Never the same twice, whoever gives it: companies do not repeat themselves. */
export function newName(prefix: string): string {
  made += 1
  return `${prefix}${made}`
}

export const json = (body: unknown, status = 200): Told => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
export const xml = (body: string, headers: Readonly<Record<string, string>> = {}): Told => ({
  headers: { 'content-type': 'text/xml', ...headers },
  body: `<?xml version="1.0" encoding="UTF-8"?>${body}`,
})
export const minorOf = (text: string): number => parseDecimalAmount(text, 'EUR')?.minor ?? 0
export const textOf = (minor: number): string => decimalAmount(eur(minor))
export const numberOf = (minor: number): number => Number(textOf(minor))

/** Answers a question that was asked before under the same mark as it was answered then. */
export function rememberAnswers(isForgetful: boolean) {
  const known = new Map<string, Readonly<{ question: string; told: Told }>>()
  return (mark: string | undefined, question: string, work: () => Told, differs: Told): Told => {
    const before = mark === undefined || isForgetful ? undefined : known.get(mark)
    if (before) return before.question === question ? before.told : differs
    const told = work()
    if (mark !== undefined) known.set(mark, { question, told })
    return told
  }
}

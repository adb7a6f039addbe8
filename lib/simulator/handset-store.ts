import { randomUUID } from 'node:crypto'
import type { Currency } from '../money/money.ts'
import type { Millis } from '../time/time.ts'
import { type Handset, newHandset, type Trouble, troubles } from './handset.ts'
import { world } from './world.ts'

type HandsetRow = Readonly<{ msisdn: string; credit_minor: number; delay_minutes: number; troubles: string }>

export type BillLine = Readonly<{
  id: string
  label: string
  amountMinor: number
  currency: Currency
  chargeId: string | null
  reversedMinor: number
  at: Millis
}>

/** The telephone of this number; one that nobody used yet is as it comes from the shop. */
export function handsetOf(msisdn: string): Handset {
  const row = world().prepare<[string], HandsetRow>('select * from handsets where msisdn = ?').get(msisdn)
  if (!row) return newHandset(msisdn)
  const kept: readonly string[] = JSON.parse(row.troubles)
  return {
    msisdn,
    creditMinor: row.credit_minor,
    delayMinutes: row.delay_minutes,
    troubles: troubles.filter((trouble: Trouble) => kept.includes(trouble)),
  }
}

export function saveHandset(handset: Handset): void {
  world()
    .prepare('insert or replace into handsets (msisdn, credit_minor, delay_minutes, troubles) values (?, ?, ?, ?)')
    .run(handset.msisdn, handset.creditMinor, handset.delayMinutes, JSON.stringify(handset.troubles))
}

type NewLine = Readonly<{
  msisdn: string
  label: string
  amountMinor: number
  currency: Currency
  chargeId?: string
  at: Millis
}>

/** Puts a line on the operator's bill and takes it from the credit. */
export function billHandset(line: NewLine): void {
  const client = world()
  client.transaction(() => {
    client
      .prepare(
        'insert into bill_lines (id, msisdn, label, amount_minor, currency, charge_id, at) values (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(randomUUID(), line.msisdn, line.label, line.amountMinor, line.currency, line.chargeId ?? null, line.at)
    const handset = handsetOf(line.msisdn)
    saveHandset({ ...handset, creditMinor: handset.creditMinor - line.amountMinor })
  })()
}

/** Gives back on the bill what a charge had put there; `totalMinor` counts what was given back before. */
export function reverseBill(chargeId: string, totalMinor: number): void {
  world().prepare('update bill_lines set reversed_minor = ? where charge_id = ?').run(totalMinor, chargeId)
}

type BillRow = Readonly<{
  id: string
  label: string
  amount_minor: number
  currency: Currency
  charge_id: string | null
  reversed_minor: number
  at: number
}>

export function listBill(msisdn: string): readonly BillLine[] {
  return world()
    .prepare<[string], BillRow>('select * from bill_lines where msisdn = ? order by at desc, rowid desc limit 100')
    .all(msisdn)
    .map(({ amount_minor, charge_id, reversed_minor, ...rest }) => ({
      ...rest,
      amountMinor: amount_minor,
      chargeId: charge_id,
      reversedMinor: reversed_minor,
    }))
}

/** Forgets what one telephone did and how it was set. */
export function resetHandset(msisdn: string): void {
  const client = world()
  for (const table of ['handsets', 'messages', 'calls', 'bill_lines']) {
    client.prepare(`delete from ${table} where msisdn = ?`).run(msisdn)
  }
  client.prepare('delete from prepaid_cards').run()
}

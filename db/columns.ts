import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, blob, check, integer, text } from 'drizzle-orm/sqlite-core'
import type { Currency } from '../lib/money/money.ts'

/** The few column kinds that SQLite and PostgreSQL share. */
export const id = (name = 'id') => text(name)
export const millis = (name: string) => integer(name)
export const minor = (name: string) => integer(name)
export const flag = (name: string) => integer(name, { mode: 'boolean' })
export const currencyCode = (name = 'currency') => text(name).$type<Currency>()
export const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>()
export const bytes = (name: string) => blob(name, { mode: 'buffer' })

/** A balance or a sum that never goes below zero, whatever code forgets. */
export const integerCheck = (name: string, column: AnySQLiteColumn) => check(name, sql`${column} >= 0`)

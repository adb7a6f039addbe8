// Forms that came back, and what is shown once, between the command that wrote them and the page that shows them.
import { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readFlash, writeFlash } from '../../lib/http/flash.ts'
import { showCodes } from '../../lib/http/show-codes.ts'
import { forgetOnceShown } from '../../lib/runtime/forget-once-shown.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase
beforeEach(() => {
  database = openTestDatabase()
})
afterEach(() => database.close())

const cookieOf = (header = '') => header.split(';')[0] ?? ''
function answer(statusCode: number): ServerResponse {
  return Object.assign(new EventEmitter(), { statusCode }) as unknown as ServerResponse
}

/** A page that is asked for and sent; what it could draw meanwhile. */
function look(cookie: string, url: string, { status = 200, headers = {} } = {}) {
  const response = answer(status)
  forgetOnceShown({ method: 'GET', url, headers: { cookie, ...headers } }, response)
  const id = new URL(url, 'http://localhost').searchParams.get('e') ?? undefined
  const drawn = [readFlash(cookie, id), readFlash(cookie, id)]
  response.emit('finish')
  return drawn.map((flash) => flash?.values['backup'])
}

function shownCodes() {
  const made = showCodes({ codes: ['first-code', 'second-code'], cookies: [] }, { locale: 'en', done: 'totp' })
  return { url: made.location, cookie: cookieOf(made.cookies?.[0]) }
}

test('codes are shown by one page, however often it is drawn, and not again when it is reloaded', () => {
  const { url, cookie } = shownCodes()
  expect(look(cookie, url)).toEqual(['first-code second-code', 'first-code second-code'])
  expect(look(cookie, url)).toEqual([undefined, undefined])
})

test('neither a page fetched ahead nor one that only led elsewhere has shown them', () => {
  const { url, cookie } = shownCodes()
  look(cookie, url, { headers: { 'sec-purpose': 'prefetch;prerender' } })
  look(cookie, url, { status: 307 })
  look(cookie, '/en/dashboard/security?e=another')
  expect(look(cookie, url)[0]).toBe('first-code second-code')
})

const long = (letter: string) => letter.repeat(20_000)
function refused(owner: string, letter: string) {
  const values = { title: letter, one: long(letter), two: long(letter), three: long(letter) }
  const { id, cookie } = writeFlash({ code: 'invalid_input', fields: [], values }, { owner })
  return () => readFlash(cookieOf(cookie), id)?.values['title']
}

test('a refused form is still there when its page is loaded again', () => {
  const { id, cookie } = writeFlash({ code: 'invalid_input', fields: [], values: { title: 'Pony' } })
  const url = `/en/post?e=${id}`
  look(cookieOf(cookie), url)
  expect(readFlash(cookieOf(cookie), id)?.values['title']).toBe('Pony')
  const typed = refused('192.0.2.1', 'a')
  expect([typed(), typed()]).toEqual(['a', 'a'])
})

test('whoever floods with long forms loses her own', () => {
  const other = refused('192.0.2.1', 'o')
  const flood = Array.from({ length: 300 }, () => refused('198.51.100.7', 'f'))
  expect(other()).toBe('o')
  expect(flood.at(-1)?.()).toBe('f')
  expect(flood.filter((read) => read() !== undefined).length).toBeLessThan(10)
})

test('many who flood together lose theirs before somebody with one form does', () => {
  const other = refused('192.0.2.1', 'o')
  for (let host = 0; host < 250; host += 1) for (const letter of ['f', 'g', 'h']) refused(`198.51.100.${host}`, letter)
  expect(other()).toBe('o')
})

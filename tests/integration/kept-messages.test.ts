import { afterAll, beforeAll, expect, test } from 'vitest'
import { maskMessage } from '../../lib/checkout/mask-message.ts'
import { findAccount } from '../../lib/providers/accounts-queries.ts'
import { openTestSite, testNow } from '../support/test-site.ts'

let site: Awaited<ReturnType<typeof openTestSite>>
beforeAll(async () => {
  site = await openTestSite()
})
afterAll(() => site.close())

function keptBody(body: string): string {
  const account = findAccount('sms-83000')
  if (!account) throw new Error('the test site has no such account')
  const url = 'https://annonces.example/api/callbacks/sms-83000/token'
  const message = {
    method: 'POST',
    url,
    headers: {},
    body: Buffer.from(body),
    address: '192.0.2.1',
    receivedAt: testNow,
  }
  return Buffer.from(maskMessage(message, account).body).toString()
}

// The inbox is kept for ever: a telephone in it has to be the same telephone without being readable.
test.each([
  'From=%2B33639981234&CallStatus=ringing',
  '{"msisdn":"33639981234","phoneNumber":"+33639981234"}',
  '<customer><msisdn>33639981234</msisdn></customer>',
  'data=%3Ccustomer%3E%3Cmsisdn%3E33639981234%3C%2Fmsisdn%3E&digest=ab',
])('the telephone in %s is kept as its keyed hash', (body) => {
  const kept = keptBody(body)
  expect(kept).not.toContain('639981234')
  expect(new Set(kept.match(/#[\w-]{12}/g))).toEqual(new Set(keptBody('+33639981234').match(/#[\w-]{12}/g)))
})

test('amounts, references and moments stay as they came', () => {
  const body = '{"amount":300,"reference":"40001234567890","at":1795341600000,"to":"83000"}'
  expect(keptBody(body)).toBe(body)
})

import { expect, test } from 'vitest'
import { maskHeaders, maskTraffic } from '../../lib/text/mask-traffic.ts'

test('a callback keeps what staff need and loses secrets and numbers', () => {
  const url =
    'https://annonces.example/api/callbacks/kannel-fr/qJ3-secret_part?kind=mo&from=%2B33639981234&to=81234&text=VOIR+K7P2&smsc=sfr&password=hunter2'

  expect(maskTraffic(url)).toBe(
    'https://annonces.example/api/callbacks/kannel-fr/•••?kind=mo&from=••••34&to=81234&text=VOIR+K7P2&smsc=sfr&password=•••',
  )
})

test.each([
  '+33639981234',
  '0639981234',
  '06 39 98 12 34',
  '06.39.98.12.34',
  '+33 (0)6 39 98 12 34',
  '%2B33%206%2039%2098%2012%2034',
  '"msisdn":"33639981234"',
  'tel:+33-6-39-98-12-34',
])('the number in %s is not readable', (text) => {
  const digits = maskTraffic(text)
    .replace(/%2[0B]/gi, '')
    .replace(/\D/g, '')
  expect(digits).toBe('34')
})

test('JSON and headers lose their secrets', () => {
  expect(maskTraffic('{"secret":"a\\"b","amount":"1.50","token":"x"}')).toBe(
    '{"secret":"•••","amount":"1.50","token":"•••"}',
  )
  expect(maskHeaders({ 'x-signature': 't=1,v1=abc', authorization: 'Basic x', 'content-type': 'text/plain' })).toBe(
    'x-signature: •••\nauthorization: •••\ncontent-type: text/plain',
  )
})

test('secrets with longer names are lost as well', () => {
  expect(maskTraffic('{"access_token":"a","client_secret":"b","accessToken":"c","expires_in":60}')).toBe(
    '{"access_token":"•••","client_secret":"•••","accessToken":"•••","expires_in":60}',
  )
  expect(maskTraffic('transaction_id=t&api_key=k&api_sig=s&status=0')).toBe(
    'transaction_id=t&api_key=•••&api_sig=•••&status=0',
  )
  expect(maskTraffic('data=x&digest=d')).toBe('data=x&digest=•••')
  expect(maskHeaders({ 'stripe-signature': 't=1,v1=a', 'idempotency-key': 'c-1' })).toBe(
    'stripe-signature: •••\nidempotency-key: c-1',
  )
})

test('what pays with a kept card is lost', () => {
  expect(maskTraffic('amount=150&customer=cus_Q1w2&payment_method=pm_9zX&confirm=true')).toBe(
    'amount=150&customer=cus_•••&payment_method=pm_•••&confirm=true',
  )
  expect(maskTraffic('POST https://api.stripe.com/v1/payment_methods/pm_9zX/detach')).toMatch(/pm_•••\/detach$/)
})

test('amounts, short codes and days stay readable', () => {
  const text = 'amount=1.50&minor=150&to=81234&at=2026-11-22T10:30:00Z&status=paid'
  expect(maskTraffic(text)).toBe(text)
})

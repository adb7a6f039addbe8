import { expect, test } from 'vitest'
import { isPublicAddress } from '../../lib/webhooks/public-address.ts'
import { nextWebhookAttempt, readWebhookUrl, secretsAt } from '../../lib/webhooks/webhooks.ts'

test.each([
  '127.0.0.1',
  '127.9.9.9',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '192.0.2.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:10.0.0.1',
  '::ffff:127.0.0.1',
  '64:ff9b::7f00:1',
  'fe80::1',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '2001::1',
  'localhost',
  '',
])('%s is nobody’s on the internet', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test.each(['8.8.8.8', '172.32.0.1', '192.169.0.1', '100.128.0.1', '2a00:1450::1', '2606:4700::1111'])(
  '%s is somebody’s',
  (address) => {
    expect(isPublicAddress(address)).toBe(true)
  },
)

const live = { isDemo: false }

test.each([
  'http://books.example/hook',
  'https://user:secret@books.example/hook',
  'https://10.0.0.8/hook',
  'https://[::1]/hook',
  'https://[fd00::1]/hook',
  // Every spelling of 127.0.0.1 that a URL allows.
  'https://2130706433/hook',
  'https://0x7f.1/hook',
  'https://localhost/hook',
  'https://router/hook',
  'https://printer.local/hook',
  'https://db.internal/hook',
  'ftp://books.example/',
  'file:///etc/passwd',
  'books.example',
  `https://books.example/${'x'.repeat(500)}`,
])('%s is no address to send to', (url) => {
  expect(readWebhookUrl(url, live)).toBeUndefined()
})

test('https to a named host or a public address is accepted', () => {
  expect(readWebhookUrl('https://books.example/hook?key=1', live)).toBe('https://books.example/hook?key=1')
  expect(readWebhookUrl('https://8.8.8.8:8443/', live)).toBe('https://8.8.8.8:8443/')
})

test('only the demonstration may reach this machine, and nothing else by http', () => {
  expect(readWebhookUrl('http://127.0.0.1:4000/', { isDemo: true })).toBe('http://127.0.0.1:4000/')
  expect(readWebhookUrl('http://127.0.0.1:4000/', live)).toBeUndefined()
  expect(readWebhookUrl('http://10.0.0.1/', { isDemo: true })).toBeUndefined()
})

test('a message is tried ten times, over three days', () => {
  let now = 0
  let attempts = 1
  for (let next = nextWebhookAttempt(attempts, now); next !== undefined; next = nextWebhookAttempt(attempts, now)) {
    now = next
    attempts += 1
  }
  expect(attempts).toBe(10)
  expect(now / 86_400_000).toBeGreaterThan(3)
  expect(now / 86_400_000).toBeLessThan(3.5)
})

test('the old secret signs for a while and then no longer', () => {
  const secrets = { current: 'new', old: { secret: 'old', until: 100 } }
  expect(secretsAt(secrets, 99)).toEqual(['new', 'old'])
  expect(secretsAt(secrets, 100)).toEqual(['new'])
})

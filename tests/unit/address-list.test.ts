import { expect, test } from 'vitest'
import { isAllowedAddress, unreadableAddresses } from '../../lib/providers/address-list.ts'

const list = '127.0.0.1, 10.4.0.0/16, 2001:db8::/32'

test.each([
  ['127.0.0.1', true],
  ['::ffff:127.0.0.1', true],
  ['10.4.9.1', true],
  ['2001:db8::7', true],
  ['10.5.0.1', false],
  ['127.0.0.2', false],
  ['unknown', false],
  ['', false],
])('with an address list, %s is let in: %s', (address, isLetIn) => {
  expect(isAllowedAddress(address, list)).toBe(isLetIn)
})

test('without a list everybody is let in', () => {
  expect(isAllowedAddress('203.0.113.9', undefined)).toBe(true)
  expect(isAllowedAddress('unknown', ' ')).toBe(true)
})

test('a list of slips of the pen shuts the door', () => {
  const slips = '10.4.0.0/33, 127.0.0.1/x, 300.1.1.1, pay.example, 10.0.0.0/8/8'
  expect(unreadableAddresses(slips)).toHaveLength(5)
  for (const address of ['10.4.0.1', '127.0.0.1', '10.0.0.1']) expect(isAllowedAddress(address, slips)).toBe(false)
})

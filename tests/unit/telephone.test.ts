import { expect, test } from 'vitest'
import { readTelephone, spacedNumber, takesTexts } from '../../lib/telephony/telephone.ts'

test('a French number is shown as in France and dialled with its country code', () => {
  expect(readTelephone('03 53 01 08 19')).toEqual({ e164: '+33353010819', shown: '03 53 01 08 19' })
  expect(readTelephone('+33 6 39 98 00 01')).toEqual({ e164: '+33639980001', shown: '06 39 98 00 01' })
})

test('a foreign number keeps its country code', () => {
  expect(readTelephone('+44 20 7946 0958')?.shown).toBe('+44 20 7946 0958')
})

test('text that is no number is not made one', () => {
  expect(readTelephone('sur place le dimanche')).toBeUndefined()
})

test('a landline in France is not offered a text', () => {
  expect(takesTexts('+33353010819')).toBe(false)
  expect(takesTexts('+33639980001')).toBe(true)
})

test('billed numbers are grouped as they are printed', () => {
  expect(spacedNumber('81234')).toBe('8 12 34')
  expect(spacedNumber('0899000150')).toBe('0899 00 01 50')
  expect(spacedNumber('0639980001')).toBe('06 39 98 00 01')
  expect(spacedNumber('+33 1')).toBe('+33 1')
})

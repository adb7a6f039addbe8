import { expect, test } from 'vitest'
import { weaknessOf } from '../../lib/providers/secret-strength.ts'

test.each([
  ['changeme', 'placeholder'],
  ['CHANGEME!', 'placeholder'],
  ['secret', 'placeholder'],
  ['test123', 'placeholder'],
  ['password2026', 'placeholder'],
  ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'placeholder'],
  ['bad54c617b3a51230ac7cc3da398855e', 'public_sample'],
  ['12345', 'public_sample'],
  ['k3y-of-15-chars', 'short'],
  ['c0ffee1234567890abcdef0987654321', undefined],
])('%s is %s', (secret, weakness) => {
  expect(weaknessOf(secret, 16)).toBe(weakness)
})

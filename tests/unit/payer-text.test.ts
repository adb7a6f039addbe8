import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupCode, withCheckSymbol } from '../../lib/ids/crockford.ts'
import { newPayerCode } from '../../lib/ids/ids.ts'
import { gsmLength, gsmText } from '../../lib/providers/gsm-text.ts'
import { readPayerText, smsText } from '../../lib/providers/payer-text.ts'

// A code made of look-alikes: 1 and 0 are typed as I, L and O.
const code = withCheckSymbol('K7P1010')
const spaced = [...code].join(' ')

test.each([
  [`VOIR ${code}`, false],
  [`voir ${groupCode(code).toLowerCase()}`, false],
  [`Voir   ${code.slice(0, 4)} ${code.slice(4)}`, false],
  [`VOIR ${spaced}`, false],
  [`VOIR ${code} merci`, false],
  [`VOIR: ${code}.`, false],
  [`VIOR ${code}`, true],
  [`VIOR ${groupCode(code)}`, true],
  [`voire ${spaced}`, true],
  [code, true],
  [`${spaced}`, true],
  [`voir${code.toLowerCase()}`, true],
  [`Bonjour, je voudrais voir ${code}`, true],
  [`VOIR ${code.replace(/1/g, 'l').replace(/0/g, 'o')}`, false],
  [`info ${code}`, true],
])('%s is understood', (text, isMisspelled) => {
  const read = readPayerText(text, 'VOIR')
  expect(read).toMatchObject({ kind: 'code', code })
  expect('understood' in read).toBe(isMisspelled)
})

test('what was understood is said with the words received', () => {
  expect(readPayerText(`VIOR ${code}`, 'VOIR')).toMatchObject({
    understood: { received: `VIOR ${code}`, as: smsText('VOIR', code) },
  })
})

test.each(['', '   ', 'VOIR', 'VOIR K7P2', '\u0000\u0007', 'VOIR 0000000A', '🙂🙂', 'bonjour '.repeat(99)])(
  '%.20s holds no code',
  (text) => {
    const read = readPayerText(text, 'VOIR')
    expect(read.kind).toBe('unread')
    if (read.kind === 'unread') expect([...read.text].length).toBeLessThanOrEqual(40)
  },
)

test('any code in any case, spaced anyhow, behind a keyword is the code that is read', () => {
  const written = fc.tuple(
    fc.constantFrom('VOIR ', 'voir ', 'Voir  ', 'VOIR:', 'voir - '),
    fc.array(fc.constantFrom('', ' ', '-', '. '), { minLength: 8, maxLength: 8 }),
    fc.boolean(),
  )
  fc.assert(
    fc.property(written, ([keyword, gaps, isLower]) => {
      const own = newPayerCode()
      const typed = [...own].map((symbol, at) => symbol + (gaps[at] ?? '')).join('')
      expect(readPayerText(keyword + (isLower ? typed.toLowerCase() : typed), 'VOIR')).toEqual({
        kind: 'code',
        code: own,
      })
    }),
    { numRuns: 500 },
  )
})

test('what is sent can be drawn by every telephone at seven bits a character', () => {
  expect(gsmText('Accès ouvert : 1,50\u202f€. « Reçu » n°\u00a07 — œuf… êtes 🙂')).toBe(
    'Accès ouvert : 1,50 €. "Reçu" n? 7 - oeuf... etes ?'.replace('ç', 'c'),
  )
  expect(gsmLength('1,50 €')).toBe(7)
})

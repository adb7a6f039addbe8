import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkCategoryRules } from '../../lib/screening/check-category-rules.ts'
import { bannedWordsOf } from '../../lib/screening/country-profiles.ts'
import { findBannedWords } from '../../lib/screening/find-banned-words.ts'
import { numberItems } from '../../lib/screening/number-items.ts'
import { readFind } from '../../lib/screening/read-find.ts'
import { readText } from '../../lib/screening/read-words.ts'
import { screenAd } from '../../lib/screening/screen-ad.ts'
import { screenText } from '../../lib/screening/screen-text.ts'

const findsIn = (text: string) => screenText({ lang: 'fr', field: 'description', text }).finds
const kindsIn = (text: string) => findsIn(text).map(({ kind }) => kind)
const digitsIn = (text: string) => readText(text).flatMap((read) => numberItems(read).map(({ digits }) => digits))

test('places are those of the original text, whatever was folded before them', () => {
  const text = '🚗 Œuvre ½ 𝐃𝐒\u200b — tél. 0️⃣6️⃣ 3️⃣9️⃣ 9️⃣8️⃣ 1️⃣2️⃣ 4️⃣7️⃣ merci'
  const [find] = findsIn(text)
  expect(find?.kind).toBe('phone')
  expect(find && text.slice(find.start, find.end)).toMatch(/^0️⃣6️⃣ .* 4️⃣7/u)
})

test.each([
  ['soixante-dix-huit', ['78']],
  ['soixante et onze', ['71']],
  ['quatre-vingt-dix-neuf', ['99']],
  ['quatre-vingts, douze', ['80', '12']],
  ['septante-neuf', ['79']],
  ['vingt et un', ['21']],
  ['double zéro treize', ['00', '13']],
  ['zérosixdouzetrentequatre', ['0', '6', '12', '34']],
  ['seventy-eight treble oh', ['78', '000']],
  ['dix-sept', ['17']],
  ['nine hundred', ['900']],
])('%s is read as %j', (text, digits) => {
  expect(digitsIn(text)).toEqual(digits)
})

test('any separator between the figures of a number is seen through', () => {
  const separator = fc.stringMatching(/^[ .,\-/*_|:;~+()[\]·•#\u200b\u00ad]{0,4}$/)
  fc.assert(
    fc.property(fc.array(separator, { minLength: 4, maxLength: 4 }), (gaps) => {
      const pairs = ['06', '39', '98', '12', '47']
      const number = pairs.map((pair, at) => `${pair}${gaps[at] ?? ''}`).join('')
      expect(kindsIn(`Voiture saine, tel ${number} le soir`)).toContain('phone')
    }),
    { numRuns: 400 },
  )
})

test('random text makes no find outside itself, and the answer is the same twice', () => {
  const letter = fc.constantFrom(
    ...'06 39.@-/·éΟ０①٣oIsbà\u200b\n🚗☎️zérosix',
    ' point ',
    ' at ',
    ' gmail',
    ' rue ',
    'www.',
  )
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 60 }), (parts) => {
      const text = parts.join('')
      const finds = findsIn(text)
      for (const { start, end, text: seen } of finds) expect(seen).toBe(text.slice(start, end))
      expect(findsIn(text)).toEqual(finds)
    }),
    { numRuns: 500 },
  )
})

// Work that grows with the square of the length shows as a run of minutes here, and the runner's limit stops it.
test.each([
  ['figures', '0 '],
  ['groups', '06 39 98 12 '],
  ['one long word', 'a'],
  ['dots', 'a.'],
  ['signs', '@ '],
  ['signs and letters', 'a@a '],
  ['number words', 'zero '],
  ['stuck number words', 'zerosix'],
  ['nearly stuck number words', 'sixsept'],
  ['spaced letters', 'a b c d  '],
  ['points', 'a point '],
  ['streets', '12 rue de la '],
  ['names', 'insta : facebook '],
  ['brackets', '(at)[dot]('],
  ['spaces', ' '],
  ['look-alikes', 'O6l2'],
  ['my number', 'mon numero '],
  ['letters between figures', '0a6b3c9d'],
  ['pseudonyms', 'pseudo '],
  ['slashes', '///a.b'],
  ['coordinates', '46.10042,'],
])('20 kB of %s is read like any text', (_, piece) => {
  const text = piece.repeat(Math.ceil(20_000 / piece.length))
  expect(findsIn(text).length).toBeLessThan(20_000)
})

test('an ad with a sure contact is explained, one with a doubtful one reviewed, an honest one is clean', () => {
  const ad = (text: string) =>
    screenAd({
      texts: [
        { field: 'title', locale: 'fr', text: 'Ami 8' },
        { field: 'body', locale: 'fr', text },
      ],
    })
  expect(ad('Saine, 48 000 km.').verdict).toBe('clean')
  expect(ad('Appelez le 06 39 98 12 47.').verdict).toBe('explain')
  expect(ad('Demandez Marcel au café de la place.').verdict).toBe('review')
  expect(ad('Appelez le 06 39 98 12 47.').fields.map(({ field, finds }) => [field, finds.length])).toEqual([
    ['title', 0],
    ['body', 1],
  ])
})

test('what is found of an address is the address alone, whatever sentence stands before or after it', () => {
  const found = (text: string) => screenText({ lang: 'fr', field: 'body', text }).finds.map(({ text: one }) => one)
  expect(found('Bonjour. x@y.fr')).toEqual(['x@y.fr'])
  expect(found('Bonjour. marcel.b@exemple.fr. Me joindre le soir.')).toEqual(['marcel.b@exemple.fr'])
  expect(found('jean . martin @ gmail . com')).toEqual(['jean . martin @ gmail . com'])
})

test('what new ways to hide a contact look like is also written without hiding one', () => {
  for (const text of [
    'Avec le code de peinture, puis le vernis en deux couches.',
    'The code for the paint, then two coats of lacquer.',
    'Pompe du réseau de freinage, je suis vendeur.Prix ferme.',
    'Réglages par l’appli du fabricant, référence 4477 0090 0123.',
    'Vis dévissée, s.ix pans creux, deux-cent pièces.',
    '0 rouille, puis 2 clés, ensuite 4 jantes et pour finir 12 factures.',
    'Disponible chez, au choix, la poste ou un transporteur.',
  ]) {
    expect(screenText({ lang: 'fr', field: 'body', text }).finds.map(({ text: one }) => one)).toEqual([])
  }
})

test('a number that begins in the title and ends in the description is found in both', () => {
  const texts = [
    { field: 'title', locale: 'fr', text: 'Ami 8 à finir 06 39' },
    { field: 'title', locale: 'en', text: 'Ami 8 project' },
    { field: 'body', locale: 'fr', text: '98 12 47, caisse saine.' },
    { field: 'body', locale: 'en', text: '98 12 47 miles.' },
  ] as const
  const { verdict, fields } = screenAd({ texts })
  expect(verdict).toBe('explain')
  expect(fields.map(({ finds }) => finds.map(({ text }) => text))).toEqual([['06 39'], [], ['98 12 47'], []])
})

test('banned words are whole words, whatever their case and accents, and the operator adds to them', () => {
  const words = bannedWordsOf('FR', [{ word: 'Moto-école', outcome: 'review' }])
  const seen = (text: string) => findBannedWords(text, words).map(({ text: found, outcome }) => [found, outcome])
  expect(seen('Coffre avec DETECTEUR DE RADARS')).toEqual([['DETECTEUR DE RADARS', 'refuse']])
  expect(seen('une vieille moto école')).toEqual([['moto école', 'review']])
  expect(seen('peinte au pistolet en blanc ivoire, fusilage refait')).toEqual([])
})

test('an operator may be milder than the list of the country', () => {
  const words = bannedWordsOf('FR', [{ word: 'antiradar', outcome: 'review' }])
  expect(findBannedWords('antiradar', words).map(({ outcome }) => outcome)).toEqual(['review'])
})

test.each([
  ['FR', 'housing', false, 'must_be_free'],
  ['FR', 'housing', true, 'allowed'],
  ['FR', 'jobs', false, 'must_be_free'],
  ['FR', 'jobs', true, 'allowed'],
  ['FR', 'pets', false, 'refused'],
  ['FR', 'pets', true, 'refused'],
  ['FR', 'general', false, 'allowed'],
  ['PT', 'pets', false, 'must_be_free'],
  ['PT', 'general', false, 'allowed'],
] as const)(
  'in %s a contact of the kind %s, free to visitors %s, is %s',
  (country, legalKind, isFreeToVisitors, kind) => {
    expect(checkCategoryRules({ country, legalKind, isFreeToVisitors }).kind).toBe(kind)
  },
)

test('an operator may refuse what the law would have free, and the reason names the law', () => {
  const check = checkCategoryRules({ country: 'FR', legalKind: 'jobs', isFreeToVisitors: true, refuseInstead: true })
  expect(check).toEqual({ kind: 'refused', because: 'jobsRefusedInFrance' })
})

const readings = [
  { text: 'appelez 06 d’abord, ensuite 39 et 98, puis pour finir 12 34', reads: '06 39 98 12 34' },
  { text: 'mon numéro à l’envers : 43 21 89 93 60', reads: '06 39 98 12 34' },
  { text: 'plus trente-trois six trente-neuf quatre-vingt-dix-huit douze trente-quatre', reads: '06 39 98 12 34' },
  { text: 'call zero seven seven zero zero, nine zero zero, one two three', reads: '+44 7700 900123' },
  { text: 'Bonjour. marcel@exemple.fr', reads: 'marcel@exemple.fr' },
  { text: 'm a r c e l @ e x e m p l e . f r', reads: 'marcel@exemple.fr' },
  { text: 'jean tiret dupont (at) orange (dot) fr', reads: 'jean-dupont@orange.fr' },
  // Which company ends how is not known for certain.
  { text: 'écrivez à marcel chez gmail', reads: undefined },
]

test.each(readings)('what was found in "$text" is read as it is meant', ({ text, reads }) => {
  const [find] = screenText({ lang: 'fr', field: 'body', text }).finds
  const read = find && readFind(find)
  expect(find).toBeDefined()
  expect(read?.kind === 'phone' ? read.phone.shown : read?.email).toBe(reads)
})

import { expect, test } from 'vitest'
import { largestPhotoPath, photoSources } from '../../lib/ids/photo-files.ts'
import { lookDistance, lookHashOf, lookProbes } from '../../lib/photos/look-hash.ts'
import { movedOrder, wantedOrder } from '../../lib/photos/photo.ts'
import { findsOfPhoto } from '../../lib/photos/photo-finds.ts'
import { largestBodyOf } from '../../lib/runtime/body-limit.ts'

test('a move stays within the list', () => {
  const ids = ['a', 'b', 'c']
  expect(movedOrder(ids, { id: 'c', direction: 'up' })).toEqual(['a', 'c', 'b'])
  expect(movedOrder(ids, { id: 'c', direction: 'down' })).toEqual(ids)
  expect(movedOrder(ids, { id: 'a', direction: 'up' })).toEqual(ids)
  expect(movedOrder(ids, { id: 'c', direction: 'cover' })).toEqual(['c', 'a', 'b'])
  expect(movedOrder(ids, { id: 'x', direction: 'cover' })).toEqual(ids)
  expect(wantedOrder(ids, ['c', 'x', 'c'])).toEqual(['c', 'a', 'b'])
})

test('a look is one bit for each of 64 neighbours', () => {
  const falling = Uint8Array.from({ length: 72 }, (_, at) => 200 - (at % 9) * 10)
  expect(lookHashOf(falling)).toBe('ffffffffffffffff')
  expect(lookHashOf(new Uint8Array(72))).toBe('0000000000000000')
  expect(lookDistance('ffffffffffffffff', '7ffffffffffffff0')).toBe(5)
})

test('any seven differing bits leave a quarter that is asked for', () => {
  const look = 0x2491159480892448n
  let state = 7
  const chance = (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
  for (let round = 0; round < 500; round += 1) {
    let other = look
    for (let bit = 0; bit < 7; bit += 1) other ^= 1n << BigInt(chance(64))
    const digits = other.toString(16).padStart(16, '0')
    const isFound = lookProbes(look.toString(16)).some((values, at) =>
      values.includes(digits.slice(at * 4, at * 4 + 4)),
    )
    expect(isFound).toBe(true)
  }
})

test('a page offers the files that are there', () => {
  const uploaded = { hash: 'ab'.repeat(20), width: 1920, height: 1440 }
  const drawn = { hash: 'ab'.repeat(16), width: 1200, height: 900 }
  expect(photoSources(uploaded, 'avif', true).split(', ')).toHaveLength(3)
  expect(photoSources({ ...uploaded, width: 900 }, 'avif', true).split(', ')).toHaveLength(2)
  expect(photoSources(drawn, 'webp', true)).toMatch(/-480\.webp 480w, .*-1200\.webp 1200w$/)
  expect(largestPhotoPath(uploaded)).toMatch(/-1920\.webp$/)
  expect(largestPhotoPath(drawn)).toMatch(/-1200\.webp$/)
})

// What telephones and messengers call their files is no message of the advertiser's.
test.each([
  'IMG_20240612_061234.jpg',
  'PXL_20230101_123456789.jpg',
  '20240612_061234.heic',
  'WhatsApp Image 2024-06-12 at 12.34.56.jpeg',
  'Screenshot_20240612-061234.png',
  '1718181818181.jpg',
  'FB_IMG_1718181818181.jpg',
  '4f9c2a10-77aa-4b1c-9d1e-001122334455.jpg',
  'DSC_0612.JPG',
])('%s is no find', (fileName) => {
  expect(findsOfPhoto({ texts: [], fileName, locale: 'fr' })).toEqual([])
})

test.each(['0612345678.jpg', '06 12 34 56 78.png', 'appelez 06.12.34.56.78.jpg', 'jean.martin@example.org.jpg'])(
  '%s is one',
  (fileName) => {
    const finds = findsOfPhoto({ texts: [], fileName, locale: 'fr' })
    expect(finds.map(({ confidence }) => confidence)).toEqual(['doubtful'])
  },
)

test('a QR code is a contact when it leads to one, and otherwise for a moderator', () => {
  const confidences = (text: string) =>
    findsOfPhoto({ texts: [{ source: 'qr', text }], fileName: 'a.jpg', locale: 'fr' }).map((find) => find.confidence)
  expect(confidences('tel:+33612345678')).toEqual(['sure'])
  expect(confidences('https://mon-garage.example.com')).toEqual(['sure'])
  expect(confidences('PIECE 4521')).toEqual(['doubtful'])
})

test('only the address of pictures takes a large body', () => {
  const post = (url: string, method = 'POST') => largestBodyOf({ method, url })
  expect(post('/api/v1/drafts/abc-_9/photos?from=%2F')).toBeGreaterThan(200_000_000)
  for (const url of [
    '/api/v1/drafts/abc/photos/x',
    '/api/v1/drafts/photos',
    '/api/v1/purchases?/api/v1/drafts/a/photos',
  ]) {
    expect(post(url)).toBe(1024 * 1024)
  }
  expect(post('/api/v1/drafts/abc/photos', 'GET')).toBe(1024 * 1024)
})

import { existsSync, readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { POST as deletePhoto } from '../../app/api/v1/drafts/[draftId]/photos/[photoId]/delete/route.ts'
import { POST as movePhoto } from '../../app/api/v1/drafts/[draftId]/photos/[photoId]/move/route.ts'
import { POST as describePhoto } from '../../app/api/v1/drafts/[draftId]/photos/[photoId]/route.ts'
import { POST as orderPhotos } from '../../app/api/v1/drafts/[draftId]/photos/order/route.ts'
import { POST as addPhotos } from '../../app/api/v1/drafts/[draftId]/photos/route.ts'
import { reader } from '../../db/client.ts'
import { commit, one } from '../../db/commit.ts'
import { writeSql } from '../../db/statement.ts'
import { config } from '../../lib/config/env.ts'
import { readFlash } from '../../lib/http/flash.ts'
import { photoProblemsOf } from '../../lib/http/photo-answers.ts'
import { newId, newPublicId } from '../../lib/ids/ids.ts'
import { photoPath } from '../../lib/ids/photo-files.ts'
import { cleanPhotos } from '../../lib/photos/clean-photos.ts'
import { listDraftPhotos } from '../../lib/photos/draft-photos-queries.ts'
import { listSimilarPhotos } from '../../lib/photos/similar-photos-queries.ts'
import { day, hour } from '../../lib/time/time.ts'
import { plainPicture } from '../support/hostile-pictures.ts'
import { openTestSite, type TestAd } from '../support/test-site.ts'

type Answer = Readonly<{ photos: readonly Record<string, unknown>[]; errors?: unknown; location?: string }>

let site: Awaited<ReturnType<typeof openTestSite>>
let draftId: string
beforeEach(async () => {
  site = await openTestSite()
  draftId = await newDraft()
})
afterEach(() => site.close())

const insertDraft =
  writeSql(`insert into ad_drafts (id, ad_id, locale, details, version, created_at, updated_at, expires_at)
  values (?, ?, 'fr', ?, 0, ?, ?, ?)`)

async function newDraft(adId: number | null = null): Promise<string> {
  const id = newPublicId()
  const now = Date.now()
  await commit([
    one(insertDraft(id, adId, JSON.stringify({ isEdit: adId !== null }), now, now, now + 30 * day), 'already_exists'),
  ])
  return id
}

function picture(seed: number): Promise<Buffer> {
  return plainPicture(seed, { width: 240, height: 180 }).then((plain) => sharp(plain).jpeg().toBuffer())
}

type File = Readonly<{ name: string; bytes: Buffer }>
const json = { accept: 'application/json' }

function request(path: string, body: BodyInit, headers: Record<string, string> = {}): Request {
  const address = new URL(`http://localhost:3000/api/v1/drafts/${path}`)
  return new Request(address, {
    method: 'POST',
    body,
    headers: { 'sec-fetch-site': 'same-origin', 'x-obole-address': '192.0.2.7', ...headers },
  })
}

async function upload(files: readonly File[], headers: Record<string, string> = {}, id = draftId): Promise<Response> {
  const form = new FormData()
  form.append('locale', 'fr')
  form.append('from', `/fr/deposer/${id}/photos`)
  for (const { name, bytes } of files) form.append('photos', new Blob([new Uint8Array(bytes)]), name)
  const from = encodeURIComponent(`/fr/deposer/${id}/photos`)
  const whole = new Response(form)
  const type = whole.headers.get('content-type') ?? ''
  const body = await whole.arrayBuffer()
  const sized = { 'content-type': type, 'content-length': String(body.byteLength), ...headers }
  return addPhotos(request(`${id}/photos?from=${from}`, body, sized), { params: Promise.resolve({ draftId: id }) })
}

async function answered(response: Response): Promise<Answer> {
  return (await response.json()) as Answer
}

async function withPhotos(...seeds: number[]): Promise<readonly string[]> {
  const files = await Promise.all(seeds.map(async (seed) => ({ name: `${seed}.jpg`, bytes: await picture(seed) })))
  expect((await upload(files, json)).status).toBe(200)
  return listDraftPhotos(draftId).map(({ id }) => id)
}

type Handler = typeof movePhoto
function ask(handler: Handler, path: string, fields: Record<string, string>, headers: Record<string, string> = json) {
  const photoId = path.split('/')[0] ?? ''
  const body = new URLSearchParams({ locale: 'fr', from: '/fr/deposer/x/photos', ...fields })
  return handler(request(`${draftId}/photos/${path}`, body, headers), { params: Promise.resolve({ draftId, photoId }) })
}

const order = () => listDraftPhotos(draftId).map(({ id }) => id)

test('a script sends several files and is told about each', async () => {
  const files = [
    { name: 'a.jpg', bytes: await picture(1) },
    { name: 'b.jpg', bytes: Buffer.from('not a picture') },
    { name: 'c.jpg', bytes: await picture(2) },
  ]
  const { photos } = await answered(await upload(files, json))
  const [first] = listDraftPhotos(draftId)

  expect(photos).toEqual([
    {
      name: 'a.jpg',
      id: first?.id,
      width: 240,
      height: 180,
      alt: '',
      url: photoPath(first?.hash ?? '', 480),
      finds: [],
    },
    { name: 'b.jpg', code: 'not_a_picture', problem: expect.stringContaining('JPEG') },
    expect.objectContaining({ name: 'c.jpg', width: 240 }),
  ])
  for (const { hash } of listDraftPhotos(draftId)) {
    for (const width of [480, 1200, 1920] as const) {
      for (const format of ['avif', 'webp'] as const) {
        expect(existsSync(join(config().dataDir, photoPath(hash, width, format)))).toBe(true)
      }
    }
  }
})

test('a plain form goes back to its page, with what was refused', async () => {
  const good = await upload([{ name: 'a.jpg', bytes: await picture(1) }])
  expect([good.status, good.headers.get('location')]).toEqual([303, `/fr/deposer/${draftId}/photos`])

  const mixed = await upload([{ name: 'vue.svg', bytes: Buffer.from('<svg></svg>') }])
  const [, id] = (mixed.headers.get('location') ?? '').split('?e=')
  const cookie = mixed.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const flash = readFlash(cookie, id)
  expect(flash && photoProblemsOf(flash, 'fr')).toEqual([expect.stringMatching(/^vue\.svg : Un dessin/)])

  const none = await upload([])
  expect([none.status, none.headers.get('location')]).toEqual([303, expect.stringMatching(/photos\?e=/)])
})

test('the same picture is there once, however often it is sent', async () => {
  const bytes = await picture(1)
  const [one] = (await answered(await upload([{ name: 'a.jpg', bytes }], json))).photos
  const answers = await Promise.all([1, 2, 3].map(() => upload([{ name: 'a.jpg', bytes }], json)))

  for (const answer of answers) expect((await answered(answer)).photos).toEqual([one])
  expect(order()).toHaveLength(1)
})

test('a try whose answer was lost is answered alike, whatever line the browser drew', async () => {
  const file = { name: 'a.jpg', bytes: await picture(1) }
  const key = { ...json, 'idempotency-key': 'one-file' }
  const first = await answered(await upload([file], key))
  const again = await upload([file], key)

  expect(again.headers.get('idempotent-replay')).toBe('true')
  expect(await answered(again)).toEqual(first)
  expect((await upload([{ name: 'b.jpg', bytes: await picture(2) }], key)).status).toBe(409)
})

test('ten at once are made by one child at a time, and the eleventh is refused', async () => {
  const files = await Promise.all(
    Array.from({ length: 11 }, async (_, at) => ({ name: `${at}.jpg`, bytes: await picture(at) })),
  )
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length)
  }, 5)
  const answers = await Promise.all(files.map((file) => upload([file], json)))
  clearInterval(watch)
  const results = (await Promise.all(answers.map(answered))).flatMap(({ photos }) => photos)

  expect(most).toBe(1)
  expect(results.filter(({ code }) => code === 'too_many')).toHaveLength(1)
  expect(listDraftPhotos(draftId).map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
}, 120_000)

test('strangers, other sites, other bodies and unknown drafts are refused', async () => {
  const file = { name: 'a.jpg', bytes: await picture(1) }
  expect((await upload([file], { ...json, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await upload([file], json, 'AAAAAAAAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404)
  const text = request(`${draftId}/photos`, '{}', { ...json, 'content-type': 'application/json' })
  expect((await addPhotos(text, { params: Promise.resolve({ draftId }) })).status).toBe(415)
  const junk = request(`${draftId}/photos`, 'no parts', { ...json, 'content-type': 'multipart/form-data; boundary=x' })
  expect((await addPhotos(junk, { params: Promise.resolve({ draftId }) })).status).toBe(422)

  // The draft of changes to an ad that stands belongs to its owner.
  const { id } = await site.addAd()
  expect((await upload([file], json, await newDraft(id))).status).toBe(404)
  expect(site.count('draft_photos')).toBe(0)
})

test('too much at once is received to its end and refused in words', async () => {
  const file = { name: 'a.jpg', bytes: Buffer.alloc(25 * 1024 * 1024, 1) }
  expect((await upload([file, file], json)).status).toBe(413)

  const plain = await upload([file, file])
  expect([plain.status, plain.headers.get('location')]).toEqual([303, expect.stringContaining(`${draftId}/photos?e=`)])
  expect((await answered(await upload([file], json))).photos).toEqual([expect.objectContaining({ code: 'too_large' })])
})

test('too many sendings from one address are refused before they are read', async () => {
  const bytes = Buffer.from('x')
  const statuses = new Set<number>()
  for (let at = 0; at < 100; at += 1)
    statuses.add((await upload([{ name: 'x', bytes }], { ...json, 'x-obole-address': '192.0.2.99' })).status)

  expect([...statuses]).toEqual([200, 429])
})

test('pictures move forward, back, to the front, and into an order', async () => {
  const [a = '', b = '', c = ''] = await withPhotos(1, 2, 3)

  await ask(movePhoto, `${c}/move`, { direction: 'up' })
  expect(order()).toEqual([a, c, b])
  await ask(movePhoto, `${a}/move`, { direction: 'up' })
  expect(order()).toEqual([a, c, b])
  await ask(movePhoto, `${b}/move`, { direction: 'cover' })
  await ask(movePhoto, `${b}/move`, { direction: 'cover' })
  expect(order()).toEqual([b, a, c])
  await ask(movePhoto, `${b}/move`, { direction: 'down' })
  expect(order()).toEqual([a, b, c])

  const { photos } = await answered(await ask(orderPhotos as Handler, 'order', { order: `${c},${c},elsewhere,${a}` }))
  expect(photos.map(({ id }) => id)).toEqual([c, a, b])
  expect((await ask(movePhoto, `${newId()}/move`, { direction: 'up' })).status).toBe(404)
  const plain = await ask(movePhoto, `${a}/move`, { direction: 'cover' }, {})
  expect([plain.status, plain.headers.get('location')]).toEqual([303, '/fr/deposer/x/photos'])
})

test('a photo that is taken out is gone with its files, and the others close up', async () => {
  const [a = '', b = '', c = ''] = await withPhotos(1, 2, 3)
  const hash = listDraftPhotos(draftId)[0]?.hash ?? ''
  const file = join(config().dataDir, photoPath(hash, 480))
  expect(existsSync(file)).toBe(true)

  await ask(deletePhoto, `${a}/delete`, {})
  expect((await ask(deletePhoto, `${a}/delete`, {})).status).toBe(200)

  expect(order()).toEqual([b, c])
  expect(listDraftPhotos(draftId).map(({ position }) => position)).toEqual([0, 1])
  await expect.poll(() => existsSync(file)).toBe(false)
})

test('files that another draft or an ad shows stay', async () => {
  const [a = ''] = await withPhotos(1)
  const other = await newDraft()
  await upload([{ name: '1.jpg', bytes: await picture(1) }], json, other)
  const hash = listDraftPhotos(other)[0]?.hash ?? ''

  await ask(deletePhoto, `${a}/delete`, {})
  await upload([{ name: '2.jpg', bytes: await picture(2) }], json)

  expect(existsSync(join(config().dataDir, photoPath(hash, 480)))).toBe(true)
})

test('a description is kept, and one that holds a contact is refused', async () => {
  const [a = ''] = await withPhotos(1)
  await ask(describePhoto, a, { alt: 'Aile avant gauche, rouille au bas de la porte' })
  expect(listDraftPhotos(draftId)[0]?.alt).toBe('Aile avant gauche, rouille au bas de la porte')

  const refused = await ask(describePhoto, a, { alt: 'Appelez-moi au 06 12 34 56 78' })
  expect([refused.status, (await answered(refused)).errors]).toEqual([
    422,
    [expect.objectContaining({ field: `alt-${a}`, code: 'contact_found' })],
  ])
  expect(listDraftPhotos(draftId)[0]?.alt).toMatch(/^Aile/)
})

test('a QR code, a name and words inside a file are found', async () => {
  const { default: encodeQR } = await import('qr')
  const code = await sharp(Buffer.from(encodeQR('tel:+33612345678', 'svg')), { density: 200 })
    .resize(200)
    .flatten({ background: '#fff' })
    .png()
    .toBuffer()
  const plain = await plainPicture(1)
  const withCode = await sharp(plain)
    .composite([{ input: code, left: 300, top: 200 }])
    .jpeg()
    .toBuffer()
  const withWords = await sharp(plain)
    .withExif({ IFD0: { Artist: 'Jean 06 12 34 56 78', Software: '06 99 99 99 99' } })
    .jpeg()
    .toBuffer()
  await upload(
    [
      { name: 'IMG_20240612_061234.jpg', bytes: withCode },
      { name: '06 12 34 56 78.jpg', bytes: withWords },
      { name: 'IMG-20240612-WA0006.jpg', bytes: await picture(4) },
    ],
    json,
  )
  const finds = listDraftPhotos(draftId).map((photo) =>
    photo.finds.map(({ source, confidence }) => `${source} ${confidence}`),
  )

  expect(finds).toEqual([['qr sure'], ['metadata doubtful', 'file_name doubtful'], []])
  expect(listDraftPhotos(draftId)[0]?.finds[0]).toMatchObject({ kind: 'qr', text: 'tel:+33612345678' })
})

test('a draft that was sent in takes no more changes', async () => {
  const [a = ''] = await withPhotos(1)
  await commit([one(writeSql('update ad_drafts set submitted_at = 1 where id = ?')(draftId), 'state_changed')])

  expect((await upload([{ name: '2.jpg', bytes: await picture(2) }], json)).status).toBe(409)
  expect((await ask(deletePhoto, `${a}/delete`, {})).status).toBe(409)
  expect((await ask(describePhoto, a, { alt: 'x' })).status).toBe(409)
})

const insertPhoto = writeSql(`insert into photos (id, ad_id, position, hash, width, height, alt_fr, alt_en, look_hash)
  values (?, ?, ?, ?, 1, 1, '', '', ?)`)

test('the same picture in other ads and drafts is found, however its bits differ, by index', async () => {
  const look = '2491159480892448'
  const turned = (bits: readonly number[]) =>
    bits
      .reduce((hash, bit) => hash ^ (1n << BigInt(bit)), BigInt(`0x${look}`))
      .toString(16)
      .padStart(16, '0')
  const cases = [
    [],
    [0],
    [0, 16, 32, 48],
    [0, 1, 17, 33, 49, 50],
    [1, 2, 3, 4, 5, 6],
    [0, 1, 16, 17, 32, 33, 48],
    [5, 21, 37, 53, 60, 61, 62, 63],
  ]
  const ads: TestAd[] = []
  for (const _ of cases) ads.push(await site.addAd())
  await commit(
    ads.map(({ id }, at) =>
      one(insertPhoto(newId(), id, 0, `${at}`.repeat(40), turned(cases[at] ?? [])), 'already_exists'),
    ),
  )

  const found = listSimilarPhotos(look, { adId: ads[0]?.id })
  expect(found.map(({ adId, distance }) => [adId, distance])).toEqual([
    [ads[1]?.id, 1],
    [ads[2]?.id, 4],
    [ads[3]?.id, 6],
    [ads[4]?.id, 6],
  ])
  expect(listSimilarPhotos('0000000000000001')).toEqual([])

  const plans = [1, 5, 9, 13].flatMap((at) =>
    ['photos', 'draft_photos'].map((table) =>
      JSON.stringify(
        reader()
          .$client.prepare(
            `explain query plan select rowid from ${table} where substr(look_hash, ${at}, 4) in (select value from json_each('[]'))`,
          )
          .all(),
      ),
    ),
  )
  expect(plans.filter((plan) => !/USING (?:COVERING )?INDEX (?:draft_)?photos_look_/.test(plan))).toEqual([])
})

test('pictures of drafts that ran out are removed, and so are files that nothing names', async () => {
  await withPhotos(1, 2)
  const [kept, lost] = listDraftPhotos(draftId)
  const { id: adId } = await site.addAd()
  await commit([one(insertPhoto(newId(), adId, 0, kept?.hash ?? '', null), 'already_exists')])
  const fileOf = (hash = '') => join(config().dataDir, photoPath(hash, 1200, 'avif'))
  const now = Date.now()
  await cleanPhotos(now)
  expect(order()).toHaveLength(2)

  await cleanPhotos(now + 31 * day)
  expect(order()).toHaveLength(0)
  expect([existsSync(fileOf(kept?.hash)), existsSync(fileOf(lost?.hash))]).toEqual([true, false])

  // The ad goes too; its folder comes round within 256 hours, and files of today are left alone.
  await commit([one(writeSql('delete from photos where ad_id = ?')(adId), 'not_found')])
  const folder = join(config().dataDir, 'photos', kept?.hash.slice(0, 2) ?? '')
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), now / 1000, now / 1000)
  const turn = (at: number) => Math.floor(at / hour) % 256 === Number.parseInt(kept?.hash.slice(0, 2) ?? '', 16)
  const times = Array.from({ length: 512 }, (_, at) => now + at * hour).filter(turn)
  const soon = times.find((at) => at < now + day)
  if (soon) await cleanPhotos(soon)
  expect(existsSync(fileOf(kept?.hash))).toBe(true)
  await cleanPhotos(times.find((at) => at > now + day) ?? 0)
  expect(existsSync(fileOf(kept?.hash))).toBe(false)
})

// Fills a data directory and prints what is in it: `node build-twin-world.ts <dir> <plain|long> <now in ms>`. Two runs
// with the same `now` differ in their contacts and in nothing else.
import './fixed-chance.ts'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { writer } from '../../db/client.ts'
import { commit } from '../../db/commit.ts'
import { createMember } from '../../lib/members/create-member.ts'
import { eur, money } from '../../lib/money/money.ts'
import { deviceHashOf, type Payer } from '../../lib/payers/payers.ts'
import { insertDevice } from '../../lib/payers/payers-store.ts'
import { importPlaces } from '../../lib/places/import-places.ts'
import { importAds } from '../../lib/posting/import-ads.ts'
import { sealContact } from '../../lib/reveals/reveals.ts'
import { saveContact } from '../../lib/reveals/reveals-store.ts'
import { day } from '../../lib/time/time.ts'
import { walletIdOf } from '../../lib/wallet/wallet.ts'
import { generateAds } from '../load/data.ts'
import { siteEnvironment } from './site-process.ts'
import { openTestSite, type TestAd } from './test-site.ts'
import { contactOfWorld, type WorldName } from './twin-contacts.ts'

const [dir = '', name = 'plain', nowText = ''] = process.argv.slice(2)
const world = name as WorldName
const now = Number(nowText)

/** What a test must know to walk through the world; equal in both. */
export type TwinWorld = Readonly<{
  refs: Readonly<{ paid: string; bought: string; pending: string; free: string; sold: string; expired: string }>
  /** The cookie of a browser that bought one contact and began to buy another. */
  device: string
  boughtPurchase: string
  pendingPurchase: string
  handles: readonly string[]
  /** How many ads hold a contact. */
  adCount: number
}>

mkdirSync(dir, { recursive: true })
const site = await openTestSite(siteEnvironment(dir))
importPlaces()
await importGenerated(40)
const ads = await addAds()
await addPhoto(ads.paid)
const device = 'twin-device-token-0123456789-0123456789-abc'
const purchases = await buyAndBegin()
for (const ad of Object.values(ads)) await commit([saveContact(ad.id, contactOfWorld(world, ad.id), now)])
const handles = writer().$client.prepare('select handle from advertisers order by handle').pluck().all() as string[]
const report: TwinWorld = {
  refs: {
    paid: ads.paid.ref,
    bought: ads.bought.ref,
    pending: ads.pending.ref,
    free: ads.free.ref,
    sold: ads.sold.ref,
    expired: ads.expired.ref,
  },
  device,
  ...purchases,
  handles,
  adCount: site.count('ads'),
}
writer().$client.pragma('wal_checkpoint(TRUNCATE)')
site.close()
process.stdout.write(`${JSON.stringify(report)}\n`)

async function importGenerated(count: number): Promise<void> {
  let at = 1000
  await importAds({
    lines: lines(),
    now,
    createMissing: false,
    sealContact: (adId, contact) => sealContact(adId, { ...contact, hours: contactOfWorld(world, adId).hours }),
  })
  async function* lines(): AsyncGenerator<string> {
    for (const ad of generateAds(count, { until: now })) {
      at += 1
      const { name: contactName, phone, email } = contactOfWorld(world, at)
      yield JSON.stringify({ ...ad, contact_name: contactName, contact_phone: phone, contact_email: email })
    }
  }
}

async function addAds() {
  const expiresAt = now + 60 * day
  const owner = await createMember({
    email: 'proprietaire@example.org',
    password: 'Lanterne-Sourde-1937',
    displayName: 'Propriétaire',
    staffRole: null,
    locale: 'fr',
    now,
  })
  return {
    paid: await site.addAd({ expiresAt }),
    bought: await site.addAd({ expiresAt }),
    pending: await site.addAd({ expiresAt, price: eur(300) }),
    free: await site.addAd({ expiresAt, mode: 'free' }),
    sold: await site.addAd({ expiresAt, status: 'sold' }),
    expired: await site.addAd({ expiresAt: now - day, status: 'expired' }),
    draft: await site.addAd({ expiresAt, status: 'draft' }),
    suspended: await site.addAd({ expiresAt, status: 'suspended' }),
    owned: await site.addAd({ expiresAt, memberId: owner.id }),
    sponsored: await site.addAd({ expiresAt, mode: 'sponsored' }),
  }
}

async function addPhoto(ad: TestAd): Promise<void> {
  const hash = 'abcdef0123456789'
  const folder = join(dir, 'photos', 'ab')
  mkdirSync(folder, { recursive: true })
  for (const width of [320, 480, 640, 960, 1200]) {
    const picture = sharp({ create: { width, height: Math.round(width * 0.75), channels: 3, background: '#876' } })
    writeFileSync(join(folder, `${hash}-${width}.webp`), await picture.webp().toBuffer())
  }
  writer()
    .$client.prepare('insert into photos values (?, ?, 0, ?, 1280, 960, ?, ?, null)')
    .run('photo-1', ad.id, hash, 'La moto', 'The motorcycle')
  writer().$client.prepare('update ads set photo_count = 1 where id = ?').run(ad.id)
}

/** One contact bought from the balance and one purchase begun, by a browser whose cookie the test knows. */
async function buyAndBegin() {
  const deviceHash = deviceHashOf(device)
  const payerId = 'p-twin'
  await commit(insertDevice({ deviceHash, payerId, now }))
  const buyer: Payer = { deviceHash, payerIds: [payerId], memberId: undefined }
  await fund(payerId)
  const bought = await site.buy(buyer, site.quote(ads.bought, 'wallet-eur', { now }), { now })
  const pending = await site.buy(buyer, site.quote(ads.pending, 'sms-83000', { now }), { now })
  if (bought.kind !== 'settled' || pending.kind !== 'open') throw new Error('the purchases of the world failed')
  return { boughtPurchase: bought.purchaseId, pendingPurchase: pending.purchaseId }
}

async function fund(payerId: string): Promise<void> {
  const { balance } = { balance: money(700, 'EUR') }
  writer()
    .$client.prepare('insert into wallets (id, payer_id, currency, balance_minor, created_at) values (?, ?, ?, ?, ?)')
    .run(walletIdOf(payerId, 'EUR'), payerId, 'EUR', balance.minor, now)
}

import { afterEach, beforeEach, expect, test } from 'vitest'
import { reader } from '../../db/client.ts'
import { commit } from '../../db/commit.ts'
import { endSessions } from '../../lib/accounts/end-sessions.ts'
import { eraseAccount } from '../../lib/accounts/erase-account.ts'
import { exportMyData } from '../../lib/accounts/export-my-data.ts'
import { joinGuest } from '../../lib/accounts/join-guest.ts'
import { impersonalTables, personalTables } from '../../lib/accounts/personal-tables.ts'
import { recoverForMember } from '../../lib/accounts/recover-for-member.ts'
import { signIn } from '../../lib/accounts/sign-in.ts'
import { groupCode } from '../../lib/ids/crockford.ts'
import { newPublicId } from '../../lib/ids/ids.ts'
import { createMember } from '../../lib/members/create-member.ts'
import { findMember, findMemberSession } from '../../lib/members/find-member.ts'
import type { Member } from '../../lib/members/member.ts'
import { memberWithoutPassword } from '../../lib/members/member-without-password.ts'
import { money } from '../../lib/money/money.ts'
import type { Payer } from '../../lib/payers/payers.ts'
import { listPayersOfDevice, listPayersOfMember } from '../../lib/payers/payers-queries.ts'
import { recoveryCodeOf } from '../../lib/purchases/purchases.ts'
import { findUnlock, openOwnContact, revealContact } from '../../lib/reveals/reveals-queries.ts'
import { listWallets } from '../../lib/wallet/wallet-queries.ts'
import { accountRequest, cookieLine, mailsTo } from '../support/accounts.ts'
import { testNow as now, openTestSite } from '../support/test-site.ts'

const eur = (minor: number) => money(minor, 'EUR')
let site: Awaited<ReturnType<typeof openTestSite>>
beforeEach(async () => {
  site = await openTestSite()
})
afterEach(() => site.close())

async function memberOf(email = 'lea@example.org'): Promise<Member> {
  const made = memberWithoutPassword({ email, displayName: 'Léa', locale: 'fr', emailVerifiedAt: now, now })
  await commit(made.steps)
  return made.member
}

const join = (member: Member, guest: Payer) => joinGuest({ memberId: member.id, deviceHash: guest.deviceHash, now })
/** The browser of a guest, as her account acts in it. */
const as = (member: Member, guest: Payer): Payer => ({
  ...guest,
  payerIds: [...new Set([...listPayersOfMember(member.id), ...listPayersOfDevice(guest.deviceHash ?? '', member.id)])],
  memberId: member.id,
})
const balancesOf = (member: Member) =>
  listWallets(listPayersOfMember(member.id)).map(({ balanceMinor }) => balanceMinor)

async function guestWith(balance: number): Promise<Payer> {
  return site.payerWithBalance(eur(balance))
}

test('what a guest bought joins the account that signs in, with the balance', async () => {
  const guest = await guestWith(1000)
  const ad = await site.addAd({ price: eur(300) })
  await site.buy(guest, site.quote(ad, 'wallet-eur'))
  const member = await memberOf()

  expect(await join(member, guest)).toBe(1)

  expect(findUnlock(listPayersOfMember(member.id), ad.id)).toBeDefined()
  expect(balancesOf(member)).toEqual([700])
  await site.requireSoundBooks()
})

test('joined purchases are open in that browser only while their member is signed in', async () => {
  const guest = await guestWith(500)
  const member = await memberOf()
  const other = await memberOf('max@example.org')
  await join(member, guest)

  expect(listPayersOfDevice(guest.deviceHash ?? '')).toEqual([])
  expect(listPayersOfDevice(guest.deviceHash ?? '', other.id)).toEqual([])
  expect(listPayersOfDevice(guest.deviceHash ?? '', member.id)).toEqual(guest.payerIds)
  expect(await join(other, guest)).toBe(0)
  expect(balancesOf(other)).toEqual([])
})

test('balances of two browsers become one, through the books', async () => {
  const [first, secondGuest] = [await guestWith(1000), await guestWith(250)]
  const member = await memberOf()
  await join(member, first)
  await join(member, secondGuest)
  await join(member, secondGuest)

  expect(balancesOf(member).sort((a, b) => b - a)).toEqual([1250, 0])
  expect(site.count('ledger_transactions', "kind = 'wallet_join'")).toBe(1)
  await site.requireSoundBooks()
})

test('twenty sign-ins at once join once and lose no cent', async () => {
  const guests = [await guestWith(1000), await guestWith(250), await guestWith(100)]
  const member = await memberOf()
  const all = Array.from({ length: 20 }, (_, at) => join(member, guests[at % 3] ?? guests[0] ?? ({} as Payer)))

  await Promise.all(all)
  for (const guest of guests) await join(member, guest)

  expect(balancesOf(member).reduce((sum, minor) => sum + minor, 0)).toBe(1350)
  expect(Math.max(...balancesOf(member))).toBe(1350)
  await site.requireSoundBooks()
})

test('two accounts that claim the same browser at once: one gets it', async () => {
  const guest = await guestWith(1000)
  const [lea, max] = [await memberOf(), await memberOf('max@example.org')]

  const joined = await Promise.all([join(lea, guest), join(max, guest)])

  expect(joined.sort()).toEqual([0, 1])
  expect([...balancesOf(lea), ...balancesOf(max)]).toEqual([1000])
  await site.requireSoundBooks()
})

test('money spent while balances join is spent once', async () => {
  const guests = [await guestWith(300), await guestWith(300)]
  const member = await memberOf()
  const [first, other] = guests
  if (!first || !other) throw new Error('two guests')
  await join(member, first)
  const ads = [await site.addAd({ price: eur(300) }), await site.addAd({ price: eur(300) })]
  const quotes = ads.map((ad) => site.quote(ad, 'wallet-eur'))

  await Promise.allSettled([join(member, other), ...quotes.map((quote) => site.buy(other, quote))])
  await join(member, other)

  const opened = ads.filter((ad) => findUnlock(listPayersOfMember(member.id), ad.id)).length
  expect(opened * 300 + balancesOf(member).reduce((sum, minor) => sum + minor, 0)).toBe(600)
  await site.requireSoundBooks()
})

test('a recovery code entered while signed in brings the purchase to the account, and takes it from nobody', async () => {
  const guest = await guestWith(1000)
  const ad = await site.addAd({ price: eur(300) })
  await site.buy(guest, site.quote(ad, 'wallet-eur'))
  const purchase = reader().$client.prepare('select id from purchases').pluck().get() as string
  const member = await memberOf()
  const input = { locale: 'fr', recovery: groupCode(recoveryCodeOf(purchase)), once: newPublicId() } as const
  const actor: Payer = { deviceHash: undefined, payerIds: [], memberId: member.id }

  await recoverForMember(input, { actor, now, locale: 'fr', address: '192.0.2.1' })

  expect(findUnlock(listPayersOfMember(member.id), ad.id)).toBeDefined()
  expect(findUnlock(listPayersOfDevice(guest.deviceHash ?? ''), ad.id)).toBeDefined()

  const cookies = cookieLine((await signInAs(member)).cookies)
  const session = await findMemberSession(cookies, now)
  if (session) await endSessions(session, { session: 'all', now })
  expect(listPayersOfDevice(guest.deviceHash ?? '')).toEqual([])
})

test('a member buys as her account in a browser that was never seen', async () => {
  const guest = await guestWith(1000)
  const member = await memberOf()
  await join(member, guest)
  const ad = await site.addAd({ price: eur(300) })
  const fresh: Payer = { deviceHash: undefined, payerIds: listPayersOfMember(member.id), memberId: member.id }

  await site.buy(fresh, site.quote(ad, 'wallet-eur'))

  expect(findUnlock(listPayersOfMember(member.id), ad.id)).toBeDefined()
  expect(site.walletOf(as(member, guest))).toBe(700)
})

async function signInAs(member: Member) {
  const { beginSession } = await import('../../lib/accounts/begin-session.ts')
  return beginSession({ member, steps: [] }, accountRequest({ now }))
}

test('the file of everything holds purchases, ads and their contacts, and no secret', async () => {
  const guest = await guestWith(1000)
  const member = await memberOf()
  const own = await site.addAd({ memberId: member.id })
  const bought = await site.addAd({ price: eur(300) })
  await site.buy(guest, site.quote(bought, 'wallet-eur'))
  await join(member, guest)
  await signInAs(member)

  const file = JSON.stringify(exportMyData(member, now))

  expect(file).toContain(own.ref)
  expect(file).toContain('02 61 91 48 37')
  expect(file.match(/02 61 91 48 37/g)).toHaveLength(1)
  expect(JSON.parse(file)).toMatchObject({ members: [{ email: member.email }], purchases: [{ paid_minor: 300 }] })
  expect(file).not.toMatch(/password_hash|totp_sealed|id_hash|token_hash|code_hash|recovery_hash/)
})

test('an erased member is nobody: ads gone, contacts destroyed, sessions ended, books sound', async () => {
  const guest = await guestWith(1000)
  const member = await memberOf()
  const own = await site.addAd({ memberId: member.id, price: eur(300) })
  const buyer = await guestWith(300)
  await site.buy(buyer, site.quote(own, 'wallet-eur'))
  await join(member, guest)
  const cookies = cookieLine((await signInAs(member)).cookies)

  expect((await eraseAccount(member, now)).refs).toEqual([own.ref])

  expect(await findMember(cookies, now)).toBeUndefined()
  expect(openOwnContact(own.id, member.id)?.phone ?? '').toBe('')
  const unlock = findUnlock(buyer.payerIds, own.id)
  expect(unlock && revealContact(unlock)).toEqual({ name: '', phone: '', email: '', hours: '' })
  expect(site.count('ads', "status = 'deleted'")).toBe(1)
  expect(site.count('search_documents', `ad_id = ${own.id}`)).toBe(0)
  expect(mailsTo(member.email).map(({ subject }) => subject)).toEqual(['Votre compte est effacé'])
  expect(leftOf('lea@example.org', 'Léa')).toEqual(['outbox_mails'])
  await site.requireSoundBooks()
  await expect(eraseAccount(member, now)).rejects.toThrow('not_found')
  expect((await memberOf()).id).not.toBe(member.id)
})

test('staff do not erase themselves', async () => {
  const owner = await createMember({
    email: 'ada@example.org',
    password: 'trois chats sur un mur',
    displayName: 'Ada',
    staffRole: 'owner',
    locale: 'fr',
    now,
  })

  await expect(async () => eraseAccount(owner, now)).rejects.toThrow('forbidden')
  expect(
    (await signIn({ email: owner.email, password: 'trois chats sur un mur' }, accountRequest({ now }))).state,
  ).toBe('complete')
})

// A new table with somebody's data must be shown to her and forgotten with her, or say why not.
test('every table that names a member, a payer or an address is exported and erased', () => {
  const tables = reader()
    .$client.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all() as string[]
  const names = /^(member_id|payer_id|purchase_id|advertiser_id|recipient|email|reporter_email|.*_email)$/
  const personal = tables.filter((table) => {
    const columns = reader().$client.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[]
    return columns.some((column) => names.test(column))
  })
  const known = new Set([...Object.keys(personalTables), ...Object.keys(impersonalTables)])

  expect(personal.length).toBeGreaterThan(20)
  expect(personal.filter((table) => !known.has(table))).toEqual([])
})

/** The tables in which a text still stands somewhere. */
function leftOf(...texts: readonly string[]): readonly string[] {
  const client = reader().$client
  const tables = client
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all() as string[]
  return tables.filter((table) => {
    const rows = JSON.stringify(client.prepare(`select * from "${table}"`).all())
    return texts.some((text) => rows.includes(text))
  })
}

import { afterAll, beforeAll, expect, test } from 'vitest'
import { reader } from '../../db/client.ts'
import { commit } from '../../db/commit.ts'
import { findAdRecord } from '../../lib/ads/ad-record-queries.ts'
import { changeAdStatus } from '../../lib/ads/change-ad-status.ts'
import { type CategoryDto, plainField } from '../../lib/categories/categories.ts'
import { loadCategoryTree } from '../../lib/categories/categories-queries.ts'
import { saveCategory } from '../../lib/categories/categories-store.ts'
import { findSale, goodDetails, postingNow as now, openPostingSite, type PostingSite } from '../support/posting-site.ts'

let site: PostingSite
beforeAll(async () => {
  site = await openPostingSite()
})
afterAll(() => site.close())

test('a draft is begun by nobody in particular and keeps what is typed, right or wrong', async () => {
  const { draftId } = await site.start()
  await site.choose(draftId, 'vehicules/motos')
  const saved = await site.details(draftId, { title: 'Vélo', body: '', price: 'beaucoup', place: 'Nulle-Part' })
  expect(saved.view.draft.details).toMatchObject({ title: 'Vélo', price: 'beaucoup', place: 'Nulle-Part' })
  const wrong = saved.view.detailProblems.map(({ field, code }) => `${field} ${code}`)
  expect(wrong).toEqual(
    expect.arrayContaining(['title too_short', 'body required', 'price not_a_price', 'place unknown_place']),
  )
  expect(saved.view.isReady).toBe(false)
})

test('the contact of a draft is sealed at once', async () => {
  const { draftId } = await site.start()
  await site.choose(draftId, 'vehicules/motos')
  await site.contact(draftId)
  const row = reader().$client.prepare('select contact_sealed as sealed from ad_drafts where id = ?').get(draftId) as {
    sealed: Buffer
  }
  expect(row.sealed.toString('latin1')).not.toMatch(/Marcel|06|example/)
})

test('a finished draft becomes one ad, waits for staff, and is found only once approved', async () => {
  const { draftId, sent } = await site.post()
  expect(sent).toMatchObject({ status: 'pending', isDue: false })
  const ad = site.adOf(draftId)
  expect(ad).toMatchObject({ status: 'pending', revealMode: 'paid', hasPhone: true, hasEmail: false })
  expect(site.count('moderation_cases', `ad_id = ${ad.id} and open_ad_id = ${ad.id}`)).toBe(1)
  expect(site.count('sale_consents', `ad_id = ${ad.id}`)).toBe(1)
  expect(site.count('search_documents', `ad_id = ${ad.id}`)).toBe(0)
  expect(site.count('purchases', `ad_id = ${ad.id}`)).toBe(0)

  const later = now + 5 * 3_600_000
  await changeAdStatus(ad.id, { to: 'published', now: later })
  expect(site.count('search_documents', `ad_id = ${ad.id}`)).toBe(1)
  const published = findAdRecord(ad.id)
  expect(published?.publishedAt).toBe(later)
  expect(published && published.expiresAt - published.publishedAt).toBe(60 * 86_400_000)
})

test('sent twenty times at once, a draft is one ad', async () => {
  const draftId = await site.ready()
  const sent = await Promise.all(Array.from({ length: 20 }, () => site.submit(draftId)))
  expect(new Set(sent.map(({ ref }) => ref)).size).toBe(1)
  expect(site.count('sale_consents', `ad_id = ${site.adOf(draftId).id}`)).toBe(1)
})

test('thirty drafts sent at once are thirty ads of one advertiser', async () => {
  const memberId = await site.member('many@example.org')
  const drafts: string[] = []
  for (let at = 0; at < 30; at += 1) drafts.push(await site.ready({ memberId, email: 'many@example.org' }))
  const sent = await Promise.all(drafts.map((draftId) => site.submit(draftId, memberId)))
  expect(new Set(sent.map(({ ref }) => ref)).size).toBe(30)
  expect(site.count('advertisers', `member_id = '${memberId}'`)).toBe(1)
})

test('an unfinished draft is refused with the steps that miss something', async () => {
  const { draftId } = await site.start()
  await site.choose(draftId, 'vehicules/motos')
  await expect(site.submit(draftId)).rejects.toMatchObject({ code: 'invalid_input' })
})

test('a number in the text stops the ad, is moved to the contact in one tap, and the rest stays as it was', async () => {
  const { draftId } = await site.start()
  await site.choose(draftId, 'vehicules/motos')
  const text = 'Belle machine complète, à voir. Appelez le 06 39 98 12 34 le soir, je réponds toujours.'
  const { view } = await site.details(draftId, { body: text })
  const find = view.finds.find(({ weight }) => weight === 'explain')
  expect(find).toMatchObject({ input: 'body', kind: 'phone' })
  expect(text.slice(find?.start, find?.end)).toContain('06 39 98 12 34')
  expect(view.tasks.details).toBe('problem')

  const moved = await site.move(draftId, `${find?.input}:${find?.start}:${find?.end}`)
  expect(moved.view.finds.filter(({ weight }) => weight === 'explain')).toEqual([])
  expect(moved.view.draft.details.body).toContain('le soir, je réponds toujours')
  expect(moved.view.contact?.phone).toBe('06 39 98 12 34')
})

const spelledContacts = [
  { words: 'Appelez le zéro six trente-neuf quatre-vingt-dix-huit douze trente-quatre.', phone: '06 39 98 12 34' },
  { words: 'Écrivez à marcel point dupont arobase exemple point fr.', email: 'marcel.dupont@exemple.fr' },
  { words: 'Call oh seven seven double oh nine oh oh one two three.', phone: '+44 7700 900123' },
  { words: 'Write to marcel dot smith at btinternet dot com.', email: 'marcel.smith@btinternet.com' },
]

test.each(spelledContacts)(
  'a contact in words is read and moved: $words',
  async ({ words, phone = '', email = '' }) => {
    const { draftId } = await site.start()
    await site.choose(draftId, 'vehicules/motos')
    const { view } = await site.details(draftId, { body: `Belle machine complète, à voir. ${words}` })
    const find = view.finds.find(({ weight }) => weight === 'explain')
    expect(find?.isReadable).toBe(true)

    const moved = await site.move(draftId, `${find?.input}:${find?.start}:${find?.end}`)
    expect(moved.outcome).toBe('contact')
    expect(moved.view.contact).toMatchObject({ phone, email, showsPhone: true, showsEmail: email !== '' })
    expect(moved.view.draft.details.body).toContain('Belle machine complète')
    expect(moved.view.finds.filter(({ weight }) => weight === 'explain')).toEqual([])
  },
)

// The page must not say that it is in the contact step when it is nowhere any more.
test('a number that goes on in the next text is taken out, and said not to have been read', async () => {
  const { draftId } = await site.start()
  await site.choose(draftId, 'vehicules/motos')
  const { view } = await site.details(draftId, {
    title: 'Terrot, appelez 06 39 98',
    body: '12 34 pour la voir complète',
  })
  const find = view.finds.find(({ weight }) => weight === 'explain')
  expect(find).toMatchObject({ input: 'title', isReadable: false })
  const moved = await site.move(draftId, `${find?.input}:${find?.start}:${find?.end}`)
  expect(moved.outcome).toBe('unread')
  expect(moved.view.contact).toBeUndefined()
  expect(moved.view.draft.details.title).toBe('Terrot, appelez')
})

test('a contact given before stays when another is taken out of the text', async () => {
  const { draftId } = await site.start()
  await site.choose(draftId, 'vehicules/motos')
  await site.contact(draftId, { phone: '06 39 98 00 01', email: 'marcel@exemple.fr' })
  const move = async (words: string) => {
    const { view } = await site.details(draftId, { body: `Belle machine complète, à voir. ${words}` })
    const find = view.finds.find(({ weight }) => weight === 'explain')
    return site.move(draftId, `${find?.input}:${find?.start}:${find?.end}`)
  }
  const other = await move('Appelez le 06 39 98 12 34.')
  expect(other.outcome).toBe('occupied')
  expect(other.view.contact?.phone).toBe('06 39 98 00 01')
  const same = await move('Écrivez à marcel arobase exemple point fr.')
  expect(same.outcome).toBe('contact')
  expect(same.view.contact?.email).toBe('marcel@exemple.fr')
})

test('what the advertiser says is no contact goes on to staff with its place marked', async () => {
  const body = 'Moteur complet, révisé en 2019, livré avec ses papiers. Appelez le 06 39 98 12 34.'
  const { draftId } = await site.start()
  await site.choose(draftId, 'vehicules/motos')
  const { view } = await site.details(draftId, { body })
  const words = view.finds.filter(({ weight }) => weight === 'explain').map(({ text }) => text)
  await site.details(draftId, { body, notContact: words })
  await site.finish(draftId)
  const sent = await site.submit(draftId)
  expect(sent.status).toBe('pending')
  const { reason, finds } = site.caseOf(site.adOf(draftId).id)
  expect(reason).toBe('screening')
  expect(finds[0]).toMatchObject({ field: 'body', kind: 'phone' })
  expect(body.slice(finds[0]?.start, finds[0]?.end)).toContain('06 39 98')
})

test('two tabs lose nothing: both versions are kept until one is chosen', async () => {
  const { draftId } = await site.start()
  await site.choose(draftId, 'vehicules/motos')
  const first = site.version(draftId)
  await site.details(draftId, { title: 'Version du premier onglet', version: first })
  const parted = await site.details(draftId, { title: 'Version du second onglet', version: first })
  expect(parted.kind).toBe('parted')
  const { details } = parted.view.draft
  expect([details.title, details.other?.title]).toEqual(['Version du premier onglet', 'Version du second onglet'])
  expect(parted.view.tasks.details).toBe('problem')

  await site.chooseVersion(draftId, 'other')
  const chosen = site.view(draftId).draft.details
  expect([chosen.title, chosen.other]).toEqual(['Version du second onglet', null])
})

test('the same text saved again from an old version is no conflict', async () => {
  const { draftId } = await site.start()
  await site.choose(draftId, 'vehicules/motos')
  const first = site.version(draftId)
  await site.details(draftId, { title: 'Terrot 125 de 1951', version: first })
  const again = await site.details(draftId, { title: 'Terrot 125 de 1951', version: first })
  expect(again.kind).toBe('saved')
})

test('an address is proved by the code mailed to it, and makes an account without a password', async () => {
  const { draftId } = await site.start()
  await site.choose(draftId, 'vehicules/motos')
  await site.contact(draftId, { email: 'new@example.org' })
  await site.askEmailCode(draftId)
  await expect(site.verifyEmail(draftId, '00000000')).rejects.toMatchObject({ fields: [{ code: 'wrong_code' }] })
  const { cookies } = await site.verifyEmail(draftId, site.mailedCode('new@example.org'))
  expect(cookies.length).toBeGreaterThan(0)
  expect(
    site.count('members', "email = 'new@example.org' and password_hash = '' and email_verified_at is not null"),
  ).toBe(1)
  await expect(site.verifyEmail(draftId, site.mailedCode('new@example.org'))).rejects.toMatchObject({
    fields: [{ code: 'used_up' }],
  })
})

test('the code of one address does not prove another', async () => {
  const { draftId } = await site.start()
  await site.choose(draftId, 'vehicules/motos')
  await site.contact(draftId, { email: 'first@example.org' })
  await site.askEmailCode(draftId)
  await site.contact(draftId, { email: 'second@example.org' })
  await expect(site.verifyEmail(draftId, site.mailedCode('first@example.org'))).rejects.toMatchObject({
    fields: [{ code: 'used_up' }],
  })
})

test('staff is never signed in by a code for a contact', async () => {
  await site.member('staff@example.org', 'moderator')
  const { draftId } = await site.start()
  await site.choose(draftId, 'vehicules/motos')
  await site.contact(draftId, { email: 'staff@example.org' })
  await site.askEmailCode(draftId)
  const sessions = site.count('sessions')
  await expect(site.verifyEmail(draftId, site.mailedCode('staff@example.org'))).rejects.toMatchObject({
    fields: [{ code: 'staff_address' }],
  })
  expect(site.count('sessions')).toBe(sessions)
})

test('a number is proved by the code texted to it, and another number has to be proved again', async () => {
  const { draftId } = await site.start()
  await site.choose(draftId, 'vehicules/motos')
  await site.contact(draftId, { phone: '06 39 98 00 07' })
  await site.askPhoneCode(draftId)
  await site.verifyPhone(draftId, site.textedCode())
  expect(site.view(draftId).draft.phoneVerifiedAt).toBe(now)
  await site.contact(draftId, { phone: '06 39 98 00 08' })
  expect(site.view(draftId).draft.phoneVerifiedAt).toBeNull()
})

test('a landline takes no texts: it is not asked to be proved, and the ad says so', async () => {
  const { draftId } = await site.start()
  await site.choose(draftId, 'vehicules/motos')
  await site.details(draftId)
  await site.contact(draftId, { phone: '02 61 91 48 37', consent: true })
  await site.proveEmail(draftId)
  expect(site.view(draftId).contactProblems).toEqual([])
  await site.submit(draftId)
  expect(site.adOf(draftId)).toMatchObject({ hasPhone: true, phoneVerifiedAt: null })
})

test('an ad without the advertiser’s consent does not go on, and another price asks for it again', async () => {
  const draftId = await site.ready()
  const category = site.category('vehicules/motos')
  await commit(saveCategory({ ...own(category), revealPriceMinor: 450, position: 1 }))
  expect(site.view(draftId).contactProblems).toEqual([{ field: 'consent', code: 'required' }])
  await commit(saveCategory({ ...own(category), position: 1 }))
  expect(site.view(draftId).contactProblems).toEqual([])
})

test('a draft that changes an ad opens for its owner only', async () => {
  const { draftId } = await site.post()
  const { ref } = site.adOf(draftId)
  const owner = site.ownerOf(draftId)
  const edit = await site.edit(ref, owner)
  expect(site.find(edit.draftId, owner)).toBeDefined()
  expect(site.find(edit.draftId, undefined)).toBeUndefined()
  await expect(site.edit(ref, await site.member('other@example.org'))).rejects.toMatchObject({ code: 'not_found' })
})

test('a clean edit holds at once and costs nothing; a doubtful one waits while the ad stands as it was', async () => {
  const { draftId } = await site.post()
  const ad = site.adOf(draftId)
  await changeAdStatus(ad.id, { to: 'published', now })
  const owner = site.ownerOf(draftId)

  const clean = await site.edit(ad.ref, owner)
  await site.details(clean.draftId, { title: 'Terrot 125 EP de 1951', memberId: owner })
  expect(await site.submit(clean.draftId, owner)).toMatchObject({ waits: false, status: 'published' })
  expect(site.titleOf(ad.id)).toBe('Terrot 125 EP de 1951')
  expect(site.count('purchases', `ad_id = ${ad.id}`)).toBe(0)

  const body = 'Moteur complet, révisé en 2019, livré avec ses papiers. Appelez le 06 39 98 12 34.'
  const doubtful = await site.edit(ad.ref, owner)
  const { view } = await site.details(doubtful.draftId, { body, memberId: owner })
  const words = view.finds.filter(({ weight }) => weight === 'explain').map(({ text }) => text)
  await site.details(doubtful.draftId, { body, notContact: words, memberId: owner })
  expect(await site.submit(doubtful.draftId, owner)).toMatchObject({ waits: true, status: 'published' })
  expect(findAdRecord(ad.id)?.texts[0]?.body).not.toContain('06 39')
  expect(findSale(ad.id)?.status).toBe('published')
})

test('a field that another answer makes necessary is asked for', async () => {
  const category = site.category('vehicules/motos')
  const label = { fr: 'Depuis quand', en: 'Since when' }
  const field = {
    ...{ key: 'stopped_since', type: 'year' as const, label, unit: null, isRequired: false, isFilterable: false },
    ...{ options: [], ...plainField, shownWhen: { key: 'has_papers', values: [false] } },
    requiredWhen: { key: 'has_papers', values: [false] },
  }
  const papers = {
    ...{ key: 'has_papers', type: 'boolean' as const, label: { fr: 'Papiers', en: 'Papers' }, unit: null },
    ...{ isRequired: false, isFilterable: true, options: [], ...plainField },
  }
  await commit(saveCategory({ ...own(category), fields: [papers, field], position: 1 }))
  const { draftId } = await site.start()
  await site.choose(draftId, 'vehicules/motos')
  const without = await site.details(draftId, { fields: { ...goodDetails.fields, has_papers: 'false' } })
  expect(without.view.detailProblems).toEqual([{ field: 'f.stopped_since', code: 'required' }])
  const withPapers = await site.details(draftId, { fields: { ...goodDetails.fields, has_papers: 'true' } })
  expect(withPapers.view.detailProblems).toEqual([])
  await commit(saveCategory({ ...own(category), position: 1 }))
})

/** A category with its own fields only, as it is stored. */
function own(category: CategoryDto) {
  const inherited = new Set(
    loadCategoryTree()
      .byId.get(category.parent ?? 0)
      ?.fields.map(({ key }) => key),
  )
  return { ...category, fields: category.fields.filter(({ key }) => !inherited.has(key)) }
}
